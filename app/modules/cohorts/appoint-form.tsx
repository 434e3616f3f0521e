import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button.tsx'
import { SelectField } from '~/ui/field.tsx'
import type { Candidate } from './staff.server.ts'

type AppointFormProps = {
  candidates: readonly Candidate[]
  label: string
  submitLabel: string
  /** instead of the form when there is nobody to choose */
  nobody: string
}

/** Gives one of those who could have it a post in the cohort. */
export function AppointForm({ candidates, label, submitLabel, nobody }: AppointFormProps) {
  if (candidates.length === 0) return <p className="text-ink-2">{nobody}</p>
  return (
    <Form method="post" className="form" preventScrollReset>
      <SelectField name="personId" label={label} required>
        {candidates.map((candidate) => (
          <option key={candidate.id} value={candidate.id}>
            {`${candidate.name}\u3000${candidate.organisation}`}
          </option>
        ))}
      </SelectField>
      <SubmitButton intent="appoint" kind="plain">
        {submitLabel}
      </SubmitButton>
    </Form>
  )
}
