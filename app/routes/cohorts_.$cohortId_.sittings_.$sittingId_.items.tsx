import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { itemAnalysis as texts } from '~/i18n/item-analysis.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { sittings } from '~/i18n/sittings.ts'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { enoughResponses } from '~/modules/exams/item-analysis.ts'
import { getSittingItems } from '~/modules/exams/item-statistics.server.ts'
import { isEnough, itemOrders, orderItems } from '~/modules/exams/item-statistics.ts'
import { ItemTable, SittingItemPanel } from '~/modules/exams/item-table.tsx'
import { actOnRegrade, newsOf } from '~/modules/exams/regrade-acts.server.ts'
import { RegradeList, RegradeNews } from '~/modules/exams/regrade-list.tsx'
import { listRegrades } from '~/modules/exams/regrades.server.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayRunCohorts, async ({ actor, params, request }) => {
  const [cohortId, sittingId] = [param(params, 'cohortId'), param(params, 'sittingId')]
  const search = new URL(request.url).searchParams
  const { rows, ...page } = await getSittingItems(actor, cohortId, sittingId)
  const order = itemOrders.find((one) => one === search.get('sort')) ?? 'number'
  const asked = search.get('item')
  const chosen = rows.find(({ questionId, choice }) => `${questionId} ${choice}` === asked) ?? null
  const regrades = await listRegrades(actor, { kind: 'sitting', cohortId, sittingId })
  return {
    ...{ page, order, chosen, regrades, news: newsOf(search), regraded: search.get('question') },
    // What it says in full is shown of one item only.
    rows: orderItems(rows, order).map((row) => ({ ...row, stem: '', options: [] })),
  }
})

export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const [cohortId, sittingId] = [param(params, 'cohortId'), param(params, 'sittingId')]
  const answer = await actOnRegrade(actor, { kind: 'sitting', cohortId, sittingId }, '', await request.formData(), now)
  if (answer.kind === 'refused' || answer.kind === 'stale') return data(answer, { status: 422 })
  return redirect(paths.sittingItems(cohortId, sittingId, { [answer.kind]: answer.count }))
})

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, texts, 'title.of', { name: loaded?.page.sitting.title ?? '' })

export default function SittingItemsRoute() {
  const { page, rows, order, chosen, regrades, news, regraded } = useLoaderData<typeof loader>()
  const [t, say] = [useT(texts), useT(sittings)]
  const { cohort, sitting, attempts } = page
  return (
    <Frame space="cohorts">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[
          { to: paths.cohort(cohort.id), label: cohort.name },
          { to: paths.cohortSittings(cohort.id), label: say('title') },
          { to: paths.room(cohort.id, sitting.id), label: sitting.title },
        ]}
      />
      <RegradeNews news={news} questionId={regraded} mayEdit={false} />
      {!isEnough(attempts) && (
        <div className="mt-4">
          <Notice tone="info" title={attempts === 0 ? t('nobody') : undefined}>
            {attempts === 0 ? t('nobody.hint') : t('tooFew', { count: attempts, enough: enoughResponses })}
          </Notice>
        </div>
      )}
      {chosen && <SittingItemPanel row={chosen} page={page} order={order} />}
      <ItemTable rows={rows} page={page} order={order} chosen={chosen} />
      <RegradeList regrades={regrades} sittingId={sitting.id} isOpen={!cohort.isArchived} />
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
