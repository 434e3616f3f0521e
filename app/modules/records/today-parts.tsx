import { Form } from '@remix-run/react'
import { learn } from '~/i18n/learn.ts'
import { useT } from '~/i18n/messages.ts'
import { TrackCells } from '~/modules/courses/lesson-state.tsx'
import { SubmitButton } from '~/ui/button.tsx'
import { Icon, type IconName } from '~/ui/icon.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { Reminder } from './next-step.ts'
import type { TodayPage } from './today-page.ts'

const icons: Readonly<Record<Reminder['kind'], IconName>> = {
  overdue: 'warn',
  due: 'due',
  feedback: 'feedback',
  new: 'new',
}

/** At most three things beside the next step. */
export function Reminders({ things }: Pick<TodayPage, 'things'>) {
  const t = useT(learn)
  if (things.length === 0) return null
  return (
    <section className="section">
      <h2 className="sr-only">{t('today.things')}</h2>
      <ul className="today-things">
        {things.map(({ kind, sentence, to }) => (
          <li key={sentence} data-kind={kind}>
            <Icon name={icons[kind]} />
            <a href={to}>{sentence}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A small picture of how far she is. */
export function TodayTracks({ tracks, week }: Pick<TodayPage, 'tracks' | 'week'>) {
  const t = useT(learn)
  if (tracks.length === 0) return null
  return (
    <section className="section">
      <h2>{t('today.tracks')}</h2>
      <ul className="rows">
        {tracks.map(({ to, title, states, note }) => (
          <li key={to}>
            <a href={to} className="today-track-row">
              <span className="row-title">{title}</span>
              <TrackCells states={states} />
              <span className="row-note">{note}</span>
            </a>
          </li>
        ))}
      </ul>
      {week !== null && <p className="today-week">{week}</p>}
    </section>
  )
}

export function Words({ words }: Pick<TodayPage, 'words'>) {
  const t = useT(learn)
  if (words.length === 0) return null
  return (
    <section className="section" id="words">
      <h2>{t('today.words')}</h2>
      <ul className="rows">
        {words.map((word) => (
          <li key={word.id} className="word">
            <p className="word-head">
              <b>{word.author}</b> <span>{word.writtenAt}</span>
              {word.isUnread && <Tag tone="amber">{t('today.wordUnread')}</Tag>}
            </p>
            <p className="word-body">{word.body}</p>
            {word.lesson && (
              <p>
                <a href={word.lesson.to} className="link">
                  {word.lesson.about}
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
