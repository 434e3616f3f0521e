import { lettersOf } from '../question.ts'
import { isKeyRow, type ListedAnswer } from './chinese-answers.ts'
import { itemsOfDrafts } from './chinese-cases.ts'
import { type Draft, isComplete } from './chinese-draft.ts'
import { excerptOf } from './chinese-finish.ts'
import { readKey } from './chinese-keys.ts'
import { fillFacts } from './chinese-labelled.ts'
import { readDrafts } from './chinese-reading.ts'
import { scanLines } from './chinese-scan.ts'
import { pageWidth, type SourceLine, sourceLines } from './source-lines.ts'
import { problem, type ReadOptions, type StagedItem, strayItem } from './staged-item.ts'

/** Exam text in Chinese as people paste it. The lines of a page broken at its margin are joined again. */
export function readChineseText(text: string, options: ReadOptions): readonly StagedItem[] {
  const lines = sourceLines(text)
  return readChineseLines(lines, options, pageWidth(lines))
}

/** `width` null: every line is meant, as the paragraphs of a document are. */
export function readChineseLines(
  lines: readonly SourceLine[],
  options: ReadOptions,
  width: number | null,
): readonly StagedItem[] {
  const { drafts, groups, lists, strays } = readDrafts(scanLines(lines))
  const unmatched = unfound(lists.flatMap(({ answers }) => assign(answers, drafts)))
  const lost = [...strays, ...lists.flatMap((list) => list.strays.map((line) => [line]))].map((block) =>
    strayItem(block[0]?.line ?? 1, excerptOf(block), problem('strayText', block[0]?.line ?? 1, 'warning')),
  )
  return [...itemsOfDrafts(drafts, groups, options, width), ...lost, ...unmatched].toSorted((a, b) => a.line - b.line)
}

/**
 * Each answer goes to the next question of its number that has none, in the kind of section it names; numbers that begin
 * again after each head find their section in this way.
 */
function assign(answers: readonly ListedAnswer[], drafts: readonly Draft[]) {
  const unmatched: ListedAnswer[] = []
  let from = 0
  for (const answer of answers) {
    const isFor = (draft: Draft) => draft.number === answer.number && fits(draft, answer)
    const isOpen = (draft: Draft) => isFor(draft) && draft.keys.length === 0 && draft.answer.length === 0
    const next = drafts.findIndex((draft, at) => at >= from && isOpen(draft))
    const at = next >= 0 ? next : drafts.findIndex(isOpen)
    const draft = drafts[at]
    if (draft) {
      give(draft, answer)
      from = at + 1
    } else {
      const again = drafts.find(isFor)
      if (again) takeAgain(again, answer)
      else unmatched.push(answer)
    }
  }
  return unmatched
}

function fits(draft: Draft, { kind }: ListedAnswer): boolean {
  const own = draft.section.head?.kind
  if (kind === null || own === undefined || kind === own) return true
  const loose = ['indefinite', 'case', 'other']
  return loose.includes(own) || loose.includes(kind)
}

function give(draft: Draft, answer: ListedAnswer) {
  showWith(draft, answer)
  if (answer.key !== '') draft.keys.push({ folded: answer.key, line: answer.line, from: 'list' })
  const hint = draft.kind ?? draft.section.head?.kind
  const isChoice = draft.options.length > 0 || (hint !== 'constructed' && hint !== 'blank' && answer.key !== '')
  draft.explanation.push(...answer.explanation)
  for (const { line, part } of answer.facts) fillFacts(draft, line, part)
  if (isChoice) draft.explanation.push(...answer.answer)
  else draft.answer.push(...answer.answer)
}

/** Answers of one line that found no question are one item with several problems. */
function unfound(answers: readonly ListedAnswer[]): readonly StagedItem[] {
  const byLine = new Map<number, ListedAnswer[]>()
  for (const answer of answers) byLine.set(answer.line, [...(byLine.get(answer.line) ?? []), answer])
  return [...byLine].map(([line, own]) => {
    const lines = [...new Set(own.flatMap((answer) => answer.lines))]
    const found = own
      .slice(0, 50)
      .map(({ number }) => problem('answerWithoutQuestion', line, 'error', { values: { number } }))
    return strayItem(line, excerptOf(lines), ...found)
  })
}

/** Its lines are shown with the question, but for rows of keys that belong to many. */
function showWith(draft: Draft, { lines }: ListedAnswer) {
  draft.lines.push(...lines.filter((line) => !line.isTable && !isKeyRow(line.folded) && !draft.lines.includes(line)))
}

/** The same key twice is no matter; an explanation may come the second time. */
function takeAgain(draft: Draft, answer: ListedAnswer) {
  const [first] = draft.keys
  const meaning = (folded: string | undefined) => {
    const key = folded === undefined ? null : readKey(folded)
    return key ? `${lettersOf(key.letters)} ${key.judgement}` : folded
  }
  const isSame = answer.key === '' || meaning(first?.folded) === meaning(answer.key)
  showWith(draft, answer)
  if (isSame && isComplete(draft)) {
    draft.explanation.push(...answer.explanation, ...answer.answer)
    return
  }
  const values = { number: answer.number, used: first?.folded ?? '', other: answer.key }
  draft.problems.push(problem('answerTwice', answer.line, 'warning', { values }))
}
