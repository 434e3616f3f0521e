import { z } from 'zod'
import type { Marks } from '~/modules/works/rubric.ts'

/* What the desk's forms may send. Marks travel as «m.<criterion>», in half-points; a criterion without one is not marked yet. */
const longText = z.string().trim().max(5_000, 'tooLong')
const seq = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
const empty = z.literal('').transform(() => null)

export const DeskForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.enum(['claim', 'take']) }),
  z.strictObject({
    ...{ intent: z.literal('comment'), id: z.uuid(), body: longText.default('') },
    field: z.union([empty, z.string().max(40)]).default(null),
    paragraph: z.union([empty, z.coerce.number().int().min(0).max(5_000)]).default(null),
  }),
  z.strictObject({ intent: z.literal('marks'), seq }),
  z.strictObject({
    ...{ intent: z.enum(['return', 'accept', 'fail']), seq },
    reason: z.string().trim().max(500, 'tooLong').default(''),
    isExcellent: z
      .literal('yes')
      .optional()
      .transform((value) => value === 'yes'),
  }),
])

/** The marks among the values of a form, and the form without them. */
export function splitMarks(form: FormData): { readonly rest: FormData; readonly marks: Marks } {
  const rest = new FormData()
  const marks: Record<string, number> = {}
  for (const [name, value] of form) {
    if (!name.startsWith('m.')) rest.append(name, value)
    else if (typeof value === 'string' && /^\d{1,3}$/.test(value)) marks[name.slice(2)] = Number(value)
  }
  return { rest, marks }
}
