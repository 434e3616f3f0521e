import { Form } from '@remix-run/react'
import { admin } from '~/i18n/admin.ts'
import { cohorts } from '~/i18n/cohorts.ts'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { ticked, typed } from '~/platform/typed.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { CheckboxGroup } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { SelectField } from '~/ui/field.tsx'
import { roles } from './actor.ts'
import type { OrganisationRow, TreeRow } from './organisation-tree.ts'
import { PasteForm } from './paste-form.tsx'
import type { PlannedRow } from './people-plan.ts'
import { PersonFields, usePersonLabels } from './person-fields.tsx'

type AddPeopleProps = {
  way: 'paste' | 'one'
  organisations: readonly TreeRow<OrganisationRow>[]
  plan: readonly PlannedRow[] | undefined
  errors: FieldErrors | undefined
  values: FormValues | undefined
}

/** An administrator's new people: a list of one role, or one person of any. */
export function AddPeople({ way, ...form }: AddPeopleProps) {
  const t = useT(admin)
  return (
    <section className="section mt-6" aria-labelledby="add">
      <h2 id="add">{t(way === 'paste' ? 'people.paste' : 'people.addOne')}</h2>
      {way === 'paste' && <p className="text-ink-2">{t('people.pasteLead')}</p>}
      {way === 'paste' ? <ListForm {...form} /> : <OneForm {...form} />}
      <p className="mt-6">
        <LinkButton to={paths.adminPeople()} kind="quiet" icon="left">
          {t('people.back')}
        </LinkButton>
      </p>
    </section>
  )
}

function ListForm(props: Omit<AddPeopleProps, 'way'>) {
  const t = useT(admin)
  const say = useT(identity)
  return (
    <PasteForm {...props}>
      <SelectField name="role" label={t('people.pasteRole')} defaultValue={typed(props.values, 'role', 'trainee')}>
        {roles.map((role) => (
          <option key={role} value={role}>
            {say(`role.${role}`)}
          </option>
        ))}
      </SelectField>
    </PasteForm>
  )
}

function OneForm({ organisations, errors, values }: Omit<AddPeopleProps, 'way'>) {
  const t = useT(admin)
  const add = useT(cohorts)
  const say = useT(identity)
  return (
    <Form method="post" className="form mt-4" noValidate>
      <ErrorSummary errors={errors} labels={usePersonLabels()} />
      <PersonFields organisations={organisations} errors={errors} values={values} />
      <CheckboxGroup
        name="roles"
        legend={t('people.role')}
        chosen={ticked(values, 'roles')}
        options={roles.map((role) => ({ value: role, label: say(`role.${role}`) }))}
        isInline
      />
      <SubmitButton intent="create">{add('person.submit')}</SubmitButton>
    </Form>
  )
}
