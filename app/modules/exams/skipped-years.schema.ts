import { z } from 'zod'
import { levels } from '~/modules/questions/subjects.ts'

/* What the form about 停考年度 may send. A message is an error code; `i18n/fields.ts` has its sentence. */
const id = z.string().min(1, 'required').max(128)
const level = z.enum(levels, 'required')

export const SkippedYearForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('skip'),
    year: z
      .string()
      .regex(/^\d{4}$/, 'yearInvalid')
      .transform(Number),
    levels: z.union([level.transform((one) => [one]), z.array(level).max(levels.length)], 'nothingTicked'),
    region: z.string().trim().min(1, 'required').max(60, 'tooLong'),
    source: z.string().trim().min(1, 'required').max(300, 'tooLong'),
  }),
  z.strictObject({ intent: z.enum(['revoke', 'restore']), id }),
])
