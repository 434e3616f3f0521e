import { z } from 'zod'
import { policies } from './ruling-form.ts'

const id = z.string().min(1, 'required').max(128)
const number = z.coerce.number('invalid').int('invalid').min(0, 'invalid').max(100_000, 'invalid')
const written = z.string().max(200, 'tooLong').default('')

/** What the pages of regrading may send: the change that a dry run showed, or one to take back. */
export const RegradeForm = z.discriminatedUnion('intent', [
  z.strictObject({
    ...{ intent: z.literal('apply'), version: number, choice: number, policy: z.enum(policies, 'required') },
    ...{ keys: written, points: written, upwards: z.literal('yes').optional() },
    ...{ regradeId: z.uuid('invalid'), stamp: z.string().regex(/^[0-9a-f]{64}$/, 'invalid') },
    reason: z.string().trim().min(1, 'required').max(300, 'tooLong'),
  }),
  z.strictObject({ intent: z.literal('undo'), regradeId: id }),
])
export type RegradeForm = z.infer<typeof RegradeForm>
