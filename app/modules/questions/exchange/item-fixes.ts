import { judgementOptions } from '../pack.ts'
import type { Choice, QuestionBody } from '../question.ts'
import { checkBody, sameOption } from './check-body.ts'
import type { ItemProblemCode } from './problem-texts.ts'
import type { Fix, StagedItem, StagedProblem } from './staged-item.ts'

/** What `checkBody` finds, and finds anew after each change of the body. */
const codesOfBodies: readonly ItemProblemCode[] = [
  ...(['emptyStem', 'fewOptions', 'optionCount', 'emptyOption', 'equalOptions'] as const),
  ...(['keyMissing', 'keyBeyondOptions', 'singleKeys', 'multipleOneKey', 'multipleKeys'] as const),
  ...(['judgementOptions', 'judgementKeys', 'caseItems'] as const),
  ...(['answerPointsMissing', 'emptyAnswerPoint', 'answerPointsSum', 'outOfMissing'] as const),
]

/** The item with one fix applied and its body looked at again; what else is wrong stays. */
export function applyFix(item: StagedItem, fix: Fix): StagedItem {
  if (!item.question) return item
  const body = fixBody(item.question.body, fix)
  const found = checkBody(body, linesOf(item, body))
  const others = item.problems.filter((one) => !codesOfBodies.includes(one.code) && !isSettled(one, fix))
  return {
    ...item,
    question: { ...item.question, body },
    problems: [...others, ...found.map((one) => keepFix(one, item.problems, fix))],
  }
}

function fixBody(body: QuestionBody, fix: Fix): QuestionBody {
  if (fix.code === 'setOutOf') return body.kind === 'constructed' ? { ...body, outOf: fix.halfPoints } : body
  if (body.kind === 'constructed') return body
  if (body.kind !== 'case') return fixChoice(body, fix)
  return { ...body, items: body.items.map((one, at) => (at === fix.item ? fixChoice(one, fix) : one)) }
}

function fixChoice(choice: Choice, fix: Fix): Choice {
  switch (fix.code) {
    case 'makeMultiple':
      return { ...choice, kind: 'multiple' }
    case 'makeSingle':
      return { ...choice, kind: 'single' }
    case 'dropKeysBeyond':
      return { ...choice, key: choice.key.filter((index) => index < choice.options.length) }
    case 'standardJudgement':
      return { ...choice, options: judgementOptions, key: choice.key.filter((index) => index < 2) }
    case 'dropOption':
      return withoutOption(choice, fix.option)
    case 'setKey':
      return { ...choice, key: fix.key, stem: fix.stem }
    default:
      return choice
  }
}

/** When the dropped option was right, its twin is. */
function withoutOption(choice: Choice, dropped: number): Choice {
  const text = choice.options[dropped] ?? ''
  const twin = choice.options.findIndex((other, at) => at !== dropped && sameOption(other, text))
  const key = choice.key
    .map((index) => (index === dropped ? twin : index))
    .filter((index) => index >= 0)
    .map((index) => (index > dropped ? index - 1 : index))
  return {
    ...choice,
    options: choice.options.filter((_, at) => at !== dropped),
    key: [...new Set(key)].toSorted((a, b) => a - b),
  }
}

/** Only what had a problem can have one after a fix, so the lines of the items are those of their problems. */
function linesOf(item: StagedItem, body: QuestionBody) {
  if (body.kind !== 'case') return { line: item.line }
  const lineOf = (at: number) => item.problems.find(({ values }) => values?.number === at + 1)?.line ?? item.line
  return { line: item.line, items: body.items.map((_, at) => lineOf(at)) }
}

/** A key that was taken from the stem settles what was said about the key. */
function isSettled(one: StagedProblem, fix: Fix): boolean {
  if (fix.code !== 'setKey') return false
  const isSame = fix.item === null || one.values?.number === fix.item + 1
  return isSame && (one.code === 'keyConflict' || one.code === 'keyUnreadable')
}

/** Offers that the reader made from the source, such as a key found in the stem, outlive another fix. */
function keepFix(found: StagedProblem, before: readonly StagedProblem[], applied: Fix): StagedProblem {
  if (found.fix) return found
  const same = before.find(({ code, values }) => code === found.code && values?.number === found.values?.number)
  return same?.fix && same.fix !== applied ? { ...found, fix: same.fix } : found
}
