import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { BlueprintShape } from './blueprint.schema.ts'
import type { Blueprint } from './blueprint.ts'
import { checkBlueprint } from './blueprint-check.ts'

export type BlueprintFault = {
  readonly code: 'blueprint'
  readonly file: string
  readonly line: number
  readonly values: { readonly what: string }
}

/** Reads content/exam/blueprints: one file, one blueprint. */
export function readBlueprints(folder: string): {
  readonly blueprints: readonly Blueprint[]
  readonly problems: readonly BlueprintFault[]
} {
  const path = join(folder, 'blueprints')
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.yaml')) : []
  const problems: BlueprintFault[] = []
  const blueprints = names.toSorted().flatMap((name): readonly Blueprint[] => {
    const parsed = BlueprintShape.safeParse(parse(readFileSync(join(path, name), 'utf8')))
    const wrong = parsed.success
      ? checkBlueprint(parsed.data).map(({ code, at }) => (at === null ? code : `${at}: ${code}`))
      : parsed.error.issues.map(({ path: place, message }) => `${place.join('.')}: ${message}`)
    for (const what of wrong) {
      problems.push({ code: 'blueprint', file: join('blueprints', name), line: 1, values: { what } })
    }
    return parsed.success && wrong.length === 0 ? [parsed.data] : []
  })
  return { blueprints, problems }
}
