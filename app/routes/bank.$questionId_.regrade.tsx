import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { regrade as texts } from '~/i18n/regrade.ts'
import { actOnRegrade, newsOf } from '~/modules/exams/regrade-acts.server.ts'
import { RegradeCheck } from '~/modules/exams/regrade-check.tsx'
import { RegradeRuleForm } from '~/modules/exams/regrade-form.tsx'
import { RegradeList, RegradeNews } from '~/modules/exams/regrade-list.tsx'
import { checkRegrade, getRegradePage } from '~/modules/exams/regrade-page.server.ts'
import { editParams, readRegradeQuery } from '~/modules/exams/regrade-page.ts'
import { listRegrades, type RegradeScope } from '~/modules/exams/regrades.server.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { shownId } from '~/modules/questions/shown-id.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

const scopeOf = (questionId: string): RegradeScope => ({ kind: 'everywhere', questionId })

export const loader = guarded(mayAuthor, async ({ actor, params, request }) => {
  const search = new URL(request.url).searchParams
  const questionId = param(params, 'questionId')
  const [scope, query] = [scopeOf(questionId), readRegradeQuery(search, questionId)]
  const page = await getRegradePage(actor, scope, query)
  const check = await checkRegrade(actor, scope, page, query)
  return { page, query, check, news: newsOf(search), regrades: await listRegrades(actor, scope) }
})

export const action = guarded(mayAuthor, async ({ actor, params, request, now }) => {
  const questionId = param(params, 'questionId')
  const answer = await actOnRegrade(actor, scopeOf(questionId), questionId, await request.formData(), now)
  if (answer.kind === 'refused' || answer.kind === 'stale') return data(answer, { status: 422 })
  return redirect(paths.regrade(questionId, { [answer.kind]: answer.count }))
})

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, texts, 'title.of', { name: shownId(loaded?.page.questionId ?? '') })

export default function RegradeRoute() {
  const { page, query, check, news, regrades } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [t, say] = [useT(texts), useT(bank)]
  const { questionId } = page
  const errors = answer?.kind === 'refused' ? answer.errors : undefined
  return (
    <BankFrame>
      <PageHeader
        title={t('title')}
        lead={t('lead.everywhere')}
        crumbs={[
          { to: paths.bank(), label: say('title') },
          { to: paths.question(questionId), label: shownId(questionId) },
        ]}
      />
      <RegradeNews news={news} questionId={questionId} mayEdit={page.origin === 'centre'} />
      {page.versions.length === 0 && (
        <EmptyState
          drawing={<BlankPage />}
          title={t('unused')}
          act={<LinkButton to={paths.question(questionId)}>{t('unused.edit')}</LinkButton>}
        />
      )}
      {page.versions.length > 0 && check && 'stamp' in check && (
        <RegradeCheck
          page={page}
          query={query}
          check={check}
          backTo={paths.regrade(questionId, editParams(query))}
          isStale={answer?.kind === 'stale'}
          errors={errors}
          values={answer?.values}
        />
      )}
      {page.versions.length > 0 && !(check && 'stamp' in check) && (
        <RegradeRuleForm page={page} query={query} errors={check?.errors} namesQuestion={false} />
      )}
      <RegradeList regrades={regrades} sittingId={null} isOpen />
    </BankFrame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
