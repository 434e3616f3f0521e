import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Field, SelectField } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import type { Staff } from './staff.server.ts'

type RosterFilterProps = {
  cohortId: string
  search: string
  /** null: all; «none»: those without one */
  mentorId: string | null
  mentors: Staff['appointed']
}

export function RosterFilter({ cohortId, search, mentorId, mentors }: RosterFilterProps) {
  const t = useT(cohorts)
  const isFiltered = search !== '' || mentorId !== null
  return (
    <div className="mt-4">
      <FilterBar
        key={`${search}/${mentorId}`}
        label={t('members.filter')}
        clearTo={isFiltered ? paths.roster(cohortId) : undefined}
      >
        <Field name="q" type="search" label={t('members.search')} defaultValue={search} maxLength={60} />
        <SelectField name="mentor" label={t('members.mentor')} defaultValue={mentorId ?? ''}>
          <option value="">{t('members.allMentors')}</option>
          <option value="none">{t('members.noMentor')}</option>
          {mentors.map((mentor) => (
            <option key={mentor.id} value={mentor.id}>
              {mentor.name}
            </option>
          ))}
        </SelectField>
      </FilterBar>
    </div>
  )
}
