import { readdirSync, readFileSync } from 'node:fs'

export type BuiltRoute = { readonly id: string; readonly hasLoader: boolean; readonly hasAction: boolean }

/** The routes of the built site, from the list that the build makes for browsers. */
export function builtRoutes(): readonly BuiltRoute[] {
  const folder = new URL('../../build/client/assets/', import.meta.url)
  const [name] = readdirSync(folder).filter((file) => /^manifest-.*\.js$/.test(file))
  if (!name) throw new Error('The site is not built: npm run build')
  const text = readFileSync(new URL(name, folder), 'utf8')
  const manifest: { routes: Record<string, BuiltRoute> } = JSON.parse(
    text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1),
  )
  return Object.values(manifest.routes)
}
