import { keptPage as words } from './i18n/kept-page.ts'
import { isLocale } from './i18n/locale.ts'
import { translator } from './i18n/messages.ts'
import { isKeepable } from './keepable.ts'
import { escaped } from './platform/html.ts'
import { partOf, plainStylePath } from './platform/kept-pages.ts'
import { drop, keptFile, keptPage, refuted } from './platform/page-keeper.ts'

/*
 * The service worker. It is registered for one page at a time (its scope is that page's address), so the browser itself keeps
 * it away from all others; and it answers for nothing but a page that may be kept and its files. It makes no copies: the page
 * does (page-keeper.ts). `vite.config.ts` makes one file of it, which is served as /worker.js.
 */
type Lasting = Event & { readonly waitUntil: (work: Promise<unknown>) => void }
type Asking = Lasting & {
  readonly request: Request
  readonly respondWith: (response: Promise<Response> | Response) => void
}
declare function addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
declare function addEventListener(type: 'fetch', listener: (event: Asking) => void): void
declare const skipWaiting: () => Promise<void>

/** Underground a phone has a network that never answers. */
const patienceMs = 4_000

addEventListener('install', (event) => event.waitUntil(skipWaiting()))

addEventListener('fetch', (event) => {
  const { request } = event
  switch (partOf(request, location.origin, isKeepable)) {
    case 'page':
      return event.respondWith(openPage(event))
    case 'file':
      return event.respondWith(openFile(request))
    case 'style':
      return event.respondWith(new Response(plainStyle, { headers: { 'Content-Type': 'text/css' } }))
  }
})

/** From the server if it answers; else as it was kept; else a sentence that says what to do. */
async function openPage(event: Asking): Promise<Response> {
  const { pathname } = new URL(event.request.url)
  const answered = fetch(event.request)
  const judged = answered.then(async (response) => drop(caches, await refuted(caches, response)))
  event.waitUntil(judged.catch(() => undefined))
  const kept = await keptPage(caches, pathname, Date.now()).catch(() => undefined)
  const response = await Promise.race([answered, ...(kept ? [later(patienceMs)] : [])]).catch(() => undefined)
  if (response && response.status < 500) return response
  return kept ?? response ?? plainPage()
}

async function openFile(request: Request): Promise<Response> {
  const kept = await keptFile(caches, new URL(request.url).pathname).catch(() => undefined)
  return kept ?? fetch(request)
}

function later(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms))
}

function plainPage(): Response {
  const asked = new URL(location.href).searchParams.get('lang')
  const locale = isLocale(asked) ? asked : 'zh-CN'
  const t = translator(words, locale)
  const html = `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('title'))}</title>
<link rel="stylesheet" href="${plainStylePath}">
<main>
<h1>${escaped(t('title'))}</h1>
<p>${escaped(t('text'))}</p>
<p><a href="">${escaped(t('again'))}</a></p>
</main>
</html>`
  const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
  })
}

/** The paper, the ink and the green of the house (app.css), for one page that has no other file. */
const plainStyle = `:root { color-scheme: light dark; }
body { margin: 0; padding: 3rem 1.5rem; font: 17px/1.75 "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; background: oklch(0.983 0.006 95); color: oklch(0.245 0.018 160); }
main { max-width: 34em; margin: 0 auto; }
h1 { font-size: 1.375rem; line-height: 1.4; font-weight: 600; }
a { display: inline-block; min-height: 44px; padding: 0 1.25rem; line-height: 44px; border-radius: 8px; background: oklch(0.445 0.083 163); color: oklch(0.985 0.008 120); text-decoration: none; }
@media (prefers-color-scheme: dark) {
  body { background: oklch(0.222 0.013 165); color: oklch(0.925 0.009 110); }
  a { background: oklch(0.77 0.085 162); color: oklch(0.215 0.03 165); }
}
`
