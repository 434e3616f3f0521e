import { judgementOptions } from '../pack.ts'
import { type Choice, type ChoiceKind, lettersOf } from '../question.ts'
import type { Draft } from './chinese-draft.ts'
import {
  hasEmptySlot,
  isJudgementWord,
  isTrueWord,
  judgementOf,
  type KeySlot,
  keyInSentence,
  keySlots,
  readKey,
  type WrittenKey,
} from './chinese-keys.ts'
import { fold, joinPieces } from './source-lines.ts'
import { problem, type StagedProblem } from './staged-item.ts'

/** A choice out of its draft, and what was doubtful in reading it; `checkBody` says the rest. */
export type ReadChoice = { readonly choice: Choice; readonly problems: readonly StagedProblem[] }

export function readChoice(draft: Draft, stem: string, item: number | null, width: number | null): ReadChoice {
  const line = draft.lines[0]?.line ?? 1
  const { options, problems: faults } = readOptions(draft, line, width)
  const explanation = joinPieces(draft.explanation, width)
  const isJudgement = isJudged(draft, options, stem)
  const found = findKey(draft, stem, options.length, isJudgement)
  const kind = kindOf(draft, options, found.key, isJudgement)
  const standard = isJudgement && (options.length === 0 || options.every(isJudgementWord))
  const choice: Choice = {
    ...{ kind, explanation, stem: found.stem },
    options: standard ? judgementOptions : options,
    key: found.key ? indexesIn(found.key, options, standard) : [],
  }
  return { choice, problems: [...draft.problems, ...faults, ...found.problems, ...offers(choice, draft, line, item)] }
}

function readOptions(draft: Draft, line: number, width: number | null) {
  const sorted = draft.options.toSorted((a, b) => a.letter.charCodeAt(0) - b.letter.charCodeAt(0))
  const letters = sorted.map(({ letter }) => letter)
  const repeated = letters.find((letter, at) => letters.indexOf(letter) !== at)
  const last = letters.at(-1)?.charCodeAt(0) ?? 64
  const gap = Array.from({ length: last - 64 }, (_, at) => String.fromCharCode(65 + at)).find(
    (letter) => !letters.includes(letter),
  )
  const lineOf = (letter: string) => draft.options.find((one) => one.letter === letter)?.pieces[0]?.line ?? line
  const problems = [
    ...(repeated ? [problem('optionRepeated', lineOf(repeated), 'error', { values: { letter: repeated } })] : []),
    ...(gap ? [problem('optionGap', line, 'error', { values: { letter: gap } })] : []),
  ]
  return { options: sorted.map(({ pieces }) => joinPieces(pieces, width).replace(/(?<=.)[;；]$/, '')), problems }
}

function isJudged(draft: Draft, options: readonly string[], stem: string): boolean {
  const hint = draft.kind ?? draft.section.head?.kind
  if (options.length > 0) return options.length === 2 && options.every(isJudgementWord)
  if (hint === 'judgement') return true
  if (hint === 'single' || hint === 'multiple') return false
  const written = draft.keys.some(({ folded }) => (readKey(folded)?.judgement ?? null) !== null)
  return written || keySlots(fold(stem)).some(({ key, isAtEnd }) => key.judgement !== null && isAtEnd)
}

function kindOf(draft: Draft, options: readonly string[], key: WrittenKey | null, isJudgement: boolean): ChoiceKind {
  const hint = draft.kind ?? draft.section.head?.kind
  if (isJudgement) return 'judgement'
  if (hint === 'single' || hint === 'multiple') return hint
  const count = key?.letters.length ?? draft.options.filter(({ isRight }) => isRight).length
  if (count > 0) return count > 1 ? 'multiple' : 'single'
  return options.length >= 5 ? 'multiple' : 'single'
}

function indexesIn(key: WrittenKey, options: readonly string[], isStandard: boolean): readonly number[] {
  if (!isStandard) return key.letters
  // «A. 错误 B. 正确»: the letter means what stands behind it.
  const [only] = key.letters
  const told =
    only !== undefined && options.length === 2 && only < 2 ? isTrueWord(options[only] ?? '') : judgementOf(key)
  return told === null ? [] : [told ? 0 : 1]
}

type FoundKey = {
  readonly key: WrittenKey | null
  readonly stem: string
  readonly problems: readonly StagedProblem[]
}

