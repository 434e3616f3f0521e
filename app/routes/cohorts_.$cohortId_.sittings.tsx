import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { CohortHeader } from '~/modules/cohorts/cohort-header.tsx'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { getCohort } from '~/modules/cohorts/cohorts.server.ts'
import { ExtensionsSection, ReliefSection } from '~/modules/exams/relief-parts.tsx'
import { type DrawFailure, SittingForm } from '~/modules/exams/sitting-form.tsx'
import { SittingList } from '~/modules/exams/sitting-list.tsx'
import { endRelief, grantRelief, listRelief, revokeSittingExtension } from '~/modules/exams/sitting-relief.server.ts'
import { SittingsForm } from '~/modules/exams/sittings.schema.ts'
import { createSitting, listSittings, sittingSources } from '~/modules/exams/sittings.server.ts'
import { paths } from '~/paths.ts'
import { addDays, dayOf } from '~/platform/calendar.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const cohortId = param(params, 'cohortId')
  const [{ cohort, sittings }, relief] = await Promise.all([
    listSittings(actor, cohortId, now),
    listRelief(actor, cohortId),
  ])
  const isAdding = new URL(request.url).searchParams.has('add') && !cohort.isArchived
  // A week from now is when a coordinator has told everybody.
  const day = addDays(dayOf(now), 7)
  return {
    ...{ cohort, sittings, relief, sources: isAdding ? await sittingSources(actor) : null },
    defaults: { opensAt: `${day}T09:00`, closesAt: `${day}T12:00` },
  }
})

type Result = {
  readonly intent: string
  readonly errors?: FieldErrors
  readonly values?: FormValues
  readonly failure?: DrawFailure
}

export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const cohortId = param(params, 'cohortId')
  const body = await request.formData()
  const intent = String(body.get('intent') ?? '')
  const refuse = (result: Omit<Result, 'intent'>) => data<Result>({ intent, ...result }, { status: 422 })
  const form = parseForm(SittingsForm, body)
  if (!form.ok) {
    // Whether the cohort is hers comes before what is wrong with the form.
    await getCohort(actor, cohortId)
    return refuse(form)
  }
  const { value } = form
  if (value.intent !== 'create') {
    if (value.intent === 'revokeExtension') {
      const outcome = await revokeSittingExtension(actor, cohortId, value.extensionId, now)
      return outcome === 'revoked' ? data<Result>({ intent }) : refuse({ errors: { extensionId: outcome } })
    }
    if (value.intent === 'grant') await grantRelief(actor, cohortId, value, now)
    else await endRelief(actor, cohortId, value.personId, now)
    return data<Result>({ intent })
  }
  const releaseAt = value.release === 'at' ? (value.releaseAt ?? null) : null
  const outcome = await createSitting(actor, cohortId, { ...value, releaseAt }, now)
  if (outcome.kind === 'created') return redirect(paths.room(cohortId, outcome.sittingId, { news: 'created' }), 303)
  const values = textsOf(body)
  if (outcome.kind === 'refused') return refuse({ values, errors: { [outcome.field]: outcome.code } })
  return refuse({ values, failure: { ...outcome, forms: value.forms } })
})

function textsOf(body: FormData): FormValues {
  return Object.fromEntries([...body].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, texts, 'title.of', { name: data?.cohort.name ?? '' })

export default function CohortSittingsRoute() {
  const { cohort, sittings, relief, sources, defaults } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(texts)
  const add = (
    <LinkButton kind="primary" to={paths.cohortSittings(cohort.id, { add: 1 })}>
      {t('new')}
    </LinkButton>
  )
  const own = result?.intent === 'create' ? result : undefined
  const revoked = result?.intent === 'revokeExtension' ? result : undefined
  const granted = result && result.intent !== 'create' && !revoked ? result : undefined
  if (sources) {
    return (
      <Frame space="cohorts">
        <CohortHeader cohort={cohort} lead={t('new')} />
        <SittingForm
          {...{ sources, defaults, cohortId: cohort.id }}
          {...{ errors: own?.errors, values: own?.values, failure: own?.failure }}
        />
      </Frame>
    )
  }
  return (
    <Frame space="cohorts">
      <CohortHeader
        cohort={cohort}
        lead={t('lead')}
        acts={sittings.length > 0 && !cohort.isArchived ? add : undefined}
      />
      {granted && !granted.errors && (
        <div className="mt-4">
          <Notice tone="success" isNews>
            {t('relief.saved')}
          </Notice>
        </div>
      )}
      {revoked && (
        <div className="mt-4">
          <Notice tone={revoked.errors ? 'danger' : 'success'} isNews>
            {t(revoked.errors ? 'extensions.inRoom' : 'extensions.revoked')}
          </Notice>
        </div>
      )}
      {sittings.length > 0 ? (
        <SittingList cohortId={cohort.id} members={cohort.members} sittings={sittings} />
      ) : (
        <EmptyState drawing={<BlankPage />} title={t('none')} act={cohort.isArchived ? undefined : add}>
          {t('none.hint')}
        </EmptyState>
      )}
      <ReliefSection
        {...{ relief, isOpen: !cohort.isArchived }}
        {...{ errors: granted?.errors, values: granted?.values }}
      />
      <ExtensionsSection cohortId={cohort.id} extensions={relief.extensions} isOpen={!cohort.isArchived} />
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
