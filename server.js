/**
 * `npm start` runs the built site; `npm run dev` compiles on the fly. Production is started with the flags of
 * `server-flags.js`.
 */
import { createServer } from 'node:http'

if (process.env.NODE_ENV === 'development') await startDevelopment()
else {
  process.env.NODE_ENV ??= 'production'
  // The build exists only after `npm run build`.
  const built = new URL('./build/server/index.js', import.meta.url).href
  const { start } = await import(built)
  await start()
}

async function startDevelopment() {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({ server: { middlewareMode: true } })
  const { startDevelopmentSite } = await vite.ssrLoadModule('./app/server.ts')
  const listener = await startDevelopmentSite()
  const port = Number(process.env.PORT ?? 3000)
  createServer((request, response) => {
    vite.middlewares(request, response, () => listener(request, response))
  }).listen(port, '127.0.0.1', () => console.log(`Yucai 育才 (development): http://127.0.0.1:${port}`))
}