/** What is written after the question goes before what its stem holds, and both are compared. */
function findKey(draft: Draft, stem: string, count: number, isJudgement: boolean): FoundKey {
  const marked = draft.options.flatMap(({ isRight, letter }) => (isRight ? [letter.charCodeAt(0) - 65] : []))
  const written = draft.keys.flatMap(({ folded, line }) => [{ key: readKey(folded), folded, line }])
  const unread = written.find(({ key }) => key === null)
  const said = written.find(({ key }) => key !== null)
  const key =
    said?.key ?? (marked.length > 0 ? { letters: marked.toSorted((a, b) => a - b), judgement: null, end: 0 } : null)
  const slot = slotOf(stem, count, isJudgement, key)
  const problems =
    unread && !said ? [problem('keyUnreadable', unread.line, 'error', { values: { text: unread.folded } })] : []
  const others = written.filter((one) => one.key && said?.key && !isSame(one.key, said.key))
  const twice = others.map((other) =>
    problem('keyConflict', other.line, 'warning', {
      values: { inStem: shown(other.key), written: shown(said?.key ?? null) },
    }),
  )
  if (!slot) return { key, stem, problems: [...problems, ...twice] }
  const emptied = stem.slice(0, slot.from) + blankOf(stem, slot) + stem.slice(slot.to)
  if (!key) return { key: slot.key, stem: emptied, problems: [...problems, ...twice] }
  if (isSame(slot.key, key)) return { key, stem: emptied, problems: [...problems, ...twice] }
  const values = { inStem: shown(slot.key), written: shown(key) }
  const offered = { code: 'setKey', item: null, key: slot.key.letters, stem: emptied } as const
  const fix = slot.key.judgement === null ? { fix: offered } : {}
  const conflict = problem('keyConflict', said?.line ?? draft.lines[0]?.line ?? 1, 'error', { values, ...fix })
  return { key, stem, problems: [...problems, ...twice, conflict] }
}

function isSame(one: WrittenKey, other: WrittenKey): boolean {
  if (one.judgement !== null || other.judgement !== null) return judgementOf(one) === judgementOf(other)
  return lettersOf(one.letters) === lettersOf(other.letters)
}

function shown(key: WrittenKey | null): string {
  if (key?.judgement !== null && key?.judgement !== undefined) return judgementOptions[key.judgement ? 0 : 1]
  return lettersOf(key?.letters ?? [])
}

function blankOf(stem: string, { from }: KeySlot): string {
  return /[（【]/.test(stem[from - 1] ?? '') ? '　　' : '  '
}

/** The bracket that holds the key, if one surely does: «小王（A）…（ ）» has its place elsewhere. */
function slotOf(stem: string, count: number, isJudgement: boolean, key: WrittenKey | null): KeySlot | null {
  const folded = fold(stem)
  if (hasEmptySlot(folded)) return null
  const fitting = keySlots(folded).filter(({ key: { letters, judgement } }) =>
    judgement === null ? letters.every((index) => index < Math.max(count, isJudgement ? 26 : 0)) : isJudgement,
  )
  const same = key ? fitting.filter((slot) => isSame(slot.key, key)) : []
  const last = fitting.findLast(({ isAtEnd }) => isAtEnd)
  if (last) return last
  if (same.length === 1) return same[0] ?? null
  if (key) return null
  const [only, ...others] = fitting
  return only &&
    others.length === 0 &&
    (only.hasBlanks || /[是为有属于括含称指]$/.test(folded.slice(0, only.from - 1).trimEnd()))
    ? only
    : null
}

/** A key that may stand in the stem or the explanation is offered, not taken. */
function offers(choice: Choice, draft: Draft, line: number, item: number | null): readonly StagedProblem[] {
  if (choice.key.length > 0 || draft.problems.some(({ code }) => code === 'keyUnreadable')) return []
  const folded = fold(choice.stem)
  const slot = keySlots(folded).findLast(
    ({ key }) => key.letters.length > 0 && key.letters.every((index) => index < choice.options.length),
  )
  const bare = /(?<=[\u4e00-\u9fff\s:])([A-H]{1,6})\s*[。.]?$/.exec(folded)
  const said = keyInSentence(fold(choice.explanation))
  const key = slot?.key.letters ?? (bare ? readKey(bare[1] ?? '')?.letters : undefined) ?? said?.letters
  if (!key || key.length === 0 || key.some((index) => index >= choice.options.length)) return []
  const stem = slot
    ? choice.stem.slice(0, slot.from) + blankOf(choice.stem, slot) + choice.stem.slice(slot.to)
    : bare
      ? choice.stem.slice(0, bare.index).trimEnd()
      : choice.stem
  return [problem('keyMissing', line, 'error', { fix: { code: 'setKey', item, key, stem } })]
}
