import { expect, test } from 'vitest'
import { type Import, importsOf, isTest, sourceFiles } from './source-files.ts'

/*
 * The import table of the house (docs/decisions/0002): four storeys of modules. A module imports from any storey below and,
 * inside its own storey, only what its row names. A new module adds its row here.
 */
const storeys = { ground: 0, act: 1, desk: 2, reader: 3 } as const
const modules: Readonly<Record<string, { storey: keyof typeof storeys; beside: readonly string[] }>> = {
  audit: { storey: 'ground', beside: [] },
  identity: { storey: 'ground', beside: ['audit'] },
  cohorts: { storey: 'ground', beside: ['identity', 'audit'] },
  files: { storey: 'ground', beside: ['identity', 'audit'] },
  evidence: { storey: 'ground', beside: [] },
  content: { storey: 'ground', beside: ['identity', 'cohorts', 'audit'] },
  questions: { storey: 'ground', beside: ['identity', 'audit', 'cohorts'] },
  works: { storey: 'ground', beside: ['identity', 'cohorts', 'evidence', 'audit', 'deadlines'] },
  deadlines: { storey: 'ground', beside: ['identity', 'audit'] },
  courses: { storey: 'act', beside: [] },
  exams: { storey: 'act', beside: [] },
  reviews: { storey: 'act', beside: ['exams'] },
  diaries: { storey: 'act', beside: [] },
  feedback: { storey: 'desk', beside: [] },
  records: { storey: 'reader', beside: [] },
}

const files = sourceFiles('app').filter((path) => !isTest(path))
const imports = files.flatMap(importsOf)

function moduleOf(path: string): string | undefined {
  return /^app\/modules\/([^/]+)\//.exec(path)?.[1]
}

function isAllowed({ from, to }: Import): boolean {
  const [source, target] = [moduleOf(from), moduleOf(to)]
  if (!source || !target || source === target) return true
  const [own, other] = [modules[source], modules[target]]
  if (!own || !other) return false
  return storeys[other.storey] < storeys[own.storey] || own.beside.includes(target)
}

function shown(list: readonly Import[]) {
  return list.map(({ from, to }) => `${from} → ${to}`)
}

test('every module has a row in the table, and every row a module', () => {
  const present = new Set(files.map(moduleOf).filter((name) => name !== undefined))
  expect([...present].sort()).toEqual(Object.keys(modules).sort())
})

test('modules import downwards, and beside only what their row names', () => {
  expect(shown(imports.filter((one) => !isAllowed(one)))).toEqual([])
})

test('platform and ui know no domain: they import no module', () => {
  const strays = imports.filter(
    ({ from, to }) => /^app\/(platform|ui|i18n)\//.test(from) && moduleOf(to) && !isCatalogueType(from, to),
  )
  expect(shown(strays)).toEqual([])
})

/** Texts may name the types of what they put into words. */
function isCatalogueType(from: string, to: string): boolean {
  return from.startsWith('app/i18n/') && imports.some((one) => one.from === from && one.to === to && one.isTypeOnly)
}

test('nobody imports a route', () => {
  expect(shown(imports.filter(({ to }) => to.startsWith('app/routes/')))).toEqual([])
})

test('pure files touch no machine: no server file, no package but zod in schemas', () => {
  const isPure = (path: string) => /^app\/modules\/.*\.ts$/.test(path) && !/\.(server|cli|worker)\.ts$/.test(path)
  const allowed = (one: Import) =>
    one.isTypeOnly ||
    !/\.server\.ts$|^node:|^@prisma|^@remix-run\/(node|server-runtime|dev)|^app\/platform\/(db|env)/.test(one.to)
  expect(shown(imports.filter((one) => isPure(one.from) && !allowed(one)))).toEqual([])
})

test('routes reach no database', () => {
  const strays = imports.filter(
    ({ from, to }) => from.startsWith('app/routes/') && /platform\/(db|prisma)|@prisma/.test(to),
  )
  expect(shown(strays)).toEqual([])
})

test('lucia is imported by one file', () => {
  const importers = [...new Set(imports.filter(({ to }) => to === 'lucia').map(({ from }) => from))]
  expect(importers).toEqual(['app/modules/identity/session.server.ts'])
})

test('zod stays on the server', () => {
  const strays = imports.filter(
    ({ from, to, isTypeOnly }) => to === 'zod' && !isTypeOnly && !/\.(server|schema|cli|worker)\.ts$/.test(from),
  )
  expect(shown(strays)).toEqual([])
})

test('there is no import cycle', () => {
  expect(findCycle(new Map(files.map((file) => [file, targetsOf(file)])))).toBeNull()
})

function targetsOf(file: string): readonly string[] {
  return imports
    .filter(({ from, to, isTypeOnly }) => from === file && !isTypeOnly && to.startsWith('app/'))
    .map(({ to }) => to)
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>()
  function walk(file: string, path: readonly string[]): readonly string[] | null {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return null
    for (const next of graph.get(file) ?? []) {
      const cycle = walk(next, [...path, file])
      if (cycle) return cycle
    }
    done.add(file)
    return null
  }
  for (const file of graph.keys()) {
    const cycle = walk(file, [])
    if (cycle) return cycle
  }
  return null
}

test('a cycle would be found', () => {
  expect(
    findCycle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
      ]),
    ),
  ).toEqual(['a', 'b', 'c', 'a'])
})
