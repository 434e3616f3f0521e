import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { startMock } from '~/modules/exams/attempts.server.ts'
import { getSubjectPage } from '~/modules/exams/exam-home.server.ts'
import { BeforeStart, PaperFacts, PastAttempts, RuleExamples, ShortNote } from '~/modules/exams/subject-parts.tsx'
import { StartForm } from '~/modules/exams/sync.schema.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { isSubject, subjects } from '~/modules/questions/subjects.ts'
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
  const form = parseForm(StartForm, await request.formData())
  if (!form.ok) throw new DomainError('invalid')
  const outcome = await startMock(actor, subject, now)
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
  const locale = useLocale()
  const subject = locale === 'en' ? subjects[page.subject].titleEn : subjects[page.subject].title
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={t('mock.title', { subject })}
          crumbs={[{ to: paths.exam(), label: t('title') }]}
          acts={
            <>
              <LinkButton kind="quiet" to={paths.practice(page.subject)}>
                {t('subject.practise')}
              </LinkButton>
              <StartAct
                openAttemptId={page.openAttemptId}
                mayStart={page.short.length === 0 && page.blueprint !== null}
              />
            </>
          }
        />
        {page.short.length > 0 && <ShortNote short={page.short} />}
        {page.blueprint && (
          <>
            <PaperFacts blueprint={page.blueprint} />
            <RuleExamples examples={page.blueprint.examples} />
          </>
        )}
        <BeforeStart />
        <PastAttempts past={page.past} />
      </div>
    </Frame>
  )
}

/** A form that a script leaves alone: the questions of a sitting travel in its page only, so the page is loaded anew. */
function StartAct({ openAttemptId, mayStart }: { openAttemptId: string | null; mayStart: boolean }) {
  const t = useT(exam)
  if (openAttemptId) {
    return (
      <a className="button" data-kind="primary" href={paths.attempt(openAttemptId)} target="_self">
        {t('mock.goOn')}
      </a>
    )
  }
  if (!mayStart) return null
  return (
    <form method="post">
      <button type="submit" className="button" data-kind="primary" name="intent" value="start">
        {t('mock.start')}
      </button>
    </form>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
