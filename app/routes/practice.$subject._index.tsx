import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { practice } from '~/i18n/practice.ts'
import { practiceOffline } from '~/i18n/practice-offline.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { isSubject, subjects } from '~/modules/questions/subjects.ts'
import { StudyPlanForm } from '~/modules/reviews/practice.schema.ts'
import { getPracticeHome } from '~/modules/reviews/practice.server.ts'
import { type PracticeSet, setName } from '~/modules/reviews/practice.ts'
import { getReadiness } from '~/modules/reviews/readiness.server.ts'
import { ReadinessCard } from '~/modules/reviews/readiness-card.tsx'
import { saveStudyPlan } from '~/modules/reviews/study.server.ts'
import { PlanForm, TodayNote } from '~/modules/reviews/study-plan.tsx'
import { UnsentPractice } from '~/modules/reviews/unsent-practice.tsx'
import { WrongSets } from '~/modules/reviews/wrong-sets.tsx'
import { paths } from '~/paths.ts'
import { notFound } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { useKeeper } from '~/platform/use-kept-page.ts'
import { BarChart } from '~/ui/bar-chart.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, async ({ actor, context, params, now }) => {
  const subject = param(params, 'subject')
  if (!isSubject(subject)) throw notFound()
  const home = await getPracticeHome(actor, subject, now)
  const { personId, isSharedComputer } = actor
  const mayKeep = context.keepsPages && !isSharedComputer
  return { ...home, readiness: await getReadiness(actor, subject, now), personId, mayKeep, now }
})

export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const subject = param(params, 'subject')
  if (!isSubject(subject)) throw notFound()
  const form = parseForm(StudyPlanForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })
  await saveStudyPlan(actor, subject, form.value, now)
  return redirect(paths.practice(subject), 303)
})

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, practice, 'title', { subject: data ? subjects[data.subject].title : '' })

export default function PracticeRoute() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(practice)
  const locale = useLocale()
  const subject = locale === 'en' ? subjects[page.subject].titleEn : subjects[page.subject].title
  useKeeper(paths.practiceOffline(page.subject), page.personId, page.mayKeep)
  const path = (set: PracticeSet) => paths.practiceSet(page.subject, setName(set))
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={t('title', { subject })}
          lead={t('home.lead', { count: page.answeredThisWeek })}
          crumbs={[{ to: paths.examSubject(page.subject), label: subject }]}
        />
        <UnsentPractice personId={page.personId} mayKeep={page.mayKeep} />
        {page.readiness && <ReadinessCard readiness={page.readiness} />}
        <ul className="subject-list">
          <SetLine
            name={t('set.daily')}
            count={page.daily}
            to={path({ kind: 'daily' })}
            note={t('daily.rule')}
            beside={<OfflineLink to={paths.practiceOffline(page.subject)} />}
          />
          <SetLine
            name={t('set.weak')}
            count={page.weak}
            to={path({ kind: 'weak' })}
            note={
              page.weakPoints.length > 0
                ? t('weak.points', { points: page.weakPoints.join(t('between')) })
                : t('weak.none')
            }
          />
          <SetLine
            name={t('set.due')}
            count={page.due}
            to={path({ kind: 'due' })}
            note={<TodayNote today={page.today} />}
          />
          <SetLine
            name={t('set.wrong')}
            count={page.wrong}
            to={path({ kind: 'wrong' })}
            note={<WrongSets sets={page.wrongSets} pathOf={path} />}
          />
          <SetLine name={t('set.favourites')} count={page.favourites} to={path({ kind: 'favourites' })} />
          <SetLine name={t('set.all')} count={page.all} to={path({ kind: 'all' })} />
        </ul>
        {page.chapters.length > 0 && (
          <section className="section">
            <h2>{t('chapters')}</h2>
            <ul className="subject-list">
              {page.chapters.map(({ no, title, questions, answered, right }) => (
                <SetLine
                  key={no}
                  name={`${no} ${title}`}
                  count={questions}
                  to={path({ kind: 'chapter', chapter: no })}
                  note={t('chapter.state', { answered, right })}
                />
              ))}
            </ul>
          </section>
        )}
        {page.chapters.some(({ right }) => right > 0) && (
          <BarChart
            caption={t('known.title')}
            columns={[t('known.chapter'), t('known')]}
            top={1}
            bars={page.chapters
              .filter(({ questions }) => questions > 0)
              .map(({ no, questions, right }) => ({
                id: String(no),
                label: t('set.chapter', { chapter: no }),
                value: right / questions,
                shown: t('known.of', { right, questions }),
              }))}
          />
        )}
        <PlanForm plan={page.plan} now={page.now} errors={result?.errors} />
      </div>
    </Frame>
  )
}

function OfflineLink({ to }: { to: string }) {
  const t = useT(practiceOffline)
  return (
    <LinkButton kind="quiet" icon="download" to={to}>
      {t('get')}
    </LinkButton>
  )
}

type SetLineProps = { name: string; count: number; to: string; note?: ReactNode; beside?: ReactNode }

function SetLine({ name, count, to, note, beside }: SetLineProps) {
  const t = useT(practice)
  return (
    <li className="subject-row">
      <div>
        <h3>
          {name} <span className="exam-kind">{t('set.count', { count })}</span>
        </h3>
        {note && <p>{note}</p>}
        {count > 0 && beside}
      </div>
      {count > 0 ? (
        <LinkButton to={to}>{t('set.go')}</LinkButton>
      ) : (
        <span className="exam-kind">{t('set.nothing')}</span>
      )}
    </li>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
