import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { getOwnSitting } from '~/modules/exams/own-sittings.server.ts'
import { DoorFacts, DoorNotice, DoorPast } from '~/modules/exams/sitting-door.tsx'
import { startSitting } from '~/modules/exams/sitting-start.server.ts'
import { BeforeStart, PaperFacts, RuleExamples } from '~/modules/exams/subject-parts.tsx'
import { StartForm } from '~/modules/exams/sync.schema.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { subjects } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, async ({ actor, params, now }) => ({
  page: await getOwnSitting(actor, param(params, 'sittingId'), now),
  now,
}))

export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const sittingId = param(params, 'sittingId')
  const form = parseForm(StartForm, await request.formData())
  if (!form.ok) {
    await getOwnSitting(actor, sittingId, now)
    return data(null, { status: 422 })
  }
  const outcome = await startSitting(actor, sittingId, now)
  // Why she is refused stands on the page itself, whoever looks.
  return outcome.kind === 'opened' ? redirect(paths.attempt(outcome.attemptId), 303) : data(null, { status: 422 })
})

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, texts, 'own')

export default function SittingRoute() {
  const { page, now } = useLoaderData<typeof loader>()
  const te = useT(exam)
  const locale = useLocale()
  const { title, titleEn } = subjects[page.subject]
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={page.title}
          lead={locale === 'en' ? titleEn : title}
          crumbs={[{ to: paths.exam(), label: te('title') }]}
          acts={<StartAct openAttemptId={page.openAttemptId} mayStart={page.admission === 'ready'} />}
        />
        <DoorNotice page={page} now={now} />
        <DoorFacts page={page} />
        <DoorPast page={page} />
        <PaperFacts blueprint={page.blueprint} />
        <RuleExamples examples={page.blueprint.examples} />
        <BeforeStart />
      </div>
    </Frame>
  )
}

/** A form that a script leaves alone: the questions travel in the page of the attempt only, so that page is loaded anew. */
function StartAct({ openAttemptId, mayStart }: { openAttemptId: string | null; mayStart: boolean }) {
  const t = useT(texts)
  if (openAttemptId) {
    return (
      <a className="button" data-kind="primary" href={paths.attempt(openAttemptId)} target="_self">
        {t('own.goOn')}
      </a>
    )
  }
  if (!mayStart) return null
  return (
    <form method="post">
      <button type="submit" className="button" data-kind="primary" name="intent" value="start">
        {t('door.start')}
      </button>
    </form>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
