import { checkBody } from './check-body.ts'
import { indexesOf } from './chinese-keys.ts'
import { fold } from './source-lines.ts'
import { problem, type ReadOptions, type StagedItem, type StagedProblem, strayItem } from './staged-item.ts'

/*
 * Aiken: a question, its options «A.» or «A)», and «ANSWER: B». It knows one right answer; several letters are read as a
 * multiple choice all the same.
 */
type Line = { readonly line: number; readonly text: string }

const optionPattern = /^([A-Z])\s*[.)、]\s*(.*)$/
const answerPattern = /^ANSWER\s*:\s*(.*)$/i

export function isAiken(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).map((line) => fold(line.trim()))
  return lines.some((line) => /^ANSWER\s*:\s*[A-Z]/.test(line)) && lines.some((line) => optionPattern.test(line))
}

export function readAiken(text: string, options: ReadOptions): readonly StagedItem[] {
  const items: StagedItem[] = []
  let block: Line[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const [at, raw] of lines.entries()) {
    const line = { line: at + 1, text: raw.trim() }
    if (line.text === '') continue
    // A question that lost its answer ends where the next one begins.
    const isNext =
      hasOptions(block) &&
      !optionPattern.test(fold(line.text)) &&
      !answerPattern.test(fold(line.text)) &&
      isStem(lines, at)
    if (isNext) {
      items.push(itemOf(block, null, options))
      block = []
    }
    const answer = answerPattern.exec(fold(line.text))
    if (answer) {
      items.push(itemOf([...block, line], answer[1]?.trim() ?? '', options))
      block = []
    } else block.push(line)
  }
  return block.length > 0 ? [...items, itemOf(block, null, options)] : items
}

const hasOptions = (block: readonly Line[]) => block.filter(({ text }) => optionPattern.test(fold(text))).length >= 2

/** The next option that follows is an A. */
function isStem(lines: readonly string[], at: number): boolean {
  const next = lines
    .slice(at + 1)
    .find((line) => optionPattern.test(fold(line.trim())) || answerPattern.test(fold(line.trim())))
  return next !== undefined && fold(next.trim()).startsWith('A') && !answerPattern.test(fold(next.trim()))
}

function itemOf(block: readonly Line[], answer: string | null, { subject }: ReadOptions): StagedItem {
  const line = block[0]?.line ?? 1
  const last = block.at(-1)?.line ?? line
  const excerpt = block.map(({ text }) => text).join('\n')
  const own = answer === null ? block : block.slice(0, -1)
  const first = own.findIndex(({ text }) => optionPattern.exec(fold(text))?.[1] === 'A')
  if (first < 0) {
    const found =
      answer === null
        ? problem('strayText', line, 'warning')
        : problem('fewOptions', line, 'error', { values: { found: 0 } })
    return strayItem(line, excerpt, found)
  }
  const { texts, problems } = readOptions(own.slice(first))
  const letters = (answer ?? '').toUpperCase().replace(/[\s,、;]/g, '')
  const isKey = /^[A-Z]{1,10}$/.test(letters)
  const key = isKey ? indexesOf(letters) : []
  const body = {
    kind: key.length > 1 ? ('multiple' as const) : ('single' as const),
    ...{ key, options: texts, explanation: '' },
    stem: own
      .slice(0, first)
      .map(({ text }) => text)
      .join('\n'),
  }
  const isUnread = answer !== null && !isKey
  const unread = isUnread ? [problem('keyUnreadable', last, 'error', { values: { text: answer } })] : []
  const checked = checkBody(body, { line }).filter(({ code }) => !(isUnread && code === 'keyMissing'))
  const facts = { subject, points: [], difficulty: 3, source: '', laws: [] }
  return {
    line,
    excerpt,
    rowKey: null,
    question: { body, facts },
    pictures: [],
    problems: [...unread, ...problems, ...checked],
  }
}

function readOptions(lines: readonly Line[]): {
  readonly texts: readonly string[]
  readonly problems: readonly StagedProblem[]
} {
  const texts: string[] = []
  const problems: StagedProblem[] = []
  for (const { line, text } of lines) {
    const found = optionPattern.exec(fold(text))
    if (!found) {
      texts[texts.length - 1] += `\n${text}`
      continue
    }
    const due = String.fromCharCode(65 + texts.length)
    if (found[1] !== due) problems.push(problem('optionGap', line, 'error', { values: { letter: due } }))
    texts.push(text.slice(text.length - (found[2]?.length ?? 0)))
  }
  return { texts, problems }
}
