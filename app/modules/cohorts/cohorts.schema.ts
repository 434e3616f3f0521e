import { z } from 'zod'
import { NewPerson } from '~/modules/identity/identity.schema.ts'
import { isDay } from '~/platform/calendar.ts'

/* What the forms about cohorts may send. A message is an error code; `i18n/errors.ts` has its sentence. */
const day = z.string().refine(isDay, 'dayInvalid')
const id = z.string().min(1, 'required').max(128)
const longestPaste = 60_000

/** Ids of ticked people: none, one or many. */
const ids = z
  .union([id.transform((one) => [one]), z.array(id).max(1_000)])
  .optional()
  .transform((list) => list ?? [])
  .refine((list) => list.length > 0, 'noneChosen')

const cohortFields = { name: z.string().trim().min(1, 'required').max(60, 'tooLong'), startsOn: day, endsOn: day }

function endsAfterStart(form: { startsOn: string; endsOn: string }): boolean {
  return form.startsOn <= form.endsOn
}
const endsOn = { path: ['endsOn'], message: 'endsBeforeStart' }

export const CohortForm = z.strictObject({ intent: z.literal('save'), ...cohortFields }).refine(endsAfterStart, endsOn)

export const CohortActForm = z.discriminatedUnion('intent', [
  CohortForm,
  z.strictObject({ intent: z.literal('appoint'), personId: id }),
  z.strictObject({ intent: z.literal('dismiss'), personId: id }),
  z.strictObject({ intent: z.literal('divide') }),
  z.strictObject({ intent: z.literal('archive') }),
  z.strictObject({ intent: z.literal('restore') }),
])

const list = {
  text: z.string().trim().min(1, 'required').max(longestPaste, 'tooLong'),
  defaultOrganisationId: z
    .string()
    .max(128)
    .transform((value) => (value === '' ? null : value)),
}

export const RosterForm = z.discriminatedUnion('intent', [
  NewPerson.extend({ intent: z.literal('create') }),
  z.strictObject({ intent: z.literal('preview'), ...list }),
  z.strictObject({ intent: z.literal('import'), ...list }),
  z.strictObject({ intent: z.literal('assign'), personIds: ids, mentorId: id }),
  z.strictObject({ intent: z.literal('withdraw'), personIds: ids, mentorId: id }),
  z.strictObject({ intent: z.literal('codes'), personIds: ids, mentorId: z.string().optional() }),
  z.strictObject({ intent: z.literal('remove'), personIds: ids, mentorId: z.string().optional() }),
  z.strictObject({ intent: z.literal('readmit'), personIds: ids }),
])
