import { formatAgo, formatDay, formatMinutes, formatMoment, shortDay } from '~/i18n/format.ts'
import { mentor as texts } from '~/i18n/mentor.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { LessonStateMark } from '~/modules/courses/lesson-state.tsx'
import type { WrittenNote } from '~/modules/feedback/notes.server.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { PaceMark } from './pace-mark.tsx'
import type { TraineeLesson, TraineePage, TraineeTrack } from './trainee-page.ts'

export function TraineeFacts({ page }: { page: TraineePage }) {
  const t = useT(texts)
  const locale = useLocale()
  const listed = (names: readonly string[]) => names.join(locale === 'en' ? ', ' : '、') || t('trainee.none')
  return (
    <Definitions>
      <Definition name={t('trainee.cohorts')}>{listed(page.cohorts)}</Definition>
      <Definition name={t('trainee.mentors')}>{listed(page.mentors)}</Definition>
      <Definition name={t('trainee.lastActivity')}>
        {page.lastActivityAt ? formatAgo(page.lastActivityAt, page.now, locale) : t('never')}
      </Definition>
      <Definition name={t('trainee.minutes')}>{formatMinutes(page.minutes, locale)}</Definition>
    </Definitions>
  )
}

export function TraineeTrackTable({ track }: { track: TraineeTrack }) {
  const t = useT(texts)
  const locale = useLocale()
  const head = (
    <>
      <HeadCell>{t('trainee.lesson')}</HeadCell>
      <HeadCell>{t('trainee.state')}</HeadCell>
      <HeadCell>{t('trainee.started')}</HeadCell>
      <HeadCell>{t('trainee.finished')}</HeadCell>
      <HeadCell align="end">{t('trainee.time')}</HeadCell>
    </>
  )
  return (
    <section className="section">
      <h2>{track.title}</h2>
      <p className="track-card-facts">
        {track.pace ? <PaceMark pace={track.pace} /> : <span>{t('trainee.joined')}</span>}
        <span>{t('finishedOf', { finished: track.finished, total: track.lessons.length })}</span>
        {track.dueOn && <span>{t('due', { day: formatDay(track.dueOn, locale) })}</span>}
      </p>
      <Table caption={track.title} isCaptionHidden head={head} isFirstSticky>
        {track.lessons.map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} />
        ))}
      </Table>
    </section>
  )
}

function LessonRow({ lesson }: { lesson: TraineeLesson }) {
  const t = useT(texts)
  const locale = useLocale()
  const day = (at: Date | null) => (at ? shortDay(dayOf(at), locale) : '')
  return (
    <tr>
      <th scope="row">
        <a href={paths.lesson(lesson.id)} className="link">
          {lesson.title}
        </a>
      </th>
      <td>
        <LessonStateMark state={lesson.state} />
        {lesson.state === 'reading' && (
          <span className="row-note">{t('trainee.percent', { percent: lesson.percent })}</span>
        )}
      </td>
      <td>{day(lesson.startedAt)}</td>
      <td>{day(lesson.finishedAt)}</td>
      <td data-align="end">{lesson.startedAt && formatMinutes(lesson.minutes, locale)}</td>
    </tr>
  )
}

type WordsProps = { page: TraineePage; notes: readonly WrittenNote[] }

/** What was said to her, the latest first. */
export function TraineeWords({ page, notes }: WordsProps) {
  const t = useT(texts)
  const locale = useLocale()
  const titles = new Map(page.tracks.flatMap(({ lessons }) => lessons).map(({ id, title }) => [id, title]))
  if (notes.length === 0) return <p>{t('trainee.noWords', { name: page.person.name })}</p>
  return (
    <ul className="rows">
      {notes.map((note) => (
        <li key={note.id} className="word">
          <p className="word-head">
            <b>{note.author}</b> <span>{formatMoment(note.writtenAt, locale)}</span>
          </p>
          <p className="word-body">{note.body}</p>
          <p className="row-note">
            {note.lessonId && `${t('trainee.aboutLesson', { lesson: titles.get(note.lessonId) ?? note.lessonId })} · `}
            {note.readAt ? t('trainee.read', { moment: formatMoment(note.readAt, locale) }) : t('trainee.unread')}
          </p>
        </li>
      ))}
    </ul>
  )
}
