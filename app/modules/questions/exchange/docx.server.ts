import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { readText, UnpackError, type Unpacked, unpack } from '~/platform/unpack.server.ts'
import { barePicture } from './bare-picture.ts'
import { readChineseLines } from './chinese-text.ts'
import { type DocxLine, type DocxParts, docxLines } from './docx-body.ts'
import { numberCounter } from './docx-numbering.ts'
import { numberedStyles } from './docx-styles.ts'
import { pictureMarker, picturesNamed } from './picture-kind.ts'
import { numberedLines, type SourceLine } from './source-lines.ts'
import {
  problem,
  type ReadOptions,
  type StagedItem,
  type StagedPicture,
  type StagedProblem,
  strayItem,
  textsOf,
} from './staged-item.ts'
import { allIn, elementOf, elementsOf, parseXml, textIn, type XmlElement } from './xml-tree.ts'

export type DocxText = {
  readonly lines: readonly SourceLine[]
  readonly pictures: readonly StagedPicture[]
  readonly problems: readonly StagedProblem[]
}

/** The questions of a document of Word or WPS. Its lines are its paragraphs. */
export function readDocx(bytes: Uint8Array, options: ReadOptions): readonly StagedItem[] {
  try {
    const { lines, pictures, problems } = docxText(bytes)
    return withFindings(readChineseLines(lines, options, null), pictures, problems)
  } catch (error) {
    if (error instanceof UnpackError) return [strayItem(1, '', problem(error.code, 1, 'error'))]
    throw error
  }
}

export function docxText(bytes: Uint8Array): DocxText {
  const file = unpack(bytes)
  const main = mainPart(file)
  const body = elementOf(rootOf(file, main), 'w:body')
  if (!body) throw new UnpackError('fileUnreadable')
  const relations = relationsOf(file, main)
  const part = (kind: string) => rootOf(file, relations.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? '')
  const pictures = new Map<string, StagedPicture>()
  const problems: StagedProblem[] = []
  const notes = new Map(
    elementsOf(part('footnotes'), 'w:footnote').map((note) => [
      note.attributes['w:id'] ?? '',
      allIn(note, 'w:t').map(textIn).join('').trim(),
    ]),
  )
  const parts: DocxParts = {
    count: numberCounter(part('numbering')),
    placeOfStyle: numberedStyles(part('styles')),
    footnote: (id) => (notes.get(id) ? `（注：${notes.get(id)}）` : ''),
    onFormula: (line) => problems.push(problem('formula', line, 'warning')),
    picture: (relation, name, line) => {
      const target = relations.find(({ id, isOutside }) => id === relation && !isOutside)?.target
      const content = target === undefined ? null : file.read(target)
      const shown = name || (target === undefined ? '图片' : posix.basename(target))
      const bare = content && barePicture(content)
      if (!bare) {
        problems.push(problem(content ? 'pictureKind' : 'pictureMissing', line, 'warning', { values: { name: shown } }))
        return `〔图：${shown}〕`
      }
      const sha256 = createHash('sha256').update(bare.bytes).digest('hex')
      pictures.set(sha256, { sha256, ...bare })
      return pictureMarker(name, sha256)
    },
  }
  return { lines: asSource(docxLines(body, parts)), pictures: [...pictures.values()], problems }
}

/** Paragraphs stand apart, as lines after a blank do, unless the author kept blank paragraphs for that. */
function asSource(lines: readonly DocxLine[]): readonly SourceLine[] {
  const isFirst = new Map(lines.map(({ line, text, isFirst }) => [`${line} ${text.trim()}`, isFirst]))
  const source = numberedLines(lines)
  const blanks = lines.filter(({ text }) => text.trim() === '').length
  if (blanks * 8 > source.length) return source
  return source.map((line) => ({
    ...line,
    isAfterBlank: isFirst.get(`${line.line} ${line.text}`) ?? line.isAfterBlank,
  }))
}

function withFindings(
  items: readonly StagedItem[],
  pictures: readonly StagedPicture[],
  problems: readonly StagedProblem[],
): readonly StagedItem[] {
  return items.map((item, at) => {
    const next = items[at + 1]?.line ?? Number.POSITIVE_INFINITY
    const own = problems.filter(({ line }) => line >= item.line && line < next)
    const texts = [item.excerpt, ...(item.question ? textsOf(item.question.body) : [])].join('\n')
    const named = picturesNamed(texts)
    return {
      ...item,
      pictures: pictures.filter(({ sha256 }) => named.includes(sha256)),
      problems: [...item.problems, ...own],
    }
  })
}

function rootOf(file: Unpacked, name: string): XmlElement | null {
  const text = name === '' ? null : readText(file, name)
  if (text === null) return null
  const { root } = parseXml(text)
  if (!root) throw new UnpackError('fileUnreadable')
  return root
}

type Relation = { readonly id: string; readonly type: string; readonly target: string; readonly isOutside: boolean }

function relationsOf(file: Unpacked, part: string): readonly Relation[] {
  const folder = posix.dirname(part)
  const root = rootOf(file, posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  return elementsOf(root, 'Relationship').map(({ attributes }) => {
    const target = attributes.Target ?? ''
    return {
      ...{ id: attributes.Id ?? '', type: attributes.Type ?? '', isOutside: attributes.TargetMode === 'External' },
      target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    }
  })
}

function mainPart(file: Unpacked): string {
  const relations = relationsOf(file, '')
  const named = relations.find(({ type }) => type.endsWith('/officeDocument'))?.target
  return named ?? 'word/document.xml'
}
