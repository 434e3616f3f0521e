import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Blueprint } from './blueprint.ts'

export const blueprintsFile = resolve('.content', 'blueprints.json')

let blueprints: readonly Blueprint[] | undefined

/** The official blueprints, from memory. Written by `npm run content` of this same version of the code. */
export function officialBlueprints(): readonly Blueprint[] {
  blueprints ??= JSON.parse(readFileSync(blueprintsFile, 'utf8')) as readonly Blueprint[]
  return blueprints
}
