import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type ManifestRoute = { id: string; parentId?: string; module: string; imports?: string[]; css?: string[] }
type Manifest = { entry: { module: string; imports: string[] }; routes: Record<string, ManifestRoute> }

/** What a browser needs for one route of a Remix build: its own module, its parents', and all that they import. */
export type Weight = { readonly scripts: number; readonly styles: number; readonly files: number }

/** Gzipped bytes, as a phone receives them on a first visit. */
export function weigh(buildFolder: string, routeId: string): Weight {
  const manifest = readManifest(buildFolder)
  const routes = lineage(manifest, routeId)
  const scripts = new Set([manifest.entry.module, ...manifest.entry.imports])
  const styles = new Set<string>()
  for (const route of routes) {
    for (const script of [route.module, ...(route.imports ?? [])]) scripts.add(script)
    for (const style of route.css ?? []) styles.add(style)
  }
  return { scripts: sum(buildFolder, scripts), styles: sum(buildFolder, styles), files: scripts.size + styles.size }
}

export function routeIds(buildFolder: string): readonly string[] {
  return Object.keys(readManifest(buildFolder).routes)
}

/** Style sheets of the build that no route asks for. */
export function strayStyles(buildFolder: string): readonly string[] {
  const asked = Object.values(readManifest(buildFolder).routes).flatMap(({ css }) => css ?? [])
  const styles = readdirSync(join(buildFolder, 'assets')).filter((name) => name.endsWith('.css'))
  return styles.filter((name) => !asked.includes(`/assets/${name}`))
}

function lineage(manifest: Manifest, routeId: string): readonly ManifestRoute[] {
  const route = manifest.routes[routeId]
  if (!route) throw new Error(`no route ${routeId}`)
  return route.parentId ? [...lineage(manifest, route.parentId), route] : [route]
}

function manifestName(buildFolder: string): string {
  const name = readdirSync(join(buildFolder, 'assets')).find((file) => /^manifest-.*\.js$/.test(file))
  if (!name) throw new Error(`${buildFolder} is not built`)
  return `/assets/${name}`
}

function readManifest(buildFolder: string): Manifest {
  const text = readFileSync(join(buildFolder, manifestName(buildFolder)), 'utf8')
  return JSON.parse(text.replace(/^window\.__remixManifest=/, '').replace(/;\s*$/, ''))
}

function sum(buildFolder: string, files: ReadonlySet<string>): number {
  return [...files].reduce(
    (total, file) => total + gzipSync(readFileSync(join(buildFolder, file)), { level: 9 }).length,
    0,
  )
}
