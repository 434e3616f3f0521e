import { formatMinutes, shortDay } from '~/i18n/format.ts'
import { learn } from '~/i18n/learn.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { reading } from '~/i18n/reading.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { Tag } from '~/ui/tag.tsx'
import { LessonStateMark } from './lesson-state.tsx'
import { useQuoted } from './locked-lesson.tsx'
import type { LessonLine as LessonLineData } from './track-pages.server.ts'

/** A lesson in its track: what it is to her, and when locked, why and what next. */
export function LessonLine({ lesson }: { lesson: LessonLineData }) {
  const t = useT(learn)
  const say = useT(reading)
  const locale = useLocale()
  const missing = useQuoted(lesson.lock?.missing ?? [])
  return (
    <li className="lesson-item" data-state={lesson.state}>
      <a href={paths.lesson(lesson.id)} className="lesson-item-link">
        <span className="row-title">{lesson.title}</span>
        <span className="row-note">{lesson.summary}</span>
      </a>
      <p className="lesson-item-facts">
        <LessonStateMark state={lesson.state} />
        {lesson.isNew && lesson.state !== 'new' && <Tag tone="pine">{say('state.new')}</Tag>}
        {lesson.isAuthored && <Tag>{t('track.authored')}</Tag>}
        <span>{formatMinutes(lesson.minutes, locale)}</span>
        {lesson.state === 'reading' && lesson.percent > 0 && (
          <span>{t('track.percent', { percent: lesson.percent })}</span>
        )}
        {lesson.finishedAt && <span>{t('track.finishedOn', { day: shortDay(dayOf(lesson.finishedAt), locale) })}</span>}
      </p>
      {lesson.lock && (
        <p className="lesson-item-lock">
          {say('lock.why', { lessons: missing })}{' '}
          <a href={paths.lesson(lesson.lock.next.id)} className="link">
            {say('lock.next', { lesson: lesson.lock.next.title })}
          </a>
        </p>
      )}
    </li>
  )
}
