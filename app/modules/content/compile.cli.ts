import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { authoring } from '~/i18n/authoring.ts'
import { translator } from '~/i18n/messages.ts'
import { compileContent } from './compile-content.server.ts'
import { contentFolder, libraryFile, mediaFolder } from './library.server.ts'
import type { ContentProblem } from './problems.ts'

/*
 * `npm run content`: compiles `content/` to `.content/`. Says what is wrong with file, line and column, in both languages,
 * and then leaves the last good library where it is.
 */
const zh = translator(authoring, 'zh-CN')
const en = translator(authoring, 'en')
const source = 'content'

const started = performance.now()
const { library, problems, media } = await compileContent(source)
for (const one of problems) print(one)
if (!library) process.exit(1)

mkdirSync(contentFolder, { recursive: true })
rmSync(mediaFolder, { recursive: true, force: true })
mkdirSync(mediaFolder)
for (const [name, file] of media) copyFileSync(file, join(mediaFolder, name))
// Written beside and moved: whoever reads it meanwhile reads the old one or the new one, whole.
writeFileSync(`${libraryFile}.new`, JSON.stringify(library))
renameSync(`${libraryFile}.new`, libraryFile)

// The worker that compiles lessons written in the browser, in one file.
await build({
  entryPoints: ['app/modules/content/lesson-markdown.worker.ts'],
  outfile: join(contentFolder, 'lesson-markdown.worker.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
})

const ms = Math.round(performance.now() - started)
console.log(`content: ${library.documents.length} lessons, ${problems.length} warnings, ${ms} ms`)

function print(one: ContentProblem): void {
  const kind = one.isWarning ? 'warning' : 'error'
  const key = `problem.${one.code}` as const
  console.error(`${source}/${one.file}:${one.line}:${one.column}: ${kind} ${one.code}`)
  console.error(`  ${zh(key, one.values)}\n  ${en(key, one.values)}`)
}
