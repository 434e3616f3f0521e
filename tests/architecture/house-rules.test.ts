import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { isTest, read, sourceFiles } from './source-files.ts'

const files = [...sourceFiles('app'), ...sourceFiles('prisma'), ...sourceFiles('tests')]
const own = files.filter((path) => path.startsWith('app/') && !isTest(path))
const routes = own.filter((path) => path.startsWith('app/routes/'))

const lines = (path: string) => read(path).split('\n').length

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

test('files are small enough to read in one sitting', () => {
  expect(own.filter((path) => lines(path) > 400)).toEqual([])
  expect(routes.filter((path) => lines(path) > 300)).toEqual([])
  expect(percentile(own.map(lines), 0.95)).toBeLessThanOrEqual(270)
})

test('names say what is inside', () => {
  const empty = /^(utils?|helpers?|lib|common|misc|services?|managers?|types|constants|index)$/
  const strays = files.filter((path) => path.split('/').some((part) => empty.test(part.replace(/\..*$/, ''))))
  expect(strays.filter((path) => !/routes\/.*_index/.test(path))).toEqual([])
})

const exported = /export (?:const|async function|function) (loader|action)\b([^\n]*)/g

test.each(routes)('%s: its loader and action are guarded, or open and said so', (path) => {
  for (const [, name, rest] of read(path).matchAll(exported)) {
    expect(`${name}${rest}`).toMatch(/^(loader|action) = (guarded|open)\(/)
  }
})

test('the rule above bites', () => {
  const bare = [...'export async function loader() {\n'.matchAll(exported)]
  expect(bare[0]?.[2]).not.toMatch(/guarded|open/)
})

test('the environment is read in one place', () => {
  const readers = files.filter((path) => /process\.env/.test(read(path)) && !/^(tests|prisma)\//.test(path))
  expect(readers).toEqual(['app/platform/env.server.ts'])
})

test('pure files take now and randomness as arguments', () => {
  const isPure = (path: string) =>
    /^app\/(modules|i18n|platform)\/.*\.ts$/.test(path) && !/\.(server|cli|worker)\.ts$|\/use-[a-z-]+\.ts$/.test(path)
  const impure = /Math\.random|Date\.now|new Date\(\)|process\.|\bfetch\(/
  // The machine itself: its clock, and its way to the site.
  const allowed = ['app/platform/clock.ts', 'app/platform/post-json.ts']
  const strays = own.filter(
    (path) => isPure(path) && !allowed.includes(path) && impure.test(withoutComments(read(path))),
  )
  expect(strays).toEqual([])
})

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}

test('nothing is styled inline: the policy would refuse it', () => {
  expect(own.filter((path) => /\sstyle=[{"]/.test(read(path)))).toEqual([])
})

test('every URL is built in paths.ts', () => {
  const link = /(?:to|href|action|redirect\()=?[{(]?["'`]\/[a-z]/
  const allowed = ['app/root.tsx', 'app/paths.ts']
  expect(own.filter((path) => path.endsWith('.tsx') && !allowed.includes(path) && link.test(read(path)))).toEqual([])
})

test('only the types at parsing edges are forced', () => {
  const forced = own.filter((path) => /: any\b|as any\b|<any>|as unknown as/.test(withoutComments(read(path))))
  expect(forced.filter((path) => !/platform\/db\.server\.ts$/.test(path))).toEqual([])
})

test('no test is skipped or isolated', () => {
  const tests = files.filter((path) => /\.(test|spec)\.tsx?$/.test(path) && !path.endsWith('house-rules.test.ts'))
  expect(tests.filter((path) => /\b(it|test|describe)\.(skip|todo|only)\b/.test(read(path)))).toEqual([])
})

test('source names are unique enough to find: no two files of a module share a name', () => {
  const names = own
    .filter((path) => path.startsWith('app/modules/'))
    .map((path) => path.split('/').slice(2, 3) + basename(path))
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
