import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { SelectField } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import { type Subject, subjectCodes, subjects } from './subjects.ts'
import { useTitle } from './use-title.ts'

/** The subjects to choose from, by their full names. */
export function SubjectOptions() {
  const titleOf = useTitle()
  return subjectCodes.map((code) => (
    <option key={code} value={code}>
      {titleOf(subjects[code])}
    </option>
  ))
}

/** In a filter: one subject, or all of them. */
export function SubjectField({ subject }: { subject: string | null }) {
  const t = useT(bank)
  return (
    <SelectField name="subject" label={t('list.subject')} defaultValue={subject ?? ''}>
      <option value="">{t('list.allSubjects')}</option>
      <SubjectOptions />
    </SelectField>
  )
}

/** A list that is filtered by its subject and nothing else. `allPath`: where everything is shown again. */
export function SubjectFilter({ subject, allPath }: { subject: Subject | null; allPath: string }) {
  const t = useT(bank)
  return (
    <FilterBar key={subject} label={t('list.filter')} clearTo={subject ? allPath : undefined}>
      <SubjectField subject={subject} />
    </FilterBar>
  )
}
