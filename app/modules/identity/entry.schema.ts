import { z } from 'zod'
import { locales } from '~/i18n/locale.ts'

/** Sign-in. What is typed is not judged by form: a wrong shape is a wrong answer, and takes as long. */
export const SignInForm = z.object({
  username: z.string().trim().min(1, 'required').max(100, 'tooLong'),
  password: z.string().min(1, 'required').max(400, 'tooLong'),
  shared: z.string().optional(),
  next: z.string().max(2_000).optional(),
})

export const LocaleForm = z.object({
  locale: z.enum(locales),
  next: z.string().max(2_000).optional(),
})
