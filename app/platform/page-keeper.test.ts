import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptFor } from './kept-pages.ts'
import { drop, forgetOthers, keepPage, keptFile, keptPage, refuted, type Shelves, wholeCopies } from './page-keeper.ts'

const path = '/practice/jz/offline'
const picture = `/pictures/${'c'.repeat(64)}`

/** What a site answers: a page of a build for whoever is signed in, and the files of the builds that are there. */
type Site = {
  build: number
  person: string | null
  mayKeep: boolean
  builds: ReadonlySet<number>
  broken: number | null
}

/** A device with caches and a network that may go after so many answers. */
function world() {
  const site: Site = { build: 1, person: 'she', mayKeep: true, builds: new Set([1]), broken: null }
  const state = { now: 1_000_000, answersLeft: Number.POSITIVE_INFINITY, made: 0, stepsLeft: Number.POSITIVE_INFINITY }
  const caches = new Map<string, Map<string, Response>>()
  /** What a tab does to the caches, until it is closed. */
  const step = () => {
    if (state.stepsLeft <= 0) throw new Error('the tab is closed')
    state.stepsLeft -= 1
  }
  const shelves: Shelves = {
    keys: async () => [...caches.keys()],
    delete: async (name) => {
      step()
      return caches.delete(name)
    },
    open: async (name) => {
      const shelf = caches.get(name) ?? new Map<string, Response>()
      caches.set(name, shelf)
      return {
        match: async (asked) => shelf.get(asked)?.clone(),
        put: async (asked, response) => {
          step()
          shelf.set(asked, response)
        },
      }
    },
  }
  const ask = async (asked: string): Promise<Response> => {
    if (state.answersLeft <= 0) throw new TypeError('Failed to fetch')
    state.answersLeft -= 1
    if (site.broken !== null) return new Response('broken', { status: site.broken })
    if (asked === path) return pageOf(site)
    const build = Number(/-(\d+)\.js$/.exec(asked)?.[1] ?? site.build)
    return site.builds.has(build) ? new Response(`${asked} is here`) : new Response('gone', { status: 404 })
  }
  const random = () => String(++state.made)
  const keep = (personId = 'she') =>
    keepPage({ shelves, ask, now: () => state.now, random }, path, personId).catch(() => undefined)
  return { site, state, shelves, keep }
}

function pageOf({ build, person, mayKeep }: Site): Response {
  if (person === null) return new Response(null, { status: 302, headers: { Location: '/login' } })
  const files = ['entry', 'vendor', 'route'].map((name) => `<script src="/assets/${name}-${build}.js"></script>`)
  const html = `<html>${person} build ${build}${files.join('')}<img src="${picture}"></html>`
  return new Response(html, { headers: mayKeep ? keptFor(person) : {} })
}

/** The page that opens without a network and all files it names: which build and person, or that something is missing. */
async function opened(shelves: Shelves, now: number) {
  const page = await keptPage(shelves, path, now)
  if (!page) return null
  const html = await page.text()
  const [, person, build] = /(\w+) build (\d+)/.exec(html) ?? []
  const files = [...html.matchAll(/src="([^"]+)"/g)].map(([, file]) => file ?? '')
  const isWhole = (await Promise.all(files.map((file) => keptFile(shelves, file)))).every(Boolean)
  return { person, build: Number(build), isWhole }
}

test('a page is kept with its files and its pictures, for its person', async () => {
  const { state, shelves, keep } = world()
  await keep()
  expect(await opened(shelves, state.now)).toEqual({ person: 'she', build: 1, isWhole: true })
  expect(await wholeCopies(shelves)).toMatchObject([{ path, personId: 'she', keptAt: state.now }])
  expect(await keptPage(shelves, '/practice/gs/offline', state.now)).toBeUndefined()
})

test('how far the site’s clock is ahead is known from its answer', async () => {
  const { site, shelves, state } = world()
  const ask = async () => {
    const page = pageOf(site)
    page.headers.set('Date', new Date(state.now + 61_000).toUTCString())
    return new Response('no files', page)
  }
  await keepPage({ shelves, ask, now: () => state.now, random: () => 'one' }, path, 'she')
  expect((await wholeCopies(shelves))[0]?.siteAhead).toBe(61_000)
})

