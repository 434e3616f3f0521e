import { z } from 'zod'

const whole = z.coerce.number('invalid').int('invalid').min(0, 'invalid').max(100_000, 'invalid')
const numbers = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(whole).max(200, 'tooLong'))

/** The form of a staging page. Its ticks travel with every button, so that none is lost. */
export const StagingForm = z.looseObject({
  /** «choose», «all», «none», «commit», «discard», or «fix:3:0:makeMultiple» */
  intent: z.string('invalid').max(80, 'invalid'),
  shown: numbers,
  chosen: numbers,
  expected: whole.default(0),
  isProposed: z.literal('yes').optional(),
})

export const UploadForm = z.looseObject({ text: z.string('invalid').max(900_000, 'tooLong').default('') })

/** As what to export: the formats of `exchange/read-file.server.ts`, or the empty table to fill in. */
export const ExportForm = z.object({ format: z.enum(['xlsx', 'gift', 'moodle-xml', 'template']) })
