import { Form } from '@remix-run/react'
import { formatAgo, formatDay } from '~/i18n/format.ts'
import { learn } from '~/i18n/learn.ts'
import { type Translate, useLocale, useT } from '~/i18n/messages.ts'
import { TrackCells } from '~/modules/courses/lesson-state.tsx'
import { paths } from '~/paths.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Icon, type IconName } from '~/ui/icon.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { Reminder } from './next-step.ts'
import type { Today, TodayTrack, Word } from './today.ts'

type Shown = Today['reminders'][number]

const icons: Readonly<Record<Reminder['kind'], IconName>> = {
  overdue: 'warn',
  due: 'due',
  feedback: 'feedback',
  new: 'new',
}

/** At most three things beside the next step. */
export function Reminders({ reminders }: { reminders: readonly Shown[] }) {
  const t = useT(learn)
  if (reminders.length === 0) return null
  return (
    <section className="section">
      <h2 className="sr-only">{t('today.things')}</h2>
      <ul className="today-things">
        {reminders.map((reminder) => (
          <li key={reminder.kind + reminder.title} data-kind={reminder.kind}>
            <Icon name={icons[reminder.kind]} />
            {'trackId' in reminder ? (
              <a href={paths.track(reminder.trackId)}>{sentenceOf(reminder, t)}</a>
            ) : (
              <a href="#words">{sentenceOf(reminder, t)}</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function sentenceOf(reminder: Shown, t: Translate<typeof learn>): string {
  switch (reminder.kind) {
    case 'overdue':
      return t('today.overdue', { track: reminder.title, count: -reminder.daysLeft, left: reminder.lessonsLeft })
    case 'due': {
      const values = { track: reminder.title, count: reminder.daysLeft, left: reminder.lessonsLeft }
      return t(reminder.daysLeft === 0 ? 'today.dueToday' : 'today.due', values)
    }
    case 'feedback':
      return t('today.feedback', { count: reminder.count })
    case 'new':
      return t('today.new', { track: reminder.title, count: reminder.count })
  }
}

/** A small picture of how far she is. */
export function TodayTracks({ tracks, week }: { tracks: readonly TodayTrack[]; week: number }) {
  const t = useT(learn)
  const locale = useLocale()
  if (tracks.length === 0) return null
  return (
    <section className="section">
      <h2>{t('today.tracks')}</h2>
      <ul className="rows">
        {tracks.map((track) => (
          <li key={track.id}>
            <a href={paths.track(track.id)} className="today-track-row">
              <span className="row-title">{track.title}</span>
              <TrackCells states={track.states} />
              <span className="row-note">
                {t('track.progress', { finished: track.finished, total: track.states.length })}
                {track.dueOn && ` · ${t('track.dueOn', { day: formatDay(track.dueOn, locale) })}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {week > 0 && <p className="today-week">{t('today.week', { count: week })}</p>}
    </section>
  )
}

export function Words({ words, now }: { words: readonly Word[]; now: Date }) {
  const t = useT(learn)
  const locale = useLocale()
  if (words.length === 0) return null
  return (
    <section className="section" id="words">
      <h2>{t('today.words')}</h2>
      <ul className="rows">
        {words.map((word) => (
          <li key={word.id} className="word">
            <p className="word-head">
              <b>{word.author}</b> <span>{formatAgo(word.writtenAt, now, locale)}</span>
              {word.isUnread && <Tag tone="amber">{t('today.wordUnread')}</Tag>}
            </p>
            <p className="word-body">{word.body}</p>
            {word.lesson && (
              <p>
                <a href={paths.lesson(word.lesson.id)} className="link">
                  {t('today.wordAbout', { lesson: word.lesson.title })}
                </a>
              </p>
            )}
            {word.isUnread && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="word" value={word.id} />
                <SubmitButton intent="read" kind="quiet" icon="check">
                  {t('today.wordRead')}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
