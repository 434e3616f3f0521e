import { formatMinutes } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { reading } from '~/i18n/reading.ts'
import { paths } from '~/paths.ts'
import { Icon } from '~/ui/icon.tsx'
import type { LessonPage } from './lesson-page.ts'
import { LessonStateMark } from './lesson-state.tsx'

/** What the lesson is, how long it takes, what finishing it means, and where she stopped. */
export function LessonHead({ page }: { page: LessonPage }) {
  const t = useT(reading)
  const locale = useLocale()
  const own = page.lessons.find(({ id }) => id === page.lesson.id)
  const required = page.requiredChecks.length
  return (
    <header className="lesson-head">
      <p className="lesson-place">
        <a href={paths.track(page.track.id)} className="link">
          {page.track.title}
        </a>
        <span>{page.course.title}</span>
      </p>
      <h1>{page.lesson.title}</h1>
      <p className="lesson-summary">{page.lesson.summary}</p>
      <p className="lesson-facts">
        <span>{t('lesson.about', { time: formatMinutes(page.lesson.minutes, locale) })}</span>
        {own && page.isRecorded && <LessonStateMark state={own.state} />}
      </p>
      {!page.lock && (
        <p className="lesson-rule">
          {page.isRecorded
            ? required > 0
              ? t('lesson.rule', { count: required })
              : t('lesson.ruleReading')
            : t('lesson.along')}
        </p>
      )}
      {page.resume && (
        <p className="lesson-resume">
          <a href={`#${page.resume.block}`} className="button" data-kind="plain">
            <Icon name="down" />
            {t('lesson.resume', { percent: page.resume.percent })}
          </a>
        </p>
      )}
    </header>
  )
}
