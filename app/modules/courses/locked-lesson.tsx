import { useLocale, useT } from '~/i18n/messages.ts'
import { reading } from '~/i18n/reading.ts'
import { paths } from '~/paths.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import type { LessonPage } from './lesson-page.ts'

/** Why a lesson is locked, and what to do now. */
export function LockedLesson({ lock }: { lock: NonNullable<LessonPage['lock']> }) {
  const t = useT(reading)
  const titles = useQuoted(lock.missing.map(({ title }) => title))
  return (
    <div className="lesson-locked">
      <Notice title={t('lock.title')}>
        <p>{t('lock.why', { lessons: titles })}</p>
      </Notice>
      <p className="button-row">
        <LinkButton kind="primary" to={paths.lesson(lock.next.id)} icon="forward">
          {t('lock.next', { lesson: lock.next.title })}
        </LinkButton>
      </p>
    </div>
  )
}

/** 《甲》《乙》; “one”, “two” */
export function useQuoted(titles: readonly string[]): string {
  const t = useT(reading)
  return titles.map((lesson) => t('lock.lesson', { lesson })).join(useLocale() === 'en' ? ', ' : '')
}
