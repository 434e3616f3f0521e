import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { itemAnalysis } from '~/i18n/item-analysis.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { regrade as texts } from '~/i18n/regrade.ts'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { actOnRegrade } from '~/modules/exams/regrade-acts.server.ts'
import { RegradeCheck } from '~/modules/exams/regrade-check.tsx'
import { RegradeRuleForm } from '~/modules/exams/regrade-form.tsx'
import { checkRegrade, getRegradePage } from '~/modules/exams/regrade-page.server.ts'
import { editParams, readRegradeQuery } from '~/modules/exams/regrade-page.ts'
import { getSittingName } from '~/modules/exams/sittings.server.ts'
import { shownId } from '~/modules/questions/shown-id.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayRunCohorts, async ({ actor, params, request }) => {
  const [cohortId, sittingId] = [param(params, 'cohortId'), param(params, 'sittingId')]
  const query = readRegradeQuery(new URL(request.url).searchParams)
  const scope = { kind: 'sitting', cohortId, sittingId } as const
  const page = await getRegradePage(actor, scope, query)
  const sitting = await getSittingName(actor, cohortId, sittingId)
  return { page, query, sitting, check: await checkRegrade(actor, scope, page, query) }
})

export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const [cohortId, sittingId] = [param(params, 'cohortId'), param(params, 'sittingId')]
  const { questionId } = readRegradeQuery(new URL(request.url).searchParams)
  const scope = { kind: 'sitting', cohortId, sittingId } as const
  const answer = await actOnRegrade(actor, scope, questionId, await request.formData(), now)
  if (answer.kind === 'refused' || answer.kind === 'stale') return data(answer, { status: 422 })
  const news = { [answer.kind]: answer.count, question: questionId }
  return redirect(paths.sittingItems(cohortId, sittingId, news))
})

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, texts, 'title.of', { name: loaded?.sitting.title ?? '' })

export default function SittingRegradeRoute() {
  const { page, query, sitting, check } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [t, say] = [useT(texts), useT(itemAnalysis)]
  const { cohortId, sittingId } = sitting
  const again = { question: page.questionId, ...editParams(query) }
  return (
    <Frame space="cohorts">
      <PageHeader
        title={t('title')}
        lead={t('lead.sitting')}
        crumbs={[
          { to: paths.room(cohortId, sittingId), label: sitting.title },
          { to: paths.sittingItems(cohortId, sittingId), label: say('title') },
          { to: paths.question(page.questionId), label: shownId(page.questionId) },
        ]}
      />
      {check && 'stamp' in check ? (
        <RegradeCheck
          page={page}
          query={query}
          check={check}
          backTo={paths.sittingRegrade(cohortId, sittingId, again)}
          isStale={answer?.kind === 'stale'}
          errors={answer?.kind === 'refused' ? answer.errors : undefined}
          values={answer?.values}
        />
      ) : (
        <RegradeRuleForm page={page} query={query} errors={check?.errors} namesQuestion />
      )}
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
