import { z } from 'zod'
import { readLocalMoment } from '~/platform/local-moment.ts'

/* What the forms about sittings may send. A message is an error code; `i18n/fields.ts` has its sentence. */
const id = z.string().min(1, 'required').max(128)
const reason = z.string().trim().min(1, 'required').max(300, 'tooLong')
const count = (least: number, most: number, code: string) =>
  z
    .string()
    .regex(/^\d{1,4}$/, code)
    .transform(Number)
    .refine((number) => number >= least && number <= most, code)

/** A time of day at the centre, «2026-11-23T14:05». */
const moment = z.string().transform((text, context) => {
  const instant = readLocalMoment(text)
  if (instant) return instant
  context.addIssue({ code: 'custom', message: text === '' ? 'required' : 'momentInvalid' })
  return z.NEVER
})
const momentOrNone = z.union([z.literal('').transform(() => null), moment], 'momentInvalid').optional()

const percents = ['125', '150', '175', '200'] as const

const NewSittingForm = z
  .strictObject({
    ...{ intent: z.literal('create'), blueprintId: id, opensAt: moment, closesAt: moment },
    title: z.string().trim().min(1, 'required').max(60, 'tooLong'),
    /** «»: as the blueprint says */
    minutes: z.union([z.literal('').transform(() => null), count(5, 600, 'minutesInvalid')], 'minutesInvalid'),
    attempts: count(1, 20, 'invalid'),
    forms: count(1, 3, 'invalid'),
    release: z.enum(['now', 'at'], 'required'),
    releaseAt: momentOrNone,
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ['closesAt'], message: 'closesBeforeOpens' })
  .refine(({ release, releaseAt }) => release === 'now' || releaseAt, { path: ['releaseAt'], message: 'required' })

/** Standing accommodations 便利 of people of the cohort. */
const GrantForm = z.strictObject({
  ...{ intent: z.literal('grant'), personId: id, reason },
  timePercent: z.enum(percents, 'required').transform(Number),
})

export const SittingsForm = z.discriminatedUnion('intent', [
  NewSittingForm,
  GrantForm,
  z.strictObject({ intent: z.literal('revokeExtension'), extensionId: id }),
  z.strictObject({ intent: z.literal('endGrant'), personId: id }),
])

/** Ids of one or many boxes; none is none. */
const ids = z
  .union([id.transform((one) => [one]), z.array(id).max(500)])
  .optional()
  .transform((list) => list ?? [])

/** What may be planned otherwise; which of it, and when, is a rule of its own (sitting-change.ts). */
const EditSittingForm = z
  .strictObject({
    ...{ intent: z.literal('edit'), opensAt: moment, closesAt: moment, releaseAt: momentOrNone },
    title: z.string().trim().min(1, 'required').max(60, 'tooLong'),
    release: z.enum(['now', 'at'], 'required'),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ['closesAt'], message: 'closesBeforeOpens' })
  .refine(({ release, releaseAt }) => release === 'now' || releaseAt, { path: ['releaseAt'], message: 'required' })

export const RoomForm = z.discriminatedUnion('intent', [
  EditSittingForm,
  z.strictObject({ intent: z.literal('reopen'), attemptId: id, until: moment, reason }),
  z.strictObject({ intent: z.literal('extend'), personId: id, until: moment, reason }),
  z.strictObject({ intent: z.literal('changeExtension'), extensionId: id, until: moment, reason }),
  z.strictObject({ intent: z.literal('extendAll'), minutes: count(1, 240, 'extraInvalid'), reason }),
  z.strictObject({ intent: z.literal('void'), attemptId: id, reason, until: momentOrNone }),
  z.strictObject({ intent: z.enum(['cancel', 'release', 'loadFile']) }),
  z.strictObject({ intent: z.enum(['accept', 'reject']), attemptId: id, lateIds: ids, reason }),
])
export type RoomForm = z.infer<typeof RoomForm>
