import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { startMock } from '~/modules/exams/attempts.server.ts'
import { getSubjectPage } from '~/modules/exams/exam-home.server.ts'
import type { SubjectPage } from '~/modules/exams/exam-home.ts'
import { PaperChoice, StartForm } from '~/modules/exams/paper-choice.tsx'
import { BeforeStart, PaperFacts, PastAttempts, RuleExamples, ShortNote } from '~/modules/exams/subject-parts.tsx'
import { StartForm as StartShape } from '~/modules/exams/sync.schema.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { isSubject, subjects } from '~/modules/questions/subjects.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, ({ actor, params, now }) => getSubjectPage(actor, subjectIn(params), now))

export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const subject = subjectIn(params)
  const form = parseForm(StartShape, await request.formData())
  if (!form.ok) throw new DomainError('invalid')
  const outcome = await startMock(actor, subject, now, form.value.blueprint ?? null)
  // What is short stands on the page itself.
  return redirect(outcome.kind === 'opened' ? paths.attempt(outcome.attemptId) : paths.examSubject(subject), 303)
})

function subjectIn(params: Readonly<Record<string, string | undefined>>) {
  const subject = param(params, 'subject')
  if (!isSubject(subject)) throw notFound()
  return subject
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, exam, 'title')

export default function SubjectRoute() {
  const page = useLoaderData<typeof loader>()
  const t = useT(exam)
  const titleOf = useTitle()
  const subject = titleOf(subjects[page.subject])
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={t('mock.title', { subject })}
          crumbs={[{ to: paths.exam(), label: t('title') }]}
          acts={
            <>
              <LinkButton kind="quiet" to={paths.practiceSet(page.subject, 'daily')}>
                {t('subject.daily')}
              </LinkButton>
              <LinkButton kind="quiet" to={paths.practice(page.subject)}>
                {t('subject.practise')}
              </LinkButton>
              <StartAct page={page} />
            </>
          }
        />
        {page.short.length > 0 && <ShortNote short={page.short} />}
        {page.offered.length > 0 && <PaperChoice page={page} />}
        {page.blueprint && (
          <>
            <PaperFacts
              blueprint={page.blueprint}
              title={page.offered.length > 0 ? titleOf(page.blueprint) : undefined}
            />
            <RuleExamples examples={page.blueprint.examples} />
          </>
        )}
        <BeforeStart />
        <PastAttempts past={page.past} outOf={page.blueprint?.outOf ?? null} />
      </div>
    </Frame>
  )
}

/** Where there is more than one paper, each is begun where it stands. */
function StartAct({ page }: { page: SubjectPage }) {
  const t = useT(exam)
  if (page.openAttemptId) {
    return (
      <a className="button" data-kind="primary" href={paths.attempt(page.openAttemptId)} target="_self">
        {t('mock.goOn')}
      </a>
    )
  }
  const isOnly = page.offered.length === 0
  return isOnly && page.blueprint && page.short.length === 0 ? <StartForm blueprintId={null} /> : null
}

export function ErrorBoundary() {
  return <RouteError />
}
