import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'

/**
 * Remix goes through all routes of its build several times for each request, and again when it renders: with forty routes
 * that is a fifth of a page's time. Here each first word of a path («lessons», «cohorts») has a handler that knows only its
 * own routes, and the one for unknown addresses; what has no word of its own goes to the whole. The routes themselves, and what browsers are told of them
 * (`/__manifest`), stay as they are.
 */
export function remixByFirstWord(build: ServerBuild, mode: string): RequestHandler {
  const whole = createRequestHandler(build, mode)
  const handlers = new Map<string, RequestHandler>()
  for (const [word, routeIds] of wordsOf(build))
    handlers.set(word, createRequestHandler(onlyRoutes(build, routeIds), mode))
  return (request, context) => (handlers.get(firstWord(request.url)) ?? whole)(request, context)
}

/** «/lessons/abc.data?x» → «lessons»; the front page has none. */
export function firstWord(url: string): string {
  const path = url.slice(url.indexOf('/', url.indexOf('//') + 2))
  return /^\/([\w-]*)/.exec(path)?.[1] ?? ''
}

/** Ids of the routes under each first word; routes that begin with a parameter have none. */
function wordsOf(build: ServerBuild): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>()
  for (const route of Object.values(build.routes)) {
    if (!route) continue
    const word = pathOf(build, route.id).split('/')[0] ?? ''
    if (word === '' || word.startsWith(':') || word === '*') continue
    words.set(word, (words.get(word) ?? new Set<string>()).add(route.id))
  }
  return words
}

function pathOf(build: ServerBuild, routeId: string): string {
  const route = build.routes[routeId]
  if (!route) return ''
  const above = route.parentId ? pathOf(build, route.parentId) : ''
  return [above, route.path].filter(Boolean).join('/')
}

function onlyRoutes(build: ServerBuild, routeIds: ReadonlySet<string>): ServerBuild {
  const isKept = (id: string) => id === 'root' || routeIds.has(id) || build.routes[id]?.path === '*'
  const kept = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => isKept(id)))
  return { ...build, routes: kept(build.routes), assets: { ...build.assets, routes: kept(build.assets.routes) } }
}
