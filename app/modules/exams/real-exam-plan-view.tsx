import { Form } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { fullDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { type Level, type Subject, subjects } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import type { OwnExam } from './real-exam.server.ts'
import { isPass, type StandingRecord } from './real-exam.ts'
import { CheckedTag, ExamMark } from './real-exam-mark.tsx'
import { subjectsOf, validUntil } from './two-years.ts'

type LevelPlan = OwnExam['levels'][number]

function useSubjectName(): (code: Subject) => string {
  const locale = useLocale()
  return (code) => (locale === 'en' ? subjects[code].titleEn : subjects[code].title)
}

/**
 * One level: what is left to sit, what she has in each subject, her certificate. `enterUpTo`: the latest exam that may be entered; the next of
 * the level may be later.
 */
export function OwnLevel({ plan, enterUpTo }: { plan: LevelPlan; enterUpTo: number }) {
  const t = useT(realExam)
  const say = useT(exam)
  // Who holds the certificate has nothing left to sit: only what she entered is shown.
  const isShown = (subject: Subject) => !plan.certificate || plan.records.some((record) => record.subject === subject)
  return (
    <section className="section" aria-labelledby={`level-${plan.level}`}>
      <h2 id={`level-${plan.level}`}>{say(`level.${plan.level}`)}</h2>
      <Outlook plan={plan} />
      {plan.standing.completedIn === null && !plan.certificate && <SkippedNotes plan={plan} />}
      {!plan.certificate && <p className="row-note">{t(`rule.${plan.level}`)}</p>}
      <ul className="rows mt-3">
        {subjectsOf(plan.level)
          .filter(isShown)
          .map((subject) => (
            <SubjectLine key={subject} subject={subject} plan={plan} enterUpTo={enterUpTo} />
          ))}
        <CertificateLine plan={plan} />
      </ul>
    </section>
  )
}

function Outlook({ plan }: { plan: LevelPlan }) {
  const t = useT(realExam)
  const nameOf = useSubjectName()
  const { completedIn, toSit, proofThrough } = plan.standing
  if (completedIn !== null) {
    return (
      <p className="font-semibold">
        {t('completed', { year: completedIn })}
        {!plan.certificate && <span className="font-normal"> {t('completedNoCertificate')}</span>}
        {proofThrough !== null && <span className="font-normal"> {t('proof', { year: proofThrough })}</span>}
      </p>
    )
  }
  if (plan.certificate) return null
  return (
    <>
      <p className="font-semibold">
        {t('toSit', { year: plan.examYear, subjects: toSit.map(nameOf).join(t('between')) })}
      </p>
      <WhatWaits plan={plan} />
    </>
  )
}

/** What would be lost, what may wait: said only where something has been passed already. */
function WhatWaits({ plan }: { plan: LevelPlan }) {
  const t = useT(realExam)
  const nameOf = useSubjectName()
  const { atRisk, mayWait, finishBy } = plan.standing
  const named = (list: readonly Subject[]) => list.map(nameOf).join(t('between'))
  if (atRisk.length > 0) {
    const again = { subjects: named(plan.ifNothing.toSit), next: plan.ifNothing.year }
    return (
      <p>
        {t('atRisk', { year: plan.examYear, subjects: named(atRisk) })} {t('ifNothing', again)}
      </p>
    )
  }
  if (finishBy === null || mayWait.length === 0) return null
  return <p>{t('mayWait', { year: finishBy, subjects: named(mayWait) })}</p>
}

/** Years that do not count, with the notice that says so. */
function SkippedNotes({ plan }: { plan: LevelPlan }) {
  const t = useT(realExam)
  return plan.skipped.map(({ id, year, region, source }) => (
    <p key={id} className="row-note">
      {t('skipped', { year, region, source })}
    </p>
  ))
}

type SubjectLineProps = { subject: Subject; plan: LevelPlan; enterUpTo: number }

function SubjectLine({ subject, plan, enterUpTo }: SubjectLineProps) {
  const t = useT(realExam)
  const nameOf = useSubjectName()
  const records = plan.records.filter((record) => record.subject === subject)
  const { examYear } = plan
  const isOpen = examYear <= enterUpTo && !records.some(({ year }) => year === examYear)
  const needsMore = !plan.certificate && plan.standing.toSit.includes(subject) && isOpen
  return (
    <li className="own-exam">
      <h3>{nameOf(subject)}</h3>
      {records.map((record) => (
        <RecordLine key={record.id} record={record} plan={plan} />
      ))}
      {(records.length === 0 || needsMore) && (
        <div className="own-exam-record">
          {records.length === 0 && <p className="text-ink-2">{t('state.none')}</p>}
          {needsMore && (
            <LinkButton
              to={paths.ownExam({ add: 'record', subject })}
              kind="quiet"
              icon="plus"
              aria-label={t('addOf', { year: examYear, subject: nameOf(subject) })}
            >
              {t('addYear', { year: examYear })}
            </LinkButton>
          )}
        </div>
      )}
    </li>
  )
}

type RecordLineProps = { record: StandingRecord; plan: LevelPlan }

function RecordLine({ record, plan }: RecordLineProps) {
  const t = useT(realExam)
  const name = useSubjectName()(record.subject)
  const values = { subject: name, year: record.year }
  return (
    <div className="own-exam-record">
      <p className="own-exam-facts">
        <span>{t('yearMark', { year: record.year })}</span>
        <ExamMark entry={record} />
        {plan.standing.completedIn === null && isPass(record) && <Validity record={record} plan={plan} />}
        <CheckedTag isChecked={record.isChecked} />
      </p>
      {!record.isChecked && (
        <div className="own-exam-acts">
          <LinkButton
            to={paths.ownExam({ edit: record.id })}
            kind="quiet"
            icon="edit"
            aria-label={t('correctOf', values)}
          >
            {t('correct')}
          </LinkButton>
          <Form method="post" action={paths.ownExam()} preventScrollReset>
            <input type="hidden" name="recordId" value={record.id} />
            <SubmitButton intent="remove" kind="quiet" icon="trash" isBusy={false} aria-label={t('removeOf', values)}>
              {t('remove')}
            </SubmitButton>
          </Form>
        </div>
      )}
    </div>
  )
}

function Validity({ record, plan: { examYear, skipped } }: RecordLineProps) {
  const t = useT(realExam)
  const year = validUntil(
    record,
    skipped.map((one) => one.year),
  )
  return (
    <span className={year >= examYear ? undefined : 'text-ink-2'}>
      {t(year >= examYear ? 'valid.until' : 'valid.over', { year })}
    </span>
  )
}

function CertificateLine({ plan }: { plan: LevelPlan }) {
  const t = useT(realExam)
  const locale = useLocale()
  const { certificate, level } = plan
  return (
    <li className="own-exam">
      <h3>{t('certificate')}</h3>
      {certificate ? (
        <div className="own-exam-record">
          <p className="own-exam-facts">
            <span>{t('certificate.issued', { day: fullDay(certificate.issuedOn, locale) })}</span>
            <CheckedTag isChecked={certificate.isChecked} />
          </p>
          {!certificate.isChecked && <CertificateActs id={certificate.id} level={level} />}
        </div>
      ) : (
        <div className="own-exam-record">
          <p className="text-ink-2">{t('certificate.none')}</p>
          <LinkButton to={paths.ownExam({ add: 'certificate', level })} kind="quiet" icon="plus">
            {t('addCertificate')}
          </LinkButton>
        </div>
      )}
    </li>
  )
}

function CertificateActs({ id, level }: { id: string; level: Level }) {
  const t = useT(realExam)
  return (
    <div className="own-exam-acts">
      <LinkButton
        to={paths.ownExam({ add: 'certificate', level })}
        kind="quiet"
        icon="edit"
        aria-label={t('certificate.correct')}
      >
        {t('correct')}
      </LinkButton>
      <Form method="post" action={paths.ownExam()} preventScrollReset>
        <input type="hidden" name="certificateId" value={id} />
        <SubmitButton
          intent="removeCertificate"
          kind="quiet"
          icon="trash"
          isBusy={false}
          aria-label={t('certificate.remove')}
        >
          {t('remove')}
        </SubmitButton>
      </Form>
    </div>
  )
}
