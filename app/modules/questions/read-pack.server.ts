import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument, type Document as YamlDocument } from 'yaml'
import type { z } from 'zod'
import { EditionFile, PointFile, QuestionFile } from './pack.schema.ts'
import { faultsOf, type Pack, type PackedQuestion, type PackProblem, questionFrom } from './pack.ts'
import { isSubject } from './subjects.ts'
import type { Edition, KnowledgePoint } from './syllabus.ts'

type Path = ReadonlyArray<string | number>
type ReadFile<T> = { readonly value: T; readonly lineOf: (...path: Path) => number }
type Note = (problem: PackProblem) => void

/** Reads content/exam and holds it against itself: every id once, every point known, every key possible. */
export function readPack(folder: string): { readonly pack: Pack; readonly problems: readonly PackProblem[] } {
  const problems: PackProblem[] = []
  const note = (problem: PackProblem) => void problems.push(problem)
  const points = readPoints(folder, note)
  const known = new Set(points.map(({ id }) => id))
  const editions = yamlBelow(folder, 'syllabus')
    .filter((file) => !file.endsWith('points.yaml'))
    .flatMap((file) => readEdition(folder, file, known, note))
  const questions = yamlBelow(folder, 'questions').flatMap((file) => readQuestions(folder, file, known, note))
  noteRepeated(questions, note)
  return { pack: { syllabus: { points, editions }, questions: questions.map(({ question }) => question) }, problems }
}

function readPoints(folder: string, note: Note): readonly KnowledgePoint[] {
  const read = readYaml(folder, join('syllabus', 'points.yaml'), PointFile, note)
  return read?.value.map(({ id, title, titleEn, parent }) => ({ id, title, titleEn, parent: parent ?? null })) ?? []
}

function readEdition(folder: string, file: string, known: ReadonlySet<string>, note: Note): readonly Edition[] {
  const read = readYaml(folder, file, EditionFile, note)
  if (!read) return []
  const { subject, chapters } = read.value
  for (const [c, chapter] of chapters.entries()) {
    for (const [s, section] of chapter.sections.entries()) {
      for (const point of section.points.filter((id) => !known.has(id))) {
        const line = read.lineOf('chapters', c, 'sections', s, 'points')
        note({ code: 'unknownPoint', file, line, values: { point } })
      }
    }
  }
  return isSubject(subject) ? [{ ...read.value, subject }] : []
}

type ReadQuestion = { readonly question: PackedQuestion; readonly file: string; readonly line: number }

function readQuestions(folder: string, file: string, known: ReadonlySet<string>, note: Note): readonly ReadQuestion[] {
  const subject = file.split(/[\\/]/)[1]
  const read = readYaml(folder, file, QuestionFile, note)
  if (!read || !isSubject(subject)) return []
  return read.value.map((entry, at) => {
    const line = read.lineOf(at)
    const question = questionFrom(entry, subject)
    for (const point of entry.points.filter((id) => !known.has(id))) {
      note({ code: 'unknownPoint', file, line: read.lineOf(at, 'points'), values: { point } })
    }
    for (const { code, values } of faultsOf(question.body))
      note({ code, file, line, values: { id: entry.id, ...values } })
    return { question, file, line }
  })
}

function noteRepeated(questions: readonly ReadQuestion[], note: Note): void {
  const seen = new Set<string>()
  for (const { question, file, line } of questions) {
    if (seen.has(question.id)) note({ code: 'repeatedId', file, line, values: { id: question.id } })
    seen.add(question.id)
  }
}

function yamlBelow(folder: string, below: string): readonly string[] {
  const path = join(folder, below)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(below, name))
    .toSorted()
}

function readYaml<T>(folder: string, file: string, schema: z.ZodType<T>, note: Note): ReadFile<T> | undefined {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(join(folder, file), 'utf8'), { lineCounter: lines })
  const [broken] = document.errors
  if (broken) {
    note({ code: 'unreadable', file, line: lines.linePos(broken.pos[0]).line, values: { what: broken.message } })
    return undefined
  }
  const lineOf = (...path: Path) => lines.linePos(startOf(document, path)).line
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: parsed.data, lineOf }
  for (const { path, message } of parsed.error.issues) {
    const place = path.filter((step) => typeof step !== 'symbol')
    note({ code: 'shape', file, line: lineOf(...place), values: { where: place.join('.'), what: message } })
  }
  return undefined
}

/** Where the value at a path begins; when it is missing, where what should hold it begins. */
function startOf(document: YamlDocument, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return node.range[0]
  }
  return 0
}
