import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { pagesByPerson } from './pages.ts'

/** Routes that answer with data, a file or a redirect: there is no page to walk over. */
const resources = [
  'routes/_index',
  'routes/attempts.$attemptId_.sync',
  'routes/bank.export',
  'routes/cohorts_.$cohortId_.exam[.]xlsx',
  'routes/cohorts_.$cohortId_.progress[.]xlsx',
  'routes/cohorts_.$cohortId_.readiness[.]xlsx',
  'routes/cohorts_.$cohortId_.sittings_.$sittingId_.results[.]xlsx',
  'routes/documents.$hash',
  'routes/lessons.$lessonId_.visit',
  'routes/live',
  'routes/locale',
  'routes/logout',
  'routes/media.$name',
  'routes/pictures.$hash',
  'routes/practice.sync',
]
/** Walked by gallery.spec.ts, which finds its stories by itself, and by walk.spec.ts, which makes what the page shows first. */
const elsewhere = [
  'routes/attempts.$attemptId',
  'routes/attempts.$attemptId_.result',
  'routes/authoring.$lessonId',
  'routes/bank.import_.$importId',
  'routes/cohorts_.$cohortId_.sittings_.$sittingId_.regrade',
  'routes/gallery.$story',
]

type Manifested = { readonly id: string; readonly path?: string; readonly children?: readonly Manifested[] }

function pageRoutes(): ReadonlyArray<{ id: string; path: string }> {
  const told = execFileSync('node_modules/.bin/remix', ['routes', '--json'], { encoding: 'utf8' })
  const flat = (route: Manifested, above: string): ReadonlyArray<{ id: string; path: string }> => {
    const path = `${above}/${route.path ?? ''}`.replace(/\/+/g, '/')
    return [{ id: route.id, path }, ...(route.children ?? []).flatMap((child) => flat(child, path))]
  }
  const roots: readonly Manifested[] = JSON.parse(told.slice(told.indexOf('[')))
  return roots.flatMap((root) => flat(root, '/')).filter(({ id }) => id !== 'root')
}

test('every page of the site is walked over by somebody, and every page that is walked over exists', () => {
  const routes = pageRoutes()
  const known = new Set(routes.map(({ id }) => id))
  expect([...resources, ...elsewhere].filter((id) => !known.has(id))).toEqual([])

  // The most literal pattern wins, as in the router; «*» is asked last.
  const patterns = routes
    .map(({ id, path }) => ({
      id,
      pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replace('*', '.+')}$`),
      params: path.split(/[:*]/),
    }))
    .sort(
      (one, other) =>
        Number(one.id === 'routes/$') - Number(other.id === 'routes/$') || one.params.length - other.params.length,
    )
  const stops = Object.values(pagesByPerson).flat()
  const walked = stops.map(({ path }) => ({
    path,
    id: patterns.find(({ pattern }) => pattern.test(new URL(path, 'http://site').pathname))?.id,
  }))
  expect(walked.filter(({ id }) => id === undefined)).toEqual([])
  const reached = new Set(walked.map(({ id }) => id))
  const missing = routes.filter(({ id }) => ![...resources, ...elsewhere].includes(id) && !reached.has(id))
  expect(missing.map(({ id }) => id)).toEqual([])
})
