import { z } from 'zod'
import { commentAnswers, visibilities } from '~/modules/works/work.ts'
import { isDay } from '~/platform/calendar.ts'
import { ageBands, diaryCategories, diaryTemplates, outcomes, peopleGroups, triages } from './diary.ts'

/* What the forms of the diary may send. A message is an error code; `i18n/fields.ts` has its sentence. */
const day = z.string().refine(isDay, 'required')
const dayOrNone = z.union([z.literal('').transform(() => null), day], 'invalid')
const longText = z.string().trim().max(10_000, 'tooLong').default('')
const shortText = z.string().trim().max(200, 'tooLong').default('')

const entry = {
  /** made by the page, so that what is sent twice is one entry */
  workId: z.uuid(),
  seq: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  template: z.enum(diaryTemplates),
  visibility: z.enum(visibilities),
  occurredOn: day,
  community: z.string().trim().max(60, 'tooLong').default(''),
  category: z.enum(diaryCategories, 'required'),
  triage: z.enum(triages, 'required'),
  dueOn: dayOrNone,
  outcome: z.enum(outcomes, 'required'),
  group: z.enum(peopleGroups, 'required'),
  ageBand: z.enum(ageBands, 'required'),
  whom: shortText,
  companions: shortText,
  problem: longText,
  asked: longText,
  handling: longText,
  followUp: longText,
  reflection: longText,
  /** why a warning of the scan is passed over */
  passedOver: z.string().trim().max(300, 'tooLong').default(''),
}

export const NewEntryForm = z.strictObject({ intent: z.enum(['save', 'autosave', 'submit']), ...entry })
export type DiaryInput = z.infer<typeof NewEntryForm>

export const DiaryForm = z.discriminatedUnion('intent', [
  NewEntryForm,
  z.strictObject({ intent: z.literal('withdraw') }),
  z.strictObject({
    ...{ intent: z.literal('answer'), commentId: z.uuid() },
    kind: z.enum(commentAnswers, 'required'),
    text: z.string().trim().max(2_000, 'tooLong').default(''),
  }),
])
