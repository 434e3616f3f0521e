import { createServer } from 'node:http'

/** A bare Node server: a small constant page and nothing else. */
const page =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>bare</title></head><body><h1>A bare page</h1></body></html>'
createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(page)
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'))
