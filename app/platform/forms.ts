import type { z } from 'zod'
import { isStorableText } from './params.ts'

/** Error codes by field name («» for the form as a whole). The page translates them (`i18n/fields.ts`, `field.<code>`). */
export type FieldErrors = Readonly<Record<string, string>>
/** What was typed, so that a refused form comes back as it was. Passwords are left out. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

export type ParsedForm<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors; readonly values: FormValues }

/**
 * Checks a form against its schema. A schema's message is an error code (`z.string().min(1, 'required')`); zod's own
 * messages are mapped to `required` and `invalid`.
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): ParsedForm<z.infer<Schema>> {
  const values = valuesOf(form)
  const unstorable = Object.entries(values).find(([, value]) => ![value].flat().every(isStorableText))
  if (unstorable) return { ok: false, errors: { [unstorable[0]]: 'unstorable' }, values: shown(values) }

  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, errors: errorsOf(parsed.error.issues), values: shown(values) }
}

function valuesOf(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null)
  for (const key of new Set(form.keys())) {
    const texts = form.getAll(key).filter((value): value is string => typeof value === 'string')
    if (texts.length > 0) values[key] = texts.length === 1 ? (texts[0] ?? '') : texts
  }
  return { ...values }
}

function errorsOf(issues: readonly z.core.$ZodIssue[]): FieldErrors {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const field = issue.path.length > 0 ? String(issue.path[0]) : ''
    errors[field] ??= codeOf(issue)
  }
  return errors
}

/** Our codes are single words in camel case; zod's own English messages are not. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z][a-zA-Z]*$/.test(issue.message)) return issue.message
  return issue.code === 'invalid_type' && issue.input === undefined ? 'required' : 'invalid'
}

function shown(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !/password|code|token/i.test(key)))
}
