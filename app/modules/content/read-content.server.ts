import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml'
import type { z } from 'zod'
import { type ContentProblem, problem } from './problems.ts'
import { Frontmatter, GlossaryFile, TrackFile } from './track.schema.ts'

type ReadFile<T> = {
  readonly file: string
  readonly value: T
  readonly placeOf: (...path: Path) => { line: number; column: number }
}
export type ReadLesson = ReadFile<Frontmatter> & { readonly folder: string; readonly source: string }
type Path = ReadonlyArray<string | number>

export type ReadContent = {
  readonly tracks: ReadonlyArray<ReadFile<TrackFile> & { readonly folder: string }>
  readonly lessons: readonly ReadLesson[]
  readonly glossary: ReadFile<GlossaryFile> | undefined
  readonly problems: readonly ContentProblem[]
}

/** Reads all that authors wrote below `root`, and says what is not as it should be. */
export function readContent(root: string): ReadContent {
  const problems: ContentProblem[] = []
  const trackFolders = folders(join(root, 'tracks'))
  const tracks = trackFolders.flatMap((name) => {
    const folder = posix.join('tracks', name)
    const track = readYaml(root, posix.join(folder, 'track.yaml'), TrackFile, problems)
    return track ? [{ ...track, folder }] : []
  })
  const lessons = trackFolders.flatMap((name) => {
    const folder = posix.join('tracks', name)
    const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.mdx'))
    return files.toSorted().flatMap((file) => readLesson(root, folder, file, problems) ?? [])
  })
  const glossary = existsSync(join(root, 'glossary.yaml'))
    ? readYaml(root, 'glossary.yaml', GlossaryFile, problems)
    : undefined
  return { tracks, lessons, glossary, problems }
}

function folders(path: string): readonly string[] {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
}

const frontmatterPattern = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/

function readLesson(root: string, folder: string, name: string, problems: ContentProblem[]): ReadLesson | undefined {
  const file = posix.join(folder, name)
  const source = readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '')
  const yaml = frontmatterPattern.exec(source)?.[1]
  if (yaml === undefined) {
    problems.push(problem('noFrontmatter', file, { line: 1, column: 1 }))
    return undefined
  }
  const read = parseYaml(yaml, file, 1, Frontmatter, problems)
  if (!read) return undefined
  if (`${read.value.id}.mdx` !== name) {
    problems.push(problem('idIsNotFileName', file, read.placeOf('id'), { id: read.value.id }))
  }
  return { ...read, folder, source }
}

function readYaml<Schema extends z.ZodType>(root: string, file: string, schema: Schema, problems: ContentProblem[]) {
  return parseYaml(readFileSync(join(root, file), 'utf8'), file, 0, schema, problems)
}

/** `skippedLines` stand in the file above this YAML. */
function parseYaml<Schema extends z.ZodType>(
  yaml: string,
  file: string,
  skippedLines: number,
  schema: Schema,
  problems: ContentProblem[],
): ReadFile<z.infer<Schema>> | undefined {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: line + skippedLines, column: col }
  }
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const detail = error.message.split('\n')[0] ?? ''
      problems.push(problem('syntax', file, place(error.pos[0]), { detail }))
    }
    return undefined
  }
  const placeOf = (...path: Path) => place(offsetOf(document, path))
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { file, value: parsed.data, placeOf }
  for (const issue of parsed.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
    const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    const full = unknownKey === undefined ? path : [...path, unknownKey]
    problems.push(
      problem('frontmatter', file, placeOf(...full), { field: full.join('.') || 'yaml', detail: issue.message }),
    )
  }
  return undefined
}

/** Where a key stands in the file; the nearest one above it when it is missing. */
function offsetOf(document: YamlDocument, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part)
      if (!pair) return offset
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part]
      offset = rangeStart(node) ?? offset
    } else return offset
  }
  return offset
}

function rangeStart(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined
}
