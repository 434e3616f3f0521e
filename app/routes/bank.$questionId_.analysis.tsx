import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { itemAnalysis as texts } from '~/i18n/item-analysis.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { enoughResponses } from '~/modules/exams/item-analysis.ts'
import { ItemPanel } from '~/modules/exams/item-panel.tsx'
import { getQuestionItems } from '~/modules/exams/item-statistics.server.ts'
import { isEnough } from '~/modules/exams/item-statistics.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { shownId } from '~/modules/questions/shown-id.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, params }) => {
  const questionId = param(params, 'questionId')
  return { questionId, rows: await getQuestionItems(actor, questionId) }
})

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, texts, 'title.of', { name: shownId(data?.questionId ?? '') })

export default function QuestionAnalysisRoute() {
  const { questionId, rows } = useLoaderData<typeof loader>()
  const [t, say] = [useT(texts), useT(bank)]
  return (
    <BankFrame>
      <PageHeader
        title={t('open.question')}
        lead={t('question.lead')}
        crumbs={[
          { to: paths.bank(), label: say('title') },
          { to: paths.question(questionId), label: shownId(questionId) },
        ]}
      />
      {rows.length === 0 && <EmptyState drawing={<BlankPage />} title={t('never')} />}
      {rows.map((row) => (
        <section key={`${row.version} ${row.choice}`} className="item-panel">
          <h2>
            {t('one.version', { number: row.version })}
            {row.kind === 'case' && ` · ${t('number.item', { number: row.choice + 1 })}`}
          </h2>
          {!isEnough(row.analysis.count) && (
            <Notice tone="info">{t('tooFew', { count: row.analysis.count, enough: enoughResponses })}</Notice>
          )}
          <ItemPanel row={row} />
          <LinkButton to={paths.regrade(questionId, { version: row.version, choice: row.choice })}>
            {t('one.regrade')}
          </LinkButton>
        </section>
      ))}
    </BankFrame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
