import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { Field, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { OrganisationOptions } from './organisation-options.tsx'
import type { OrganisationRow, TreeRow } from './organisation-tree.ts'

type PersonFieldsProps = {
  organisations: readonly TreeRow<OrganisationRow>[]
  errors: FieldErrors | undefined
  /** what was typed, or what is so now */
  values: Readonly<Record<string, string | readonly string[] | undefined>> | undefined
}

/** Who somebody is: the same fields wherever people are created or changed. */
export function PersonFields({ organisations, errors, values }: PersonFieldsProps) {
  const t = useT(cohorts)
  const errorOf = useFieldErrors(errors)
  const field = (name: string) => ({ name, error: errorOf(name), defaultValue: typed(values, name) })
  return (
    <>
      <Field {...field('name')} label={t('person.name')} autoComplete="off" required />
      <Field
        {...field('username')}
        label={t('person.username')}
        help={t('person.usernameHelp')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Field
        {...field('phone')}
        label={t('person.phone')}
        help={t('person.phoneHelp')}
        inputMode="tel"
        autoComplete="off"
        isOptional
      />
      <SelectField {...field('organisationId')} label={t('person.organisation')} required>
        <option value="">{t('person.chooseOrganisation')}</option>
        <OrganisationOptions choices={organisations} />
      </SelectField>
    </>
  )
}

/** The names of these fields, for the summary of errors. */
export function usePersonLabels() {
  const t = useT(cohorts)
  return {
    name: t('person.name'),
    username: t('person.username'),
    phone: t('person.phone'),
    organisationId: t('person.organisation'),
  }
}
