import { z } from 'zod'

/** What is done on the page where papers are put together; the paper itself is read by `readPaperQuery`. */
export const KeepForm = z.looseObject({
  intent: z.literal('keep'),
  title: z.string().trim().min(1, 'required').max(60, 'tooLong'),
  shown: z.string().min(1, 'required').max(64, 'invalid'),
})

export const PaperActForm = z.object({ intent: z.enum(['retire', 'restore']) })
