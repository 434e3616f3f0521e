import { admin } from '~/i18n/admin.ts'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Field, SelectField } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import { roles } from './actor.ts'
import { OrganisationOptions } from './organisation-options.tsx'
import type { OrganisationRow, TreeRow } from './organisation-tree.ts'
import type { PeopleQuery } from './people.server.ts'

type PeopleFilterProps = { query: PeopleQuery; organisations: readonly TreeRow<OrganisationRow>[] }

export function PeopleFilter({ query, organisations }: PeopleFilterProps) {
  const t = useT(admin)
  const say = useT(identity)
  const state = addressOf(query)
  const isFiltered = state.q !== '' || state.role !== '' || state.organisation !== '' || state.standing !== ''
  return (
    <div className="mt-4">
      <FilterBar
        key={Object.values(state).join('/')}
        label={t('people.filter')}
        clearTo={isFiltered ? paths.adminPeople() : undefined}
      >
        <Field name="q" type="search" label={t('people.search')} defaultValue={state.q} maxLength={60} />
        <SelectField name="role" label={t('people.role')} defaultValue={state.role}>
          <option value="">{t('people.allRoles')}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {say(`role.${role}`)}
            </option>
          ))}
        </SelectField>
        <SelectField name="organisation" label={t('people.organisation')} defaultValue={state.organisation}>
          <option value="">{t('people.allOrganisations')}</option>
          <OrganisationOptions choices={organisations} />
        </SelectField>
        <SelectField name="standing" label={t('people.standing')} defaultValue={state.standing}>
          <option value="">{t('people.active')}</option>
          <option value="suspended">{t('people.suspended')}</option>
        </SelectField>
      </FilterBar>
    </div>
  )
}

/** The query as it stands in the address; what is usual is left out. */
export function addressOf(query: PeopleQuery) {
  return {
    q: query.search,
    role: query.role ?? '',
    organisation: query.organisationId ?? '',
    standing: query.standing === 'suspended' ? 'suspended' : '',
  }
}
