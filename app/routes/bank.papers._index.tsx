import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { papers } from '~/i18n/papers.ts'
import { listPapers } from '~/modules/exams/fixed-papers.server.ts'
import { PaperTable } from '~/modules/exams/paper-table.tsx'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankPart } from '~/modules/questions/bank-frame.tsx'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { LinkButton } from '~/ui/button.tsx'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor }) => listPapers(actor))

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, papers, 'title')

export default function PapersRoute() {
  const { inUse, retired } = useLoaderData<typeof loader>()
  const t = useT(papers)
  const add = (
    <LinkButton to={paths.newPaper()} kind="primary" icon="plus">
      {t('new')}
    </LinkButton>
  )
  return (
    <BankPart title={t('title')} lead={t('lead')} acts={inUse.length > 0 ? add : undefined}>
      <div className="stack mt-6">
        {inUse.length > 0 ? (
          <PaperTable listed={inUse} />
        ) : (
          <EmptyState drawing={<BlankPage />} title={t('none')} act={add}>
            {t('none.hint')}
          </EmptyState>
        )}
        {retired.length > 0 && (
          <section className="section">
            <h2>{t('retired')}</h2>
            <PaperTable listed={retired} />
          </section>
        )}
      </div>
    </BankPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
