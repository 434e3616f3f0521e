import { type Choice, type Constructed, lettersOf, type QuestionBody } from '../question.ts'
import { problem, type StagedProblem } from './staged-item.ts'

/** Where a body stands in its source: its own line and, for a case, those of its items. */
export type BodyLines = { readonly line: number; readonly items?: readonly number[] }

/**
 * What keeps a body from being a question, and where it leaves the national format (《社会工作者职业资格考试》题型说明:
 * single 4 options, multiple 5 options and 2 to 4 right ones). Other exams differ, so the latter are only warnings.
 */
export function checkBody(body: QuestionBody, lines: BodyLines = { line: 1 }): readonly StagedProblem[] {
  const stem = body.stem.trim() === '' ? [problem('emptyStem', lines.line, 'error')] : []
  switch (body.kind) {
    case 'case':
      return [
        ...stem,
        ...(body.items.length >= 1 && body.items.length <= 10
          ? []
          : [problem('caseItems', lines.line, 'error', { values: { found: body.items.length } })]),
        ...body.items.flatMap((item, at) => checkChoice(item, lines.items?.[at] ?? lines.line, at)),
      ]
    case 'constructed':
      return [...stem, ...checkConstructed(body, lines.line)]
    default:
      return checkChoice(body, lines.line, null)
  }
}

function checkChoice(choice: Choice, line: number, item: number | null): readonly StagedProblem[] {
  const said = (found: StagedProblem): StagedProblem =>
    item === null ? found : { ...found, values: { ...found.values, number: item + 1 } }
  const stem = choice.stem.trim() === '' ? [problem('emptyStem', line, 'error')] : []
  return [...stem, ...checkOptions(choice, line, item), ...checkKey(choice, line, item)].map(said)
}

const nationalOptions = { single: 4, multiple: 5, judgement: 2 } as const

function checkOptions(choice: Choice, line: number, item: number | null): readonly StagedProblem[] {
  const { kind, options } = choice
  const found = options.length
  const wanted = nationalOptions[kind]
  const count =
    kind === 'judgement' && found !== wanted
      ? problem('judgementOptions', line, 'error', { fix: { code: 'standardJudgement', item } })
      : found < 2
        ? problem('fewOptions', line, 'error', { values: { found } })
        : found !== wanted
          ? problem('optionCount', line, 'warning', { values: { found, wanted } })
          : null
  return [...(count ? [count] : []), ...emptyOptions(choice, line, item), ...equalOptions(choice, line, item)]
}

function emptyOptions({ options, key }: Choice, line: number, item: number | null): readonly StagedProblem[] {
  return options.flatMap((text, option) => {
    if (text.trim() !== '') return []
    const fix =
      key.includes(option) || options.length <= 2 ? {} : { fix: { code: 'dropOption', item, option } as const }
    return [problem('emptyOption', line, 'error', { values: { letter: lettersOf([option]) }, ...fix })]
  })
}

function equalOptions({ options }: Choice, line: number, item: number | null): readonly StagedProblem[] {
  return options.flatMap((text, option) => {
    const first = options.findIndex((other) => sameOption(other, text))
    if (first === option || text.trim() === '') return []
    const values = { letter: lettersOf([first]), other: lettersOf([option]) }
    const fix = options.length > 2 ? { fix: { code: 'dropOption', item, option } as const } : {}
    return [problem('equalOptions', line, 'error', { values, ...fix })]
  })
}

/** Width and blanks make no difference to a reader; punctuation may. */
export function sameOption(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
  return plain(one) === plain(other)
}

function checkKey(choice: Choice, line: number, item: number | null): readonly StagedProblem[] {
  const { kind, options, key } = choice
  const found = key.length
  if (found === 0) return [problem('keyMissing', line, 'error')]
  const beyond = key.filter((index) => index >= options.length)
  if (beyond.length > 0) {
    const fix = beyond.length < found ? { fix: { code: 'dropKeysBeyond', item } as const } : {}
    return [problem('keyBeyondOptions', line, 'error', { values: { letters: lettersOf(beyond) }, ...fix })]
  }
  if (kind === 'judgement') return found === 1 ? [] : [problem('judgementKeys', line, 'error')]
  if (kind === 'single') {
    const fix = { code: 'makeMultiple', item } as const
    return found === 1 ? [] : [problem('singleKeys', line, 'error', { values: { found }, fix })]
  }
  if (found === 1) return [problem('multipleOneKey', line, 'error', { fix: { code: 'makeSingle', item } })]
  return found <= 4 && found < options.length ? [] : [problem('multipleKeys', line, 'warning', { values: { found } })]
}

function checkConstructed({ answerPoints, outOf }: Constructed, line: number): readonly StagedProblem[] {
  const sum = answerPoints.reduce((total, { halfPoints }) => total + halfPoints, 0)
  const empty = answerPoints.flatMap(({ text }, at) =>
    text.trim() === '' ? [problem('emptyAnswerPoint', line, 'error', { values: { number: at + 1 } })] : [],
  )
  if (answerPoints.length === 0) return [problem('answerPointsMissing', line, 'error')]
  if (outOf <= 0) return [...empty, problem('outOfMissing', line, 'error', setOutOf(sum))]
  if (sum >= outOf) return empty
  return [
    ...empty,
    problem('answerPointsSum', line, 'error', { values: { sum: sum / 2, outOf: outOf / 2 }, ...setOutOf(sum) }),
  ]
}

function setOutOf(sum: number): Pick<StagedProblem, 'fix'> {
  return sum > 0 ? { fix: { code: 'setOutOf', halfPoints: sum } } : {}
}
