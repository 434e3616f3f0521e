import { z } from 'zod'
import { confidences } from './review-log.ts'
import { errorCauses } from './wrong-book.ts'

const instant = z.number().min(0).max(8_640_000_000_000_000)

export const SentAnswer = z.strictObject({
  questionId: z.string().regex(/^[\w-]{1,64}$/),
  version: z.int().min(1).max(100_000),
  part: z.int().min(0).max(9),
  picked: z.array(z.int().min(0).max(9)).min(1).max(10),
  confidence: z.enum(confidences),
  seconds: z.number().min(0).max(1_000_000_000),
  at: instant,
  stamp: z.string().max(200),
  cause: z.enum(errorCauses).nullable(),
  causeAt: instant,
})

/** Answers that a device kept. One that cannot be read must not hold up the others: each is looked at by itself. */
export const SyncPractice = z.strictObject({
  /** whose they are: somebody else may have signed in on the device since */
  personId: z.string().min(1).max(100),
  answers: z
    .array(z.strictObject({ id: z.uuid(), seq: z.int().min(1).max(2_000_000_000), answer: z.unknown() }))
    .min(1)
    .max(50),
})
export type SyncPractice = z.infer<typeof SyncPractice>
