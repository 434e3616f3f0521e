import { Form } from '@remix-run/react'
import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'

type CohortFormProps = {
  errors: FieldErrors | undefined
  /** what was typed, or what is so now */
  values: Readonly<Record<string, string | readonly string[] | undefined>> | undefined
  submitLabel: string
}

/** Name and days: for a new cohort and for changing one. */
export function CohortFields({ errors, values, submitLabel }: CohortFormProps) {
  const t = useT(cohorts)
  const errorOf = useFieldErrors(errors)
  const labels = { name: t('form.name'), startsOn: t('form.startsOn'), endsOn: t('form.endsOn') }
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: errorOf(name),
    defaultValue: typed(values, name),
  })
  return (
    <Form method="post" className="form" noValidate>
      <ErrorSummary errors={errors} labels={labels} />
      <Field {...field('name')} autoComplete="off" required />
      <Field {...field('startsOn')} type="date" required />
      <Field {...field('endsOn')} type="date" required />
      <SubmitButton intent="save">{submitLabel}</SubmitButton>
    </Form>
  )
}
