import { z } from 'zod'

/** A few words to a trainee; with `lesson`, about that lesson. */
export const NoteForm = z.object({
  intent: z.literal('write'),
  body: z.string().trim().min(1, 'required').max(2_000, 'tooLong'),
  lesson: z.string().max(64).optional(),
})

export const ReadForm = z.object({ intent: z.literal('read'), word: z.string().min(1, 'required').max(64) })