test('wherever the network goes while a newer build is kept, the older copy stays whole, or the newer one is', async () => {
  for (let answers = 0; answers <= 6; answers++) {
    const { site, state, shelves, keep } = world()
    await keep()
    Object.assign(site, { build: 2, builds: new Set([2]) })
    state.answersLeft = answers
    await keep()
    const build = answers >= 5 ? 2 : 1
    expect(await opened(shelves, state.now), `${answers} answers`).toEqual({ person: 'she', build, isWhole: true })
    expect(await shelves.keys()).toHaveLength(1)
  }
})

test('wherever the tab is closed while a newer build is kept, the older copy stays whole, or the newer one is', async () => {
  const builds = new Set<number>()
  for (let steps = 0; steps <= 8; steps++) {
    const { site, state, shelves, keep } = world()
    await keep()
    Object.assign(site, { build: 2, builds: new Set([2]) })
    Object.assign(state, { stepsLeft: steps, now: state.now + 1 })
    await keep()
    state.stepsLeft = Number.POSITIVE_INFINITY
    const page = await opened(shelves, state.now)
    expect(page, `${steps} steps`).toMatchObject({ person: 'she', isWhole: true })
    builds.add(page?.build ?? 0)
    // What was left half is swept with the next copy.
    await keep()
    expect(await shelves.keys()).toHaveLength(1)
  }
  expect([...builds]).toEqual([1, 2])
})

test('a file of the build that is gone already makes no copy; a picture that is nowhere is missing as on the page', async () => {
  const { site, state, shelves, keep } = world()
  site.builds = new Set([7])
  await keep()
  expect(await shelves.keys()).toEqual([])
  expect(await opened(shelves, state.now)).toBeNull()
})

test('a copy is of the person who asked for it: whoever signed in meanwhile is not kept by her window', async () => {
  const { site, state, shelves, keep } = world()
  await keep('she')
  site.person = 'he'
  await keep('she')
  expect(await opened(shelves, state.now)).toBeNull()
})

test('where another person practises, the copies of others go, and hers stay', async () => {
  const { state, shelves, keep } = world()
  await keep()
  await forgetOthers(shelves, 'she')
  expect(await opened(shelves, state.now)).toMatchObject({ person: 'she', isWhole: true })
  await forgetOthers(shelves, 'he')
  expect(await shelves.keys()).toEqual([])
})

type Act = 'keep' | 'visit' | 'deploy' | 'she' | 'he' | 'session ends' | 'cut' | 'mend' | 'breaks' | 'day' | 'forbid'

test('whatever happens in whatever order: what opens is whole, of one build, of the person who kept it last', async () => {
  const acts = fc.constantFrom<Act>(
    ...(['keep', 'visit', 'deploy', 'she', 'he', 'session ends', 'cut', 'mend', 'breaks', 'day', 'forbid'] as const),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(acts, fc.nat(7)), { maxLength: 25 }), async (history) => {
      const { site, state, shelves, keep } = world()
      let known = 'she'
      for (const [act, amount] of history) {
        state.now += 1
        if (act === 'keep') await keep(known)
        else if (act === 'visit') {
          // The worker asks the server first, and believes what it says.
          const isThere = state.answersLeft > 0 && site.broken === null
          if (isThere) await drop(shelves, await refuted(shelves, pageOf(site)))
        } else if (act === 'deploy') {
          site.build += 1
          site.builds = new Set([site.build])
        } else if (act === 'she' || act === 'he') {
          // Signing in empties the caches.
          if (site.person !== act) await drop(shelves, await shelves.keys())
          ;[site.person, known] = [act, act]
        } else if (act === 'session ends') site.person = null
        else if (act === 'cut') state.answersLeft = amount
        else if (act === 'mend') [state.answersLeft, site.broken, site.mayKeep] = [Number.POSITIVE_INFINITY, null, true]
        else if (act === 'breaks') site.broken = 503
        else if (act === 'day') state.now += 24 * 60 * 60_000
        else site.mayKeep = false

        const page = await opened(shelves, state.now)
        if (page) expect(page).toMatchObject({ isWhole: true, person: known })
        expect((await shelves.keys()).length).toBeLessThanOrEqual(1)
      }
    }),
  )
})
