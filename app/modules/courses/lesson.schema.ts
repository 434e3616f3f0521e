import { z } from 'zod'
import { parseIntervals } from '~/modules/content/intervals.ts'

const visit = z.string().max(64).optional()
const seconds = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .optional()
const id = z.string().min(1, 'required').max(64)

/** What the lesson page posts. `visit` says when it was opened, `seconds` how long she has been active since the last word. */
export const LessonForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('answer'),
    check: id,
    pick: z
      .union([id, z.array(id).max(20)])
      .optional()
      .transform((picks) => (picks === undefined ? [] : [picks].flat())),
    visit,
    seconds,
  }),
  z.object({ intent: z.literal('note'), note: id, body: z.string().max(10_000, 'tooLong'), visit, seconds }),
  z.object({ intent: z.literal('end'), visit, seconds }),
])

/** What a page says by itself every few seconds. */
export const VisitForm = z
  .object({
    visit: z.string().max(64),
    seconds,
    block: z.string().max(200).optional(),
    percent: z
      .string()
      .regex(/^(100|\d{1,2})$/)
      .transform(Number)
      .optional(),
    end: z.enum(['1']).optional(),
    /** «v1=0-42,60-95» */
    film: z.union([z.string().max(6_000), z.array(z.string().max(6_000)).max(20)]).optional(),
  })
  .transform(({ visit, seconds, block, percent, end, film }) => ({
    visit,
    seconds,
    position: block !== undefined && percent !== undefined ? { block, percent } : null,
    hasReachedEnd: end === '1',
    watched: [film ?? []].flat().flatMap((line) => {
      const [videoId = '', intervals = ''] = line.split('=')
      const parsed = parseIntervals(intervals)
      return parsed && parsed.length > 0 ? [{ videoId, intervals: parsed }] : []
    }),
  }))
