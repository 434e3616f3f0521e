import { barePicture } from './bare-picture.ts'
import { type Extras, readExtras } from './exchange-extras.schema.ts'
import { htmlText } from './html-text.ts'
import { choiceOf, essayOf, itemsOfEntries, judgementBody, type MoodleEntry } from './moodle-parts.ts'
import { pictureMarker } from './picture-kind.ts'
import {
  problem,
  type ReadOptions,
  type StagedItem,
  type StagedPicture,
  type StagedProblem,
  strayItem,
} from './staged-item.ts'
import { elementOf, elementsOf, parseXml, textIn, type XmlElement } from './xml-tree.ts'

/** Names a picture by its content; the hash is lent by the caller, who may touch the machine. */
export type Sha256 = (bytes: Uint8Array) => string

export function readMoodleXml(text: string, options: ReadOptions, sha256: Sha256): readonly StagedItem[] {
  const { root, fault } = parseXml(text)
  if (!root)
    return [
      strayItem(
        fault.line,
        lineOf(text, fault.line),
        problem('syntax', fault.line, 'error', { values: { what: fault.what } }),
      ),
    ]
  const lines = text.split(/\r\n|\r|\n/)
  const questions = root.name === 'quiz' ? elementsOf(root, 'question') : root.name === 'question' ? [root] : []
  let category: string | null = null
  const entries: MoodleEntry[] = []
  for (const [at, question] of questions.entries()) {
    if (question.attributes.type === 'category') {
      category = textOf(elementOf(question, 'category')).split('/').at(-1) ?? null
      continue
    }
    const end = questions[at + 1]?.line ?? lines.length + 1
    const excerpt = excerptOf(lines.slice(question.line - 1, Math.max(question.line, end - 1)))
    entries.push(entryOf(question, excerpt, category, options, sha256))
  }
  return itemsOfEntries(entries, options)
}

function lineOf(text: string, line: number): string {
  return (text.split(/\r\n|\r|\n/)[line - 1] ?? '').slice(0, 500)
}

/** Pictures in base64 say nothing to a reader. */
function excerptOf(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/(<file\b[^>]*>)[^<]{80,}/g, '$1…')
    .trim()
}

function textOf(element: XmlElement | null): string {
  const inner = elementOf(element, 'text')
  return textIn(inner ?? element).trim()
}

type Reader = {
  readonly plain: (element: XmlElement | null) => string
  readonly pictures: Map<string, StagedPicture>
  readonly problems: StagedProblem[]
}

function entryOf(
  question: XmlElement,
  excerpt: string,
  category: string | null,
  { findPoint }: ReadOptions,
  sha256: Sha256,
): MoodleEntry {
  const { line } = question
  const reader = readerOf(line, sha256)
  const extras = readExtras(textIn(elementOf(question, 'yucai')))
  const tags = elementsOf(elementOf(question, 'tags'), 'tag').map(textOf)
  const chapter = category !== null && findPoint && findPoint(category) !== null ? [category] : []
  const body = bodyOf(question, extras, reader)
  const hidden = textOf(elementOf(question, 'hidden')) === '1' ? [problem('isHidden', line, 'warning')] : []
  return {
    ...{ line, excerpt, extras, body },
    rowKey: textOf(elementOf(question, 'idnumber')) || null,
    tags: [...tags, ...chapter].filter((tag) => tag !== ''),
    pictures: [...reader.pictures.values()],
    problems: [...reader.problems, ...(body === null ? [] : [...hidden, ...ignored(question, reader)])],
  }
}

/** Hints and feedback to a whole answer have no place here; what Moodle writes by itself is not worth a word. */
function ignored(question: XmlElement, { plain }: Reader): readonly StagedProblem[] {
  const usual =
    /^(?:Your answer is (?:correct|partially correct|incorrect)\.|您?的?回答(?:正确|不正确|部分正确)。?|\s*)$/
  const names = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback', 'hint'].filter((name) =>
    elementsOf(question, name).some((element) => !usual.test(plain(element))),
  )
  return names.length === 0
    ? []
    : [problem('optionsIgnored', question.line, 'warning', { values: { names: names.join(', ') } })]
}

