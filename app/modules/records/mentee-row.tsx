import { formatAgo, formatDay } from '~/i18n/format.ts'
import { mentor as texts } from '~/i18n/mentor.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { TrackCells } from '~/modules/courses/lesson-state.tsx'
import { unpackCells } from '~/modules/courses/packed.ts'
import { paths } from '~/paths.ts'
import { lastActivityOf, type Mentee, paceOfMentee } from './mentor-desk.ts'
import { PaceMark } from './pace-mark.tsx'

/** A trainee in her mentor's list: how far, since when silent, and whether a word is due. */
export function MenteeRow({ mentee, now }: { mentee: Mentee; now: Date }) {
  const t = useT(texts)
  const locale = useLocale()
  const last = lastActivityOf(mentee)
  const ago = (at: Date | null) => (at ? formatAgo(at, now, locale) : t('never'))
  return (
    <tr>
      <th scope="row">
        <a href={paths.trainee(mentee.personId)} className="link">
          {mentee.name}
        </a>
        <span className="row-note">{mentee.organisation}</span>
        {mentee.unopened > 0 && (
          <a href={`${paths.trainee(mentee.personId)}#handed`} className="link row-note">
            {t('unopened', { count: mentee.unopened })}
          </a>
        )}
      </th>
      <td>
        <PaceMark pace={paceOfMentee(mentee)} />
      </td>
      <td>{ago(last)}</td>
      <td>{ago(mentee.lastWordAt)}</td>
      <td>
        {mentee.tracks.length === 0 && t('noTrack')}
        {mentee.tracks.map((track) => (
          <div key={track.id} className="mentee-track">
            <TrackCells states={unpackCells(track.cells)} />
            <span className="row-note">
              {track.title} {t('finishedOf', { finished: track.finished, total: track.total })}
              {track.dueOn && track.pace !== 'finished' && ` · ${t('due', { day: formatDay(track.dueOn, locale) })}`}
            </span>
          </div>
        ))}
      </td>
    </tr>
  )
}
