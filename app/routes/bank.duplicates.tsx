import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { findDuplicates } from '~/modules/questions/bank-duplicates.server.ts'
import { BankPart } from '~/modules/questions/bank-frame.tsx'
import { DuplicateGroups } from '~/modules/questions/duplicate-groups.tsx'
import { isSubject, subjectCodes, subjects } from '~/modules/questions/subjects.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { SelectField } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayAuthor, async ({ actor, request }) => {
  const asked = new URL(request.url).searchParams.get('subject')
  const subject = isSubject(asked) ? asked : null
  return { subject, ...(await findDuplicates(actor, subject)) }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, bank, 'duplicates.title')

export default function DuplicatesRoute() {
  const { subject, groups, total } = useLoaderData<typeof loader>()
  const t = useT(bank)
  const titleOf = useTitle()
  return (
    <BankPart title={t('duplicates.title')} lead={t('duplicates.lead')}>
      <FilterBar key={subject} label={t('list.filter')}>
        <SelectField name="subject" label={t('list.subject')} defaultValue={subject ?? ''}>
          <option value="">{t('list.allSubjects')}</option>
          {subjectCodes.map((code) => (
            <option key={code} value={code}>
              {titleOf(subjects[code])}
            </option>
          ))}
        </SelectField>
      </FilterBar>
      <DuplicateGroups groups={groups} total={total} />
    </BankPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
