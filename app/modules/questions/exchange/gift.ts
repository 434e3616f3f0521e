import { type Extras, readExtras } from './exchange-extras.schema.ts'
import {
  formatOf,
  type GiftAnswer,
  type GiftBlock,
  type GiftFormat,
  type GiftParts,
  giftAnswers,
  giftBlocks,
  giftMarks,
  giftParts,
  showEscapes,
} from './gift-syntax.ts'
import { htmlText } from './html-text.ts'
import { choiceOf, essayOf, itemsOfEntries, judgementBody, type MoodleEntry } from './moodle-parts.ts'
import { problem, type ReadOptions, type StagedItem } from './staged-item.ts'

/** Questions in GIFT. Kinds that we do not hold come back one by one, each with its reason; the others are read. */
export function readGift(text: string, options: ReadOptions): readonly StagedItem[] {
  return itemsOfEntries(
    giftBlocks(text.replace(/^\uFEFF/, '')).map((block) => entryOf(block, options)),
    options,
  )
}

type Read = Pick<MoodleEntry, 'body' | 'problems'>

function entryOf(block: GiftBlock, { findPoint }: ReadOptions): MoodleEntry {
  const { line, source, comments, category } = block
  const { id, tags } = giftMarks(comments)
  const json = comments.find((one) => one.startsWith('yucai:'))
  const extras = json === undefined ? null : readExtras(json.slice('yucai:'.length))
  const parts = giftParts(block.text)
  const read = parts ? bodyOf(parts, extras, line) : unread(line)
  const chapter = category.split('/').at(-1) ?? ''
  const ofCategory = findPoint && chapter !== '' && findPoint(chapter) !== null ? [chapter] : []
  return { line, excerpt: source.trim(), rowKey: id, extras, tags: [...tags, ...ofCategory], pictures: [], ...read }
}

function unread(line: number): Read {
  return { body: null, problems: [problem('syntax', line, 'error', { values: { what: '{ }' } })] }
}

function notHeld(kind: string, line: number): Read {
  return { body: null, problems: [problem('unsupportedKind', line, 'error', { values: { kind } })] }
}

function bodyOf(parts: GiftParts, extras: Extras | null, line: number): Read {
  const stem = shownAs(parts.stem, parts.format)
  if (parts.answers === null) return { body: { kind: 'text', stem }, problems: [] }
  if (parts.after !== '') return notHeld('missing word', line)
  const { own, general } = withoutGeneral(parts.answers)
  const explanation = shown(general, parts.format)
  if (own === '') return essay(stem, explanation, extras, line)
  if (own.startsWith('#')) return notHeld('numerical', line)
  if (own.includes('~')) return choice(stem, giftAnswers(own), explanation, parts, line)
  if (own.includes('=')) return notHeld(own.includes('->') ? 'matching' : 'short answer', line)
  return judgement(stem, own, explanation, parts.format, line)
}

/** «####» and what follows is said after every answer. */
function withoutGeneral(answers: string): { readonly own: string; readonly general: string } {
  const at = answers.indexOf('####')
  return at < 0
    ? { own: answers, general: '' }
    : { own: answers.slice(0, at).trim(), general: answers.slice(at + 4).trim() }
}

/** In an essay of elsewhere what is said in general is what a good answer holds. */
function essay(stem: string, general: string, extras: Extras | null, line: number): Read {
  return extras?.answerPoints
    ? essayOf(stem, '', null, general, extras, line)
    : essayOf(stem, general, null, '', null, line)
}

function choice(
  stem: string,
  answers: readonly GiftAnswer[],
  explanation: string,
  { format }: GiftParts,
  line: number,
): Read {
  const isSingle = answers.some(({ sign }) => sign === '=')
  const weighted = answers.map(({ sign, percent, text, feedback }) => ({
    text: shown(text, format),
    feedback: shown(feedback, format),
    percent: percent ?? (sign === '=' ? 100 : 0),
  }))
  const { choice, problems } = choiceOf(stem, weighted, isSingle, explanation, line)
  return { body: choice, problems }
}

/** «T», «FALSE#said when wrong#said when right». */
function judgement(stem: string, own: string, explanation: string, format: GiftFormat, line: number): Read {
  const [word = '', ...feedback] = own.split('#')
  const isTrue = /^\s*(?:t|true)\s*$/i.test(word)
  if (!isTrue && !/^\s*(?:f|false)\s*$/i.test(word)) {
    return { body: null, problems: [problem('syntax', line, 'error', { values: { what: `{${own.slice(0, 40)}}` } })] }
  }
  const said = [explanation, ...feedback.map((text) => shown(text, format))].filter((text) => text !== '')
  return { body: judgementBody(stem, isTrue, said.join('\n')), problems: [] }
}

/** Marks of the format become plain text; escapes are shown last, so that nothing escaped is taken for a mark. */
function shown(text: string, usual: GiftFormat): string {
  const { format, rest } = formatOf(text, usual)
  return shownAs(rest, format)
}

function shownAs(text: string, format: GiftFormat): string {
  const plain = showEscapes(text)
  if (format === 'plain') return tidy(plain)
  if (format === 'markdown') {
    return tidy(plain.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2').replace(/^#{1,6}\s+/gm, ''))
  }
  const hasTags = /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/i.test(plain)
  if (!hasTags) return tidy(plain)
  // Outside HTML a line break is meant; inside it is only a blank.
  const html = format === 'moodle' ? plain.replace(/\n/g, '<br>') : plain
  return htmlText(html, (source, name) => `〔图：${name || source}〕`)
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}
