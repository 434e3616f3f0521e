import { serve } from '@hono/node-server'
import { createRequestHandler } from '@remix-run/node'
import { Hono } from 'hono'

process.env.NODE_ENV = 'production'
const build = await import(new URL('./build/server/index.js', import.meta.url).href)
const handle = createRequestHandler(build, 'production')
const app = new Hono().all('*', (c) => handle(c.req.raw))
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' }, () => console.log('listening'))
