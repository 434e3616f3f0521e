import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { subjects } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { LinkButton } from '~/ui/button.tsx'
import type { OwnSitting } from './own-sittings.server.ts'
import { readableScore } from './readable-score.ts'

/** The exams of her cohorts among her subjects: what is open first, then what comes, then what was. */
export function OwnSittings({ sittings }: { sittings: readonly OwnSitting[] }) {
  const t = useT(texts)
  if (sittings.length === 0) return null
  return (
    <section className="section">
      <h2>{t('own')}</h2>
      <ul className="subject-list">
        {sittings.map((sitting) => (
          <SittingLine key={sitting.id} sitting={sitting} />
        ))}
      </ul>
    </section>
  )
}

/** Of an exam that is still to come, or open: of one that was, it is no news. */
function isChangeNews(sitting: OwnSitting): sitting is OwnSitting & { changedAt: Date } {
  return sitting.changedAt !== null && ['notYet', 'ready', 'goOn'].includes(sitting.admission)
}

function SittingLine({ sitting }: { sitting: OwnSitting }) {
  const t = useT(texts)
  const locale = useLocale()
  const { title, titleEn } = subjects[sitting.subject]
  return (
    <li className="subject-row">
      <div>
        <h3>{sitting.title}</h3>
        <p>
          {locale === 'en' ? titleEn : title} · <When sitting={sitting} />
          {isChangeNews(sitting) && ` · ${t('own.changed', { time: formatMoment(sitting.changedAt, locale) })}`}
        </p>
      </div>
      <Act sitting={sitting} />
    </li>
  )
}

/** One sentence: what one may do, or what came of it. */
function When({ sitting }: { sitting: OwnSitting }) {
  const t = useT(texts)
  const locale = useLocale()
  const { admission, last, releaseAt } = sitting
  const time = (at: Date) => formatMoment(at, locale)
  if (admission === 'cancelled') return t('own.cancelled')
  if (admission === 'notYet') return t('own.opens', { time: time(sitting.opensAt) })
  if (admission === 'ready' || admission === 'goOn') return t('own.until', { time: time(sitting.endsAt) })
  if (!last?.submittedAt) return `${t('own.over', { time: time(sitting.endsAt) })} · ${t('own.missed')}`
  if (releaseAt && !sitting.isReleased) return t('own.waiting', { time: time(releaseAt) })
  if (last.halfPoints === null) return t('own.pending')
  const verdict = t(last.passed ? 'room.passed' : 'room.failed')
  return t('own.scored', { points: readableScore(last.halfPoints), verdict })
}

function Act({ sitting }: { sitting: OwnSitting }) {
  const t = useT(texts)
  const { admission, last } = sitting
  if (admission === 'goOn' && sitting.openAttemptId) {
    return (
      <a className="button" data-kind="primary" href={paths.attempt(sitting.openAttemptId)} target="_self">
        {t('own.goOn')}
      </a>
    )
  }
  if (admission === 'ready') {
    return (
      <LinkButton kind="primary" to={paths.sitting(sitting.id)}>
        {t('own.begin')}
      </LinkButton>
    )
  }
  if (last?.submittedAt && !last.isVoid && sitting.isReleased) {
    return (
      <a className="button" data-kind="plain" href={paths.attemptResult(last.attemptId)} target="_self">
        {t('own.result')}
      </a>
    )
  }
  return <LinkButton to={paths.sitting(sitting.id)}>{t('own.look')}</LinkButton>
}
