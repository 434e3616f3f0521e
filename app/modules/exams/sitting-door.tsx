import { formatMinutes, formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { paths } from '~/paths.ts'
import { Notice } from '~/ui/notice.tsx'
import type { OwnSittingAttempt, OwnSittingPage } from './own-sittings.server.ts'
import { readableScore } from './readable-score.ts'

/** What the door says: why she cannot come in now, or what she should know before she does. */
export function DoorNotice({ page, now }: { page: OwnSittingPage; now: Date }) {
  const t = useT(texts)
  const locale = useLocale()
  const { admission, allowed, endsAt, minutes } = page
  switch (admission) {
    case 'notYet':
      return <Notice title={t('door.notYet', { time: formatMoment(page.opensAt, locale) })} />
    case 'closed':
      return <Notice tone="warn" title={t('door.closed', { time: formatMoment(endsAt, locale) })} />
    case 'noneLeft':
      return <Notice title={t('door.noneLeft', { count: allowed })} />
    case 'cancelled':
      return <Notice tone="warn" title={t('door.cancelled')} />
    default:
      return admission === 'ready' && endsAt.getTime() - now.getTime() < minutes * 60_000 ? (
        <Notice tone="warn">
          {t('door.short', { time: formatMoment(endsAt, locale), minutes: formatMinutes(minutes, locale) })}
        </Notice>
      ) : null
  }
}

export function DoorFacts({ page }: { page: OwnSittingPage }) {
  const t = useT(texts)
  const locale = useLocale()
  const time = (at: Date) => formatMoment(at, locale)
  const isOwnEnd = page.endsAt > page.closesAt
  return (
    <section className="section">
      <h2>{t('door.facts')}</h2>
      <dl className="exam-facts">
        <dt>{t('door.window')}</dt>
        <dd>{t('row.window', { from: time(page.opensAt), to: time(page.closesAt) })}</dd>
        {isOwnEnd && (
          <>
            <dt>{t('door.ownEnd')}</dt>
            <dd>
              <b>{time(page.endsAt)}</b>
            </dd>
          </>
        )}
        <dt>{t('door.minutes')}</dt>
        <dd>
          {page.minutes > page.limitMinutes
            ? t('door.accommodated', {
                time: formatMinutes(page.minutes, locale),
                usual: formatMinutes(page.limitMinutes, locale),
              })
            : formatMinutes(page.minutes, locale)}
        </dd>
        <dt>{t('door.left')}</dt>
        <dd>{t('door.leftOf', { left: page.left, allowed: page.allowed })}</dd>
        <dt>{t('door.release')}</dt>
        <dd>{page.releaseAt ? time(page.releaseAt) : t('fact.releaseNow')}</dd>
      </dl>
      {page.isExtended && <p>{t('door.extended', { time: time(page.endsAt) })}</p>}
    </section>
  )
}

export function DoorPast({ page }: { page: OwnSittingPage }) {
  const t = useT(texts)
  if (page.attempts.length === 0) return null
  return (
    <section className="section">
      <h2>{t('door.past')}</h2>
      <ul className="subject-list">
        {page.attempts.map((one) => (
          <PastLine key={one.attemptId} one={one} page={page} />
        ))}
      </ul>
    </section>
  )
}

function PastLine({ one, page }: { one: OwnSittingAttempt; page: OwnSittingPage }) {
  const t = useT(texts)
  const locale = useLocale()
  return (
    <li className="subject-row">
      <div>
        <h3>{t('one.attempt', { number: one.number })}</h3>
        <p>
          {one.submittedAt && `${t('door.handed', { time: formatMoment(one.submittedAt, locale) })} · `}
          {one.isVoid ? t('door.voided', { reason: one.voidReason ?? '' }) : <Came one={one} page={page} />}
        </p>
      </div>
      {!one.isVoid && (
        <a className="button" data-kind="plain" href={paths.attemptResult(one.attemptId)} target="_self">
          {t('own.result')}
        </a>
      )}
    </li>
  )
}

function Came({ one, page }: { one: OwnSittingAttempt; page: OwnSittingPage }) {
  const t = useT(texts)
  const locale = useLocale()
  if (page.releaseAt && !page.isReleased) return t('own.waiting', { time: formatMoment(page.releaseAt, locale) })
  if (one.halfPoints === null) return t('own.pending')
  const verdict = t(one.passed ? 'room.passed' : 'room.failed')
  return t('own.scored', { points: readableScore(one.halfPoints), verdict })
}
