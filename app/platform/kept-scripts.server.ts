/** What every page ends with; the scripts stand before it. */
const pageEnd = '</body></html>'

/*
 * The scripts at the end of a page (`ui/page-scripts.tsx`): which modules the route needs, and how the browser finds the others.
 * They hang on the route alone, and to write them out takes a fifth of a small page's time: they are cut out of the first page
 * that had them rendered, and written behind every later one.
 */
export class KeptScripts {
  /** by the ids of the routes on the page: what stands between one nonce and the next */
  readonly #kept = new Map<string, readonly string[]>()

  has(route: string): boolean {
    return this.#kept.has(route)
  }

  /** Keeps the scripts of a page that was rendered whole. */
  keep(route: string, page: string, nonce: string): void {
    const start = page.indexOf(`<script nonce="${nonce}"`)
    if (start < 0 || !page.endsWith(pageEnd)) return
    this.#kept.set(route, page.slice(start, -pageEnd.length).split(nonce))
  }

  /** A page that was rendered without its scripts, with them. */
  complete(route: string, page: string, nonce: string): string {
    const scripts = this.#kept.get(route)
    if (!scripts) return page
    return page.slice(0, -pageEnd.length) + scripts.join(nonce) + pageEnd
  }
}