function bodyOf(question: XmlElement, extras: Extras | null, reader: Reader): MoodleEntry['body'] {
  const { line, attributes } = question
  const { plain, problems } = reader
  const stem = plain(elementOf(question, 'questiontext'))
  const explanation = plain(elementOf(question, 'generalfeedback'))
  const grade = Number(textOf(elementOf(question, 'defaultgrade'))) || null
  switch (attributes.type) {
    case 'multichoice':
    case 'multichoiceset': {
      const isSingle =
        /^(?:true|1)$/.test(textOf(elementOf(question, 'single')) || 'true') && attributes.type === 'multichoice'
      const answers = elementsOf(question, 'answer').map((answer) => ({
        text: plain(answer),
        percent: Number(answer.attributes.fraction ?? 0),
        feedback: plain(elementOf(answer, 'feedback')),
      }))
      const read = choiceOf(stem, answers, isSingle, explanation, line)
      problems.push(...read.problems)
      return read.choice
    }
    case 'truefalse': {
      const answers = elementsOf(question, 'answer')
      const right = answers.find((answer) => Number(answer.attributes.fraction ?? 0) > 0)
      const said = answers.map((answer) => plain(elementOf(answer, 'feedback'))).filter((text) => text !== '')
      const body = judgementBody(
        stem,
        /^true$/i.test(textOf(right ?? null)),
        [explanation, ...said].filter((text) => text !== '').join('\n'),
      )
      return right ? body : { ...body, key: [] }
    }
    case 'essay': {
      const told = plain(elementOf(question, 'graderinfo'))
      const read = essayOf(stem, told, grade, explanation, extras, line)
      problems.push(...read.problems)
      return read.body
    }
    case 'description':
      return { kind: 'text', stem }
    default:
      problems.push(problem('unsupportedKind', line, 'error', { values: { kind: attributes.type ?? '?' } }))
      return null
  }
}

function readerOf(line: number, sha256: Sha256): Reader {
  const pictures = new Map<string, StagedPicture>()
  const problems: StagedProblem[] = []
  function plain(element: XmlElement | null): string {
    if (!element) return ''
    const text = textIn(elementOf(element, 'text') ?? element)
    const format = element.attributes.format ?? 'html'
    const picture = (source: string, name: string) => pictureOf(element, source, name)
    if (format === 'plain_text') return tidy(text)
    if (format === 'markdown')
      return tidy(
        text.replace(/!\[([^\]]*)\]\((@@PLUGINFILE@@[^)\s]*)[^)]*\)/g, (_, name: string, source: string) =>
          picture(source, name),
        ),
      )
    const hasTags = /<\/?[a-z!][^>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i.test(text)
    if (!hasTags) return tidy(format === 'html' ? text.replace(/\s*\n\s*/g, ' ') : text)
    return htmlText(format === 'html' ? text : text.replace(/\n/g, '<br>'), picture)
  }
  function pictureOf(element: XmlElement, source: string, name: string): string {
    const shown = name || nameOf(source)
    const content = contentOf(element, source)
    const bare = content && barePicture(content)
    if (!bare) {
      problems.push(
        problem(content ? 'pictureKind' : 'pictureMissing', line, 'warning', { values: { name: shown.slice(0, 80) } }),
      )
      return `〔图：${shown.slice(0, 80)}〕`
    }
    const hash = sha256(bare.bytes)
    pictures.set(hash, { sha256: hash, ...bare })
    return pictureMarker(name, hash)
  }
  return { plain, pictures, problems }
}

function tidy(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((one) => one.trimEnd())
    .join('\n')
    .trim()
}

function nameOf(source: string): string {
  const last = source.startsWith('data:') ? '图片' : (source.split(/[?#]/)[0] ?? '').split('/').at(-1)
  try {
    return decodeURIComponent(last ?? '')
  } catch {
    return last ?? ''
  }
}

/** «@@PLUGINFILE@@/name.png» stands for a <file> beside the text; «data:» holds its picture itself. Nothing is fetched. */
function contentOf(element: XmlElement, source: string): Uint8Array | null {
  const data = /^data:image\/[a-z+.-]+;base64,(.+)$/is.exec(source)
  if (data) return fromBase64(data[1] ?? '')
  if (!source.startsWith('@@PLUGINFILE@@')) return null
  const name = nameOf(source)
  const file = elementsOf(element, 'file').find(({ attributes }) => attributes.name === name)
  return file && (file.attributes.encoding ?? 'base64') === 'base64' ? fromBase64(textIn(file)) : null
}

function fromBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text.replace(/\s/g, ''))
    return Uint8Array.from(binary, (one) => one.charCodeAt(0))
  } catch {
    return null
  }
}
