import { Form } from '@remix-run/react'
import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import type { OrganisationRow, TreeRow } from '~/modules/identity/organisation-tree.ts'
import { PasteForm } from '~/modules/identity/paste-form.tsx'
import type { PlannedRow } from '~/modules/identity/people-plan.ts'
import { PersonFields, usePersonLabels } from '~/modules/identity/person-fields.tsx'
import { paths } from '~/paths.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'

type AddMembersProps = {
  way: 'paste' | 'one'
  cohortId: string
  organisations: readonly TreeRow<OrganisationRow>[]
  plan: readonly PlannedRow[] | undefined
  errors: FieldErrors | undefined
  values: FormValues | undefined
}

/** New members: a list, or one person. */
export function AddMembers({ way, cohortId, ...form }: AddMembersProps) {
  const t = useT(cohorts)
  return (
    <section className="section mt-6" aria-labelledby="add">
      <h2 id="add">{t(way === 'paste' ? 'paste.title' : 'person.add')}</h2>
      {way === 'paste' && <p className="text-ink-2">{t('paste.lead')}</p>}
      {way === 'paste' ? <PasteForm {...form} /> : <OneForm {...form} />}
      <p className="mt-6">
        <LinkButton to={paths.roster(cohortId)} kind="quiet" icon="left">
          {t('members.back')}
        </LinkButton>
      </p>
    </section>
  )
}

function OneForm({ organisations, errors, values }: Pick<AddMembersProps, 'organisations' | 'errors' | 'values'>) {
  const t = useT(cohorts)
  return (
    <Form method="post" className="form mt-4" noValidate>
      <ErrorSummary errors={errors} labels={usePersonLabels()} />
      <PersonFields organisations={organisations} errors={errors} values={values} />
      <SubmitButton intent="create">{t('person.submit')}</SubmitButton>
    </Form>
  )
}
