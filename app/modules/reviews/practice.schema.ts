import { z } from 'zod'
import { isDay } from '~/platform/calendar.ts'
import { confidences } from './review-log.ts'
import { errorCauses } from './wrong-book.ts'

const questionId = z.string().regex(/^[\w-]{1,64}$/)
const answerId = z.uuid()
const index = z.coerce.number().int().min(0).max(9)
/** One field or several of the same name; none is none. */
const picks = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(index).max(10))

const weekday = z.coerce.number().int().min(0).max(6)

/** What she gives: the day of the exam, minutes a day, days off. */
export const StudyPlanForm = z.strictObject({
  intent: z.literal('plan'),
  examOn: z
    .string()
    .default('')
    .refine((day) => day === '' || isDay(day), 'dayInvalid')
    .transform((day) => (day === '' ? null : day)),
  minutesADay: z.coerce.number('invalid').int('invalid').min(5, 'studyMinutes').max(300, 'studyMinutes'),
  skipDays: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(weekday).max(6, 'everyDayOff'),
  ),
})

export const PracticeForm = z.discriminatedUnion('intent', [
  z.strictObject({
    ...{ intent: z.literal('answer'), question: questionId, version: z.coerce.number().int().min(1) },
    ...{ part: index, pick: picks, confidence: z.enum(confidences), since: z.coerce.number().int().min(0) },
  }),
  z.strictObject({ intent: z.literal('cause'), answer: answerId, cause: z.enum(errorCauses) }),
  z.strictObject({
    intent: z.literal('favourite'),
    answer: answerId,
    question: questionId,
    wants: z.enum(['yes', 'no']),
  }),
])
