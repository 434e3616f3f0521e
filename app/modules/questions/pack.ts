import type { ChoiceEntry, QuestionEntry } from './pack.schema.ts'
import type { Choice, Question, QuestionBody } from './question.ts'
import type { Subject } from './subjects.ts'
import type { Syllabus } from './syllabus.ts'

/** The official pack: what `npm run content` makes of content/exam. */
export type PackedQuestion = Question & { readonly id: string }
export type Pack = { readonly syllabus: Syllabus; readonly questions: readonly PackedQuestion[] }

/** What an author must mend; the sentence is `pack.<code>` of `i18n/exam-pack.ts`. */
export type PackProblem = {
  readonly code:
    | 'unreadable'
    | 'shape'
    | 'repeatedId'
    | 'unknownPoint'
    | 'key'
    | 'options'
    | 'answerPoints'
    | 'equalOptions'
  readonly file: string
  readonly line: number
  readonly values: Readonly<Record<string, string | number>>
}

export const judgementOptions = ['正确', '错误'] as const

/** A question as its file says it, in the shape of the bank. */
export function questionFrom(entry: QuestionEntry, subject: Subject): PackedQuestion {
  const { points, difficulty, source, laws } = entry
  return { id: entry.id, body: bodyFrom(entry), facts: { subject, points, difficulty, source, laws } }
}

function bodyFrom(entry: QuestionEntry): QuestionBody {
  switch (entry.kind) {
    case 'case':
      return { kind: 'case', stem: entry.stem, items: entry.items.map(choiceFrom) }
    case 'constructed':
      return {
        kind: 'constructed',
        stem: entry.stem,
        answerPoints: entry.answerPoints.map(({ text, points, accept }) => ({ text, halfPoints: points * 2, accept })),
        outOf: entry.outOf * 2,
        explanation: entry.explanation,
      }
    default:
      return choiceFrom(entry)
  }
}

function choiceFrom({ kind, stem, options, key, explanation }: ChoiceEntry): Choice {
  const indexes = [...new Set(key)].map((letter) => letter.charCodeAt(0) - 65)
  return {
    ...{ kind, stem, explanation },
    options: options ?? (kind === 'judgement' ? judgementOptions : []),
    key: indexes.toSorted((a, b) => a - b),
  }
}

/**
 * What the national format asks of a question of ours, beyond its shape: single 4 options and one key, multiple 5 options and
 * 2 to 4 keys (《社会工作者职业资格考试》题型说明).
 */
export function faultsOf(body: QuestionBody): ReadonlyArray<Pick<PackProblem, 'code' | 'values'>> {
  if (body.kind === 'case') return body.items.flatMap(faultsOf)
  if (body.kind === 'constructed') {
    const sum = body.answerPoints.reduce((total, { halfPoints }) => total + halfPoints, 0)
    return sum < body.outOf ? [{ code: 'answerPoints', values: { sum: sum / 2, outOf: body.outOf / 2 } }] : []
  }
  const wanted = { single: 4, multiple: 5, judgement: 2 }[body.kind]
  const isKeyRight = body.kind === 'multiple' ? body.key.length >= 2 && body.key.length <= 4 : body.key.length === 1
  return [
    ...(body.options.length === wanted
      ? []
      : [{ code: 'options' as const, values: { wanted, found: body.options.length } }]),
    ...(isKeyRight && body.key.every((index) => index < body.options.length)
      ? []
      : [{ code: 'key' as const, values: {} }]),
    ...(new Set(body.options).size === body.options.length ? [] : [{ code: 'equalOptions' as const, values: {} }]),
  ]
}
