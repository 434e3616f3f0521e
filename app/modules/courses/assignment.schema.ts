import { z } from 'zod'
import { isDay } from '~/platform/calendar.ts'

/** Gives a track to a cohort, changes its due day, or takes it back. */
export const AssignmentForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('assign'),
    track: z.string().min(1, 'required').max(64),
    dueOn: z
      .string()
      .refine((day) => day === '' || isDay(day), 'invalid')
      .transform((day) => day || null),
  }),
  z.object({ intent: z.literal('withdraw'), track: z.string().min(1, 'required').max(64) }),
])
