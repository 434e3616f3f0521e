import { z } from 'zod'
import { levels, type Subject, subjectCodes } from '~/modules/questions/subjects.ts'
import { isDay } from '~/platform/calendar.ts'
import { firstYear, readMark, recordStates } from './real-exam.ts'

/* What the forms about the real exam may send. A message is an error code; `i18n/fields.ts` has its sentence. */
const id = z.string().min(1, 'required').max(128)
const ids = z
  .union([id.transform((one) => [one]), z.array(id).max(2_000)])
  .optional()
  .transform((list) => list ?? [])
const subject = z.enum(subjectCodes as [Subject, ...Subject[]], 'required')
const level = z.enum(levels, 'required')
const state = z.enum(recordStates, 'required')
const year = z
  .string()
  .regex(/^\d{4}$/, 'yearInvalid')
  .transform(Number)
  .refine((number) => number >= firstYear && number <= 2100, 'yearInvalid')
const issuedOn = z.string().refine(isDay, 'dayInvalid')

/** «», or a whole number of 0 to 100. */
const mark = z
  .string()
  .max(20, 'markInvalid')
  .transform((text, context) => {
    const read = readMark(text)
    if (read.fault === undefined) return read.points
    context.addIssue({ code: 'custom', message: read.fault })
    return z.NEVER
  })

export const OwnExamForm = z.discriminatedUnion('intent', [
  z
    .strictObject({
      ...{ intent: z.literal('record'), subject, year, state, mark },
      /** what is corrected; «»: a new one */
      recordId: z.string().max(128),
    })
    .refine((form) => form.state === 'sat' || form.mark === null, { path: ['mark'], message: 'markWithoutSitting' }),
  z.strictObject({ intent: z.literal('certificate'), level, issuedOn }),
  z.strictObject({ intent: z.literal('remove'), recordId: id }),
  z.strictObject({ intent: z.literal('restore'), recordId: id }),
  z.strictObject({ intent: z.literal('removeCertificate'), certificateId: id }),
  z.strictObject({ intent: z.literal('restoreCertificate'), certificateId: id }),
])

const rowState = z.enum(['none', ...recordStates])
const rowDay = z.string().refine((day) => day === '' || isDay(day), 'dayInvalid')

/** One person's year: each subject's state and mark, and her certificates. */
const RowForm = z
  .strictObject({
    ...{ intent: z.literal('row'), personId: id, year },
    /** what stood there when the form was read */
    base: z.string().max(2_000),
    ...{ 'state-jz': rowState, 'state-js': rowState, 'state-zz': rowState },
    ...{ 'state-zf': rowState, 'state-zs': rowState, 'state-gs': rowState },
    ...{ 'mark-jz': mark, 'mark-js': mark, 'mark-zz': mark, 'mark-zf': mark, 'mark-zs': mark, 'mark-gs': mark },
    ...{ 'issued-junior': rowDay, 'issued-intermediate': rowDay, 'issued-senior': rowDay },
  })
  .superRefine((form, context) => {
    for (const code of subjectCodes) {
      if (form[`state-${code}`] === 'sat' || form[`mark-${code}`] === null) continue
      context.addIssue({ code: 'custom', path: [`mark-${code}`], message: 'markWithoutSitting' })
    }
  })
export type RowForm = z.infer<typeof RowForm>

/** Numbers of lines. */
const lines = ids.transform((list) => list.map(Number))

const list = {
  text: z
    .string()
    .max(60_000, 'tooLong')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'required')),
  defaultYear: year,
}

export const CohortExamForm = z.discriminatedUnion('intent', [
  RowForm,
  z.strictObject({ intent: z.literal('restore'), recordIds: ids, certificateIds: ids }),
  z.strictObject({
    ...{ intent: z.enum(['check', 'checkAll']), year, recordIds: ids, certificateIds: ids },
    /** what came after the page was read is not checked unseen */
    readAt: z.iso.datetime().transform((instant) => new Date(instant)),
  }),
  z.strictObject({ intent: z.literal('preview'), ...list, lines, seen: z.string().max(64).optional() }),
  z.strictObject({
    ...{ intent: z.enum(['import', 'importAll']), ...list, lines },
    /** of the list whose preview was looked at */
    seen: z.string().max(64),
  }),
])
