import { createServer, request } from 'node:http'
import { connect } from 'node:net'

export type Lifeline = {
  /** for a browser context's `proxy` */
  readonly server: string
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

/**
 * The line between a device and the site, which can be cut. A browser that is told to be offline keeps its pages from the
 * network, but not what a closing page sends last nor a service worker that starts meanwhile: here nothing gets through.
 */
export async function startLifeline(): Promise<Lifeline> {
  let isCut = false
  const proxy = createServer((asked, answer) => {
    if (isCut) return void asked.socket.destroy()
    const { method, headers, url = '' } = asked
    const passed = request(url, { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders)
      response.pipe(answer)
    })
    passed.on('error', () => asked.socket.destroy())
    asked.pipe(passed)
  })
  // What a journey itself asks for in a page's name comes through a tunnel.
  proxy.on('connect', ({ url = '' }, device, first) => {
    if (isCut) return void device.destroy()
    const site = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      device.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      site.write(first)
      site.pipe(device).pipe(site)
    })
    for (const end of [site, device]) end.on('error', () => [site, device].map((one) => one.destroy()))
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    server: `http://127.0.0.1:${port}`,
    cut: () => {
      isCut = true
      proxy.closeAllConnections()
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
