import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { formatDay, formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { getExamHome } from '~/modules/exams/exam-home.server.ts'
import type { SubjectRow } from '~/modules/exams/exam-home.ts'
import { listOwnSittings } from '~/modules/exams/own-sittings.server.ts'
import { OwnSittings } from '~/modules/exams/own-sittings.tsx'
import { readableScore } from '~/modules/exams/readable-score.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { levels, subjects } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, async ({ actor, now }) => {
  const [home, sittings] = await Promise.all([getExamHome(actor, now), listOwnSittings(actor, now)])
  return { ...home, sittings }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, exam, 'title')

export default function ExamRoute() {
  const { open, subjects: rows, sittings } = useLoaderData<typeof loader>()
  const t = useT(exam)
  const locale = useLocale()
  const nameOf = (code: SubjectRow['subject']) => (locale === 'en' ? subjects[code].titleEn : subjects[code].title)
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          acts={<LinkButton to={paths.ownExam()}>{t('record')}</LinkButton>}
        />
        {open && (
          <Notice tone="warn" title={t('open')}>
            <p>{t('open.text', { subject: nameOf(open.subject), time: formatMoment(open.deadlineAt, locale) })}</p>
            <p>
              <a className="button" data-kind="primary" href={paths.attempt(open.attemptId)} target="_self">
                {t('open.act')}
              </a>
            </p>
          </Notice>
        )}
        <OwnSittings sittings={sittings} />
        {levels.map((level) => (
          <section className="section" key={level}>
            <h2>{t(`level.${level}`)}</h2>
            <ul className="subject-list">
              {rows
                .filter(({ subject }) => subjects[subject].level === level)
                .map((row) => (
                  <SubjectLine key={row.subject} row={row} name={nameOf(row.subject)} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Frame>
  )
}

function SubjectLine({ row, name }: { row: SubjectRow; name: string }) {
  const t = useT(exam)
  const locale = useLocale()
  const last = row.last?.submittedAt && row.last.halfPoints !== null ? row.last : null
  return (
    <li className="subject-row">
      <div>
        <h3>{name}</h3>
        <p>
          {t('subject.bank', { count: row.questions })}
          {last?.submittedAt && (
            <>
              {' · '}
              {t('subject.last', {
                points: readableScore(last.halfPoints ?? 0),
                outOf: readableScore(last.outOf ?? 0),
                day: formatDay(dayOf(last.submittedAt), locale),
              })}
            </>
          )}
          {!row.isReady && ` · ${t('subject.notYet')}`}
        </p>
      </div>
      <div className="button-row">
        {row.mayPractise && (
          <>
            <LinkButton to={paths.practiceSet(row.subject, 'daily')}>{t('subject.daily')}</LinkButton>
            <LinkButton to={paths.practice(row.subject)}>{t('subject.practise')}</LinkButton>
          </>
        )}
        <LinkButton to={paths.examSubject(row.subject)}>{t(row.isReady ? 'subject.go' : 'subject.look')}</LinkButton>
      </div>
    </li>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
