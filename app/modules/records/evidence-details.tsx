import { formatMinutes, formatMoment } from '~/i18n/format.ts'
import { type Translate, useLocale, useT } from '~/i18n/messages.ts'
import { sheet as texts } from '~/i18n/sheet.ts'
import { LessonStateMark } from '~/modules/courses/lesson-state.tsx'
import { useQuoted } from '~/modules/courses/locked-lesson.tsx'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import type { LessonEvidence } from './lesson-evidence.server.ts'

/** The facts behind a state: since when, how long, which self-checks, what was recorded. */
export function EvidenceDetails({ evidence }: { evidence: LessonEvidence }) {
  const t = useT(texts)
  const locale = useLocale()
  const missing = useQuoted(evidence.missing)
  const moment = (at: Date | null) => (at ? formatMoment(at, locale) : t('evidence.none'))
  return (
    <Definitions>
      <Definition name={t('evidence.state')}>
        <LessonStateMark state={evidence.state} />
        {evidence.missing.length > 0 && <p>{t('evidence.locked', { lessons: missing })}</p>}
      </Definition>
      <Definition name={t('evidence.startedAt')}>{moment(evidence.startedAt)}</Definition>
      <Definition name={t('evidence.lastActivityAt')}>{moment(evidence.lastActivityAt)}</Definition>
      <Definition name={t('evidence.position')}>{`${evidence.percent}%`}</Definition>
      <Definition name={t('evidence.reachedEndAt')}>{moment(evidence.reachedEndAt)}</Definition>
      <Definition name={t('evidence.minutes')}>{formatMinutes(evidence.minutes, locale)}</Definition>
      <Definition name={t('evidence.checks')}>
        <ul>
          {evidence.checks.map((check, at) => (
            <li key={check.id}>
              {t('evidence.check', { number: at + 1 })} {checkIn(check, t)}
            </li>
          ))}
        </ul>
      </Definition>
      <Definition name={t('evidence.facts')}>
        {evidence.facts.length === 0 && t('evidence.none')}
        <ul>
          {evidence.facts.map((fact) => (
            <li key={fact.id}>
              {t('evidence.fact', {
                moment: formatMoment(fact.occurredAt, locale),
                time: formatMinutes(fact.minutes, locale),
                source: t(`evidence.source.${fact.source}`, { name: fact.recordedByName ?? '' }),
              })}
            </li>
          ))}
        </ul>
      </Definition>
    </Definitions>
  )
}

function checkIn({ tries, isRight }: LessonEvidence['checks'][number], t: Translate<typeof texts>): string {
  if (tries === 0) return t('evidence.checkNone')
  return t(isRight ? 'evidence.checkRight' : 'evidence.checkWrong', { count: tries })
}
