import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFilter } from '~/modules/questions/bank-filter.tsx'
import { BankPart } from '~/modules/questions/bank-frame.tsx'
import { listQuestions } from '~/modules/questions/bank-list.server.ts'
import { addressOf, readBankQuery } from '~/modules/questions/bank-query.ts'
import { BankTable, ExportActs, StateTabs } from '~/modules/questions/bank-table.tsx'
import { pointTree } from '~/modules/questions/syllabus-tree.server.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { LinkButton } from '~/ui/button.tsx'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { TableEmpty } from '~/ui/table.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, request, now }) => {
  const query = readBankQuery(new URL(request.url).searchParams)
  const tree = query.subject === null ? [] : pointTree(actor, query.subject)
  return { query, tree, now, listed: await listQuestions(actor, query) }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, bank, 'title')

export default function BankRoute() {
  const { query, tree, listed, now } = useLoaderData<typeof loader>()
  const t = useT(bank)
  const address = addressOf(query)
  const isBlank = listed.counts.all === 0 && Object.values(address).every((value) => value === '')
  const write = (
    <LinkButton to={paths.newQuestion({ subject: address.subject })} kind="primary" icon="plus">
      {t('list.new')}
    </LinkButton>
  )
  if (isBlank) {
    return (
      <BankPart title={t('title')}>
        <EmptyState drawing={<BlankPage />} title={t('list.empty')} act={write}>
          {t('list.emptyHint')}
        </EmptyState>
      </BankPart>
    )
  }
  return (
    <BankPart title={t('title')} acts={write}>
      <BankFilter query={query} tree={tree} />
      <StateTabs query={query} counts={listed.counts} />
      {listed.total === 0 ? (
        <TableEmpty>{t('list.nothing')}</TableEmpty>
      ) : (
        <BankTable questions={listed.questions} total={listed.total} now={now} isOneSubject={query.subject !== null} />
      )}
      <Pagination page={listed.page} pages={listed.pages} hrefOf={(page) => paths.bank({ ...address, page })} />
      {listed.total > 0 && <ExportActs query={query} count={listed.total} />}
    </BankPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
