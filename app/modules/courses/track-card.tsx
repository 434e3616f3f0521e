import { formatDay, formatMinutes } from '~/i18n/format.ts'
import { learn } from '~/i18n/learn.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { LessonStateMark, TrackCells } from './lesson-state.tsx'
import type { TrackCard as TrackCardData } from './track-pages.server.ts'

/** A track in a list: what it is about, how far she is, by when. */
export function TrackCard({ track }: { track: TrackCardData }) {
  const t = useT(learn)
  const locale = useLocale()
  const finished = track.states.filter((state) => state === 'finished').length
  const size = t('track.size', { lessons: track.states.length, time: formatMinutes(track.minutes, locale) })
  return (
    <a href={paths.track(track.id)} className="track-card">
      <h3>{track.title}</h3>
      <p className="track-card-summary">{track.summary}</p>
      {track.how !== 'offered' && <TrackCells states={track.states} />}
      <p className="track-card-facts">
        {track.how === 'offered' ? (
          <span>{size}</span>
        ) : finished === track.states.length ? (
          <LessonStateMark state="finished" />
        ) : (
          <span>{t('track.progress', { finished, total: track.states.length })}</span>
        )}
        {track.how !== 'offered' && <span>{t(`track.${track.how}`)}</span>}
        {track.dueOn && finished < track.states.length && (
          <span>{t('track.dueOn', { day: formatDay(track.dueOn, locale) })}</span>
        )}
      </p>
    </a>
  )
}
