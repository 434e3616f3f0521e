import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKeepable } from '~/keepable.ts'
import { paths } from '~/paths.ts'
import { copyToShow, filesOf, type KeptCopy, nameOfCopy, namesToDrop, partOf, refutedBy } from './kept-pages.ts'

const origin = 'https://yucai.example.cn'
const hash = 'a'.repeat(64)
const asked = (path: string, mode = 'navigate', method = 'GET') =>
  partOf({ method, mode, url: origin + path }, origin, isKeepable)

test('the worker answers for the set of the day, for files named by their content, and for nothing else', () => {
  expect(asked(paths.practiceOffline('jz'))).toBe('page')
  expect(asked('/assets/frame-DkZ_1.js', 'cors')).toBe('file')
  expect(asked(paths.picture(hash), 'no-cors')).toBe('file')
  expect(asked('/worker.css', 'no-cors')).toBe('style')
})

test('every other address of the site is the browser’s own affair', () => {
  const others = Object.entries(paths).flatMap(([name, path]) => {
    return name === 'practiceOffline' || name === 'picture'
      ? []
      : [String(Reflect.apply(path, paths, ['one', 'sheet', { q: 'x' }]))]
  })
  expect(others.length).toBeGreaterThan(60)
  const files = ['/assets/x.js', paths.picture(hash), paths.document(hash), paths.media(`${hash}.mp4`), '/favicon.svg']
  for (const path of [...others, ...files, '/healthz', '/__manifest?p=/today', '/worker.js']) {
    expect(asked(path), path).toBeNull()
  }
})

test('nothing is answered but a plain GET of exactly that address on this site', () => {
  const page = paths.practiceOffline('jz')
  expect(asked(page, 'navigate', 'POST')).toBeNull()
  expect(asked(page, 'cors')).toBeNull()
  for (const path of [`${page}?x=1`, `${page}/`, `${page}.data`, `/x${page}`, '/practice//offline', `${page}x`]) {
    expect(asked(path), path).toBeNull()
  }
  expect(partOf({ method: 'GET', mode: 'navigate', url: `https://else.cn${page}` }, origin, isKeepable)).toBeNull()
  expect(partOf({ method: 'GET', mode: 'navigate', url: 'not an address' }, origin, isKeepable)).toBeNull()
})

test('whatever is asked, in whatever way: only a navigation to a keepable page opens one, and no post is ever touched', () => {
  const part = fc.constantFrom('practice', 'offline', 'jz', 'assets', 'pictures', hash, 'today', '..', '', '?', 'x.js')
  const path = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`)
  fc.assert(
    fc.property(
      path,
      fc.constantFrom('navigate', 'cors', 'no-cors'),
      fc.constantFrom('GET', 'POST', 'HEAD'),
      (...one) => {
        const [url, mode, method] = one
        const verdict = asked(url, mode, method)
        const { pathname } = new URL(origin + url)
        if (method !== 'GET') expect(verdict).toBeNull()
        if (verdict === 'page')
          expect([mode, /^\/practice\/[^/]+\/offline$/.test(pathname)]).toEqual(['navigate', true])
        if (verdict === 'file') expect(pathname).toMatch(/^\/(assets|pictures)\//)
      },
    ),
  )
})

test('a page’s files are those that it names between quotes, also in the data behind it, each once', () => {
  const html = `<link rel="modulepreload" href="/assets/vendor-A_b~1.js"/><script type=module>import "/assets/manifest-9.js";
    import * as root from '/assets/vendor-A_b~1.js'</script><img src="/pictures/${hash}"/>
    <script>controller.enqueue("[\\"/pictures/${'b'.repeat(64)}\\",\\"/today\\"]")</script><p>/assets/said.js</p>`
  expect(filesOf(html)).toEqual([
    '/assets/vendor-A_b~1.js',
    '/assets/manifest-9.js',
    `/pictures/${hash}`,
    `/pictures/${'b'.repeat(64)}`,
  ])
})

const day = 24 * 60 * 60_000
const now = Date.parse('2026-11-25T23:30:00Z')
const copyOf = fc
  .record({
    path: fc.constantFrom('/practice/jz/offline', '/practice/gs/offline'),
    personId: fc.constantFrom('she', 'he'),
    keptAt: fc.integer({ min: now - 5 * day, max: now - 1 }),
    siteAhead: fc.constant(0),
  })
  .chain((copy) => fc.uuid().map((random): KeptCopy => ({ ...copy, name: nameOfCopy(copy.keptAt, random) })))
const copiesOnDevice = fc.uniqueArray(copyOf, { maxLength: 6, selector: ({ name }) => name })

test('the newest copy of a page is shown, for three days', () => {
  const copy = (path: string, daysAgo: number): KeptCopy => {
    return { name: `yucai-kept ${path} ${daysAgo}`, path, personId: 'she', keptAt: now - daysAgo * day, siteAhead: 0 }
  }
  const copies = [copy('a', 2), copy('a', 1), copy('b', 0), copy('c', 3)]
  expect(copyToShow(copies, 'a', now)).toBe(copies[1])
  expect(copyToShow(copies, 'c', now)).toBeNull()
  expect(copyToShow(copies, 'c', now - 1)).toBe(copies[3])
  expect(copyToShow(copies, 'd', now)).toBeNull()
})

test('a copy that was made whole stays with her fresh ones of other pages; nobody else’s does, and no older one of the page', () => {
  fc.assert(
    fc.property(copiesOnDevice, copyOf, fc.array(fc.uuid(), { maxLength: 3 }), (others, fresh, broken) => {
      const made = { ...fresh, name: nameOfCopy(now, 'made'), keptAt: now }
      const partial = broken.map((random) => nameOfCopy(now - day, random))
      const foreign = ['another cache']
      const names = [...others.map(({ name }) => name), ...partial, ...foreign, made.name]
      const dropped = new Set(namesToDrop(names, [...others, made], made, now))
      expect(dropped.has(made.name)).toBe(false)
      expect(dropped.has('another cache')).toBe(false)
      for (const name of partial) expect(dropped.has(name)).toBe(true)
      const left = others.filter(({ name }) => !dropped.has(name))
      for (const { personId, path, keptAt } of left) {
        expect([personId, path === made.path, now - keptAt < 3 * day]).toEqual([made.personId, false, true])
      }
      // What may stay does: nothing of hers is lost for keeping another page.
      const hers = others.filter((one) => one.personId === made.personId && one.path !== made.path)
      expect(left).toEqual(hers.filter(({ keptAt }) => now - keptAt < 3 * day))
    }),
  )
})

const said = (status: number, keptFor: string | null, type = 'basic') => ({ status, type, keptFor })

test('the page of another person, or one that may not be kept, takes all others’ copies away; a broken or absent answer none', () => {
  fc.assert(
    fc.property(copiesOnDevice, (copies) => {
      expect(refutedBy(said(200, 'she'), copies)).toEqual(copies.filter(({ personId }) => personId !== 'she'))
      expect(refutedBy(said(200, null), copies)).toEqual(copies)
      expect(refutedBy(said(404, null), copies)).toEqual(copies)
      // Her session has ended, or the server is not well.
      for (const status of [302, 429, 500, 502, 503]) expect(refutedBy(said(status, null), copies)).toEqual([])
      expect(refutedBy(said(0, null, 'opaqueredirect'), copies)).toEqual([])
    }),
  )
})
