import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { findDuplicates } from '~/modules/questions/bank-duplicates.server.ts'
import { BankPart } from '~/modules/questions/bank-frame.tsx'
import { DuplicateGroups } from '~/modules/questions/duplicate-groups.tsx'
import { SubjectFilter } from '~/modules/questions/subject-filter.tsx'
import { isSubject } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, request }) => {
  const asked = new URL(request.url).searchParams.get('subject')
  const subject = isSubject(asked) ? asked : null
  return { subject, ...(await findDuplicates(actor, subject)) }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, bank, 'duplicates.title')

export default function DuplicatesRoute() {
  const { subject, groups, total } = useLoaderData<typeof loader>()
  const t = useT(bank)
  return (
    <BankPart title={t('duplicates.title')} lead={t('duplicates.lead')}>
      <SubjectFilter subject={subject} allPath={paths.bankDuplicates()} />
      <DuplicateGroups groups={groups} total={total} />
    </BankPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
