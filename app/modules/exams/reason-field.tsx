import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'

/** What was refused, of which form. */
export type Refused = { readonly intent: string; readonly errors?: FieldErrors; readonly values?: FormValues }

/** Why it is done: kept with the act in the audit. */
export function ReasonField({ label, refused }: { readonly label: string; readonly refused: Refused | undefined }) {
  const errorOf = useFieldErrors(refused?.errors)
  return (
    <Field
      name="reason"
      label={label}
      error={errorOf('reason')}
      defaultValue={typed(refused?.values, 'reason')}
      maxLength={300}
      required
    />
  )
}
