import { z } from 'zod'

const number = z.coerce.number('invalid').int('invalid').min(1, 'invalid').max(100_000, 'invalid')

/** What is done with one question on its page. */
export const QuestionActForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('propose') }),
  z.object({ intent: z.literal('approve'), number }),
  z.object({
    ...{ intent: z.literal('return'), number },
    reason: z.string().trim().min(1, 'required').max(200, 'tooLong'),
  }),
  z.object({ intent: z.literal('retire') }),
  z.object({ intent: z.literal('restore') }),
])

/** The form of a question: what kind of act it is; its fields are read by `draftFrom`. */
export const DraftIntentForm = z.looseObject({
  /** «dropPicture:<sha256>» is the longest */
  intent: z.string('invalid').max(100, 'invalid').default('save'),
  base: z.coerce.number('invalid').int('invalid').min(0, 'invalid').max(100_000, 'invalid').default(0),
  note: z.string('invalid').trim().max(200, 'tooLong').default(''),
})

/** Several questions of a list at once. */
export const SweepForm = z.object({
  intent: z.literal('retire'),
  questionIds: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().min(1).max(128)).min(1, 'noneChosen').max(500, 'tooLong'),
  ),
})

/** «c-1f…@3»: a question and the version that was read. */
const readVersion = z
  .string()
  .regex(/^[\w-]{1,100}@\d{1,5}$/)
  .transform((text) => {
    const at = text.lastIndexOf('@')
    return { questionId: text.slice(0, at), number: Number(text.slice(at + 1)) }
  })
const chosen = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(readVersion).min(1, 'questionsNotTicked').max(100, 'tooLong'),
)
const reason = z.string().trim().max(200, 'tooLong')

/** One decision on many questions. A reason that was typed before approving is no matter. */
export const BulkReviewForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('approve'), chosen, reason: reason.optional() }),
  z.object({ intent: z.literal('return'), chosen, reason: reason.min(1, 'required') }),
])
