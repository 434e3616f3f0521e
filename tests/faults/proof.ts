/**
 * `npm run proof`: the long editions of what `npm test` runs short. Every file named `*.proof.ts` below tests/ is one proof
 * and prints one figure; all figures go into a table below reports/ with date and commit. `npm run proof -- kill race` runs
 * those whose names contain a word.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clock } from '~/platform/clock.ts'

export type Proof = {
  /** what is promised, in one line */
  readonly promise: string
  readonly run: () => Promise<{ readonly kept: boolean; readonly figure: string }>
}

type Outcome = { readonly name: string; readonly promise: string; readonly kept: boolean; readonly figure: string }

function proofFiles(folder = 'tests'): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return proofFiles(path)
    return entry.name.endsWith('.proof.ts') ? [path] : []
  })
}

async function prove(path: string): Promise<Outcome> {
  const name = path.replace(/^tests\//, '').replace(/\.proof\.ts$/, '')
  const { default: proof }: { default: Proof } = await import(pathToFileURL(path).href)
  process.stdout.write(`${name}: ${proof.promise} … `)
  const started = performance.now()
  const outcome = await proof.run().catch((error: unknown) => ({ kept: false, figure: `failed: ${String(error)}` }))
  const seconds = ((performance.now() - started) / 1_000).toFixed(0)
  console.log(`${outcome.kept ? 'kept' : 'BROKEN'}: ${outcome.figure} (${seconds} s)`)
  return { name, promise: proof.promise, ...outcome }
}

function report(outcomes: readonly Outcome[]): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const now = clock.now().toISOString()
  const rows = outcomes.map(
    ({ name, promise, kept, figure }) => `| ${name} | ${promise} | ${kept ? 'kept' : '**broken**'} | ${figure} |`,
  )
  mkdirSync('reports', { recursive: true })
  const path = join('reports', `proof-${now.slice(0, 16).replaceAll(':', '')}-${commit}.md`)
  const head = `# Proof, ${now}, commit ${commit}, Node ${process.version}\n\n| | promise | | figure |\n|---|---|---|---|\n`
  writeFileSync(path, `${head}${rows.join('\n')}\n`)
  return path
}

const words = process.argv.slice(2)
const chosen = proofFiles().filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
const outcomes: Outcome[] = []
for (const path of chosen) outcomes.push(await prove(path))
console.log(`written to ${report(outcomes)}`)
process.exit(outcomes.length > 0 && outcomes.every(({ kept }) => kept) ? 0 : 1)
