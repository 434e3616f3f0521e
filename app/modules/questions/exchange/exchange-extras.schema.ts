import { z } from 'zod'
import type { AnswerPoint, QuestionFacts } from '../question.ts'

/*
 * What Moodle's formats have no place for travels beside each question as JSON that Moodle passes over: the facts, the
 * answer points, and which questions make a case.
 */
const day = z.string().nullable()
const Extras = z.object({
  facts: z
    .object({
      subject: z.string(),
      points: z.array(z.string()),
      difficulty: z.int().min(1).max(5),
      source: z.string(),
      laws: z.array(z.object({ name: z.string(), article: z.string(), validFrom: day, validTo: day })),
    })
    .optional(),
  answerPoints: z.array(z.object({ text: z.string(), halfPoints: z.int(), accept: z.array(z.string()) })).optional(),
  outOf: z.int().optional(),
  /** this question is the stem of a case with so many questions, which follow it */
  caseOf: z.int().min(0).max(100).optional(),
})

export type Extras = {
  readonly facts?: QuestionFacts
  readonly answerPoints?: readonly AnswerPoint[]
  readonly outOf?: number
  readonly caseOf?: number
}

export function writeExtras(extras: Extras): string {
  return JSON.stringify(extras)
}

/** Null where the text is none of ours. */
export function readExtras(text: string): Extras | null {
  try {
    const found = Extras.safeParse(JSON.parse(text))
    if (!found.success) return null
    const { facts, answerPoints, outOf, caseOf } = found.data
    return {
      ...(facts ? { facts } : {}),
      ...(answerPoints ? { answerPoints } : {}),
      ...(outOf === undefined ? {} : { outOf }),
      ...(caseOf === undefined ? {} : { caseOf }),
    }
  } catch {
    return null
  }
}
