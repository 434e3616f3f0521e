import { Link } from '@remix-run/react'
import { formatMinutes, formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { subjects } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { StateMark } from '~/ui/tag.tsx'
import type { SittingState } from './cohort-sitting.ts'
import type { ListedSitting } from './sittings.server.ts'

type SittingListProps = { cohortId: string; members: number; sittings: readonly ListedSitting[] }

export function SittingList({ cohortId, members, sittings }: SittingListProps) {
  const t = useT(texts)
  const locale = useLocale()
  return (
    <ul className="rows mt-6">
      {sittings.map((one) => {
        const { title, titleEn } = subjects[one.subject]
        const [from, to] = [formatMoment(one.opensAt, locale), formatMoment(one.closesAt, locale)]
        return (
          <li key={one.id}>
            <Link to={paths.room(cohortId, one.id)} className="row-link sitting-row">
              <div>
                <p className="row-title">{one.title}</p>
                <p className="row-note">
                  {locale === 'en' ? titleEn : title} · {t('row.window', { from, to })}
                </p>
                <p className="row-note">
                  {t('row.time', { time: formatMinutes(one.limitMinutes, locale) })}
                  {one.forms > 1 && ` · ${t('row.forms', { count: one.forms })}`}
                  {one.sitting > 0 && ` · ${t('row.sitting', { count: one.sitting })}`}
                  {one.state !== 'upcoming' &&
                    one.state !== 'cancelled' &&
                    ` · ${t('row.handed', { count: one.handedIn, all: members })}`}
                </p>
              </div>
              <SittingStateMark state={one.state} />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

const marks = {
  upcoming: { icon: 'clock', tone: 'plain' },
  open: { icon: 'half', tone: 'pine' },
  closed: { icon: 'done', tone: 'plain' },
  cancelled: { icon: 'close', tone: 'plain' },
} as const satisfies Record<SittingState, object>

export function SittingStateMark({ state }: { state: SittingState }) {
  const t = useT(texts)
  return <StateMark {...marks[state]}>{t(`state.${state}`)}</StateMark>
}
