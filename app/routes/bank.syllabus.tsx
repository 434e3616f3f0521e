import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankPart } from '~/modules/questions/bank-frame.tsx'
import { SubjectOptions } from '~/modules/questions/subject-filter.tsx'
import { isSubject } from '~/modules/questions/subjects.ts'
import { getSyllabus } from '~/modules/questions/syllabus-tree.server.ts'
import { SyllabusTree } from '~/modules/questions/syllabus-tree.tsx'
import { useTitle } from '~/modules/questions/use-title.ts'
import { notFound } from '~/platform/errors.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { SelectField } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, request }) => {
  const search = new URL(request.url).searchParams
  const asked = search.get('subject')
  const subject = isSubject(asked) ? asked : 'jz'
  const page = await getSyllabus(actor, subject, search.get('edition') ?? '')
  if (!page) throw notFound()
  return { subject, ...page }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, bank, 'syllabus.title')

export default function SyllabusRoute() {
  const { subject, edition, editions } = useLoaderData<typeof loader>()
  const t = useT(bank)
  const titleOf = useTitle()
  return (
    <BankPart title={t('syllabus.title')}>
      <FilterBar key={`${subject} ${edition.edition}`} label={t('syllabus.choose')}>
        <SelectField name="subject" label={t('syllabus.subject')} defaultValue={subject}>
          <SubjectOptions />
        </SelectField>
        <SelectField name="edition" label={t('syllabus.edition')} defaultValue={edition.edition}>
          {editions.map((one) => (
            <option key={one.edition} value={one.edition}>
              {t('syllabus.editionOf', { edition: one.edition })}
            </option>
          ))}
        </SelectField>
      </FilterBar>
      {edition.note && (
        <div className="question-news">
          <Notice title={t('syllabus.note')}>{titleOf({ title: edition.note, titleEn: edition.noteEn })}</Notice>
        </div>
      )}
      <SyllabusTree subject={subject} edition={edition} />
    </BankPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
