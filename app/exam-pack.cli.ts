/**
 * Part of `npm run content`: checks content/exam and writes it to .content/ for the site. Says what is wrong with file, line
 * and a sentence, and then leaves the last good pack where it is.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { examPack } from '~/i18n/exam-pack.ts'
import { translator, type Values } from '~/i18n/messages.ts'
import { blueprintsFile } from '~/modules/exams/official-blueprints.server.ts'
import { readBlueprints } from '~/modules/exams/read-blueprints.server.ts'
import { packFile } from '~/modules/questions/official-pack.server.ts'
import { readPack } from '~/modules/questions/read-pack.server.ts'

const zh = translator(examPack, 'zh-CN')
const en = translator(examPack, 'en')
const folder = 'content/exam'

const { pack, problems } = readPack(folder)
const { blueprints, problems: faults } = readBlueprints(folder)
const all = [...problems, ...faults]
for (const { code, file, line, values } of all) print(file, line, `pack.${code}`, values)
if (all.length > 0) process.exit(1)

mkdirSync('.content', { recursive: true })
write(packFile, pack)
write(blueprintsFile, blueprints)
console.log(
  `exam pack: ${pack.questions.length} questions, ${pack.syllabus.points.length} points, ${blueprints.length} blueprints`,
)

function print(file: string, line: number, key: keyof typeof examPack & string, values: Values): void {
  console.error(`${folder}/${file}:${line}: error`)
  console.error(`  ${zh(key, values)}\n  ${en(key, values)}`)
}

/** Written beside and moved: whoever reads it meanwhile reads the old one or the new one, whole. */
function write(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(value))
  renameSync(`${file}.new`, file)
}
