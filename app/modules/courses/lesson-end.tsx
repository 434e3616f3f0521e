import { Form } from '@remix-run/react'
import { forwardRef } from 'react'
import { formatMinutes } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { reading } from '~/i18n/reading.ts'
import { paths } from '~/paths.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Icon } from '~/ui/icon.tsx'
import type { LessonInPassing, LessonPage } from './lesson-page.ts'

/** The end of the text: what is still missing, or that it is done; then where to go on. */
export const LessonEnd = forwardRef<HTMLElement, { page: LessonPage }>(function LessonEnd({ page }, ref) {
  const t = useT(reading)
  const locale = useLocale()
  return (
    <footer className="lesson-end" id="end" ref={ref}>
      {page.isRecorded && (page.doneOn ? <Finished doneOn={page.doneOn} /> : <Remaining page={page} />)}
      <nav className="lesson-around" aria-label={t('lesson.next')}>
        {page.next ? (
          <Onward
            lesson={page.next}
            word={t('lesson.next')}
            about={`${page.next.summary} ${formatMinutes(page.next.minutes, locale)}`}
          />
        ) : (
          <p className="lesson-last">{t('lesson.last')}</p>
        )}
        {page.previous && <Onward lesson={page.previous} word={t('lesson.previous')} />}
      </nav>
    </footer>
  )
})

function Finished({ doneOn }: { doneOn: string }) {
  const t = useT(reading)
  return (
    <div className="lesson-done" role="status">
      <Icon name="done" />
      <div>
        <h2>{t('lesson.done')}</h2>
        <p>{doneOn}</p>
      </div>
    </div>
  )
}

function Remaining({ page }: { page: LessonPage }) {
  const t = useT(reading)
  const { checks, end } = page.remaining
  return (
    <div className="lesson-missing">
      <h2>{t('lesson.end')}</h2>
      <p>{t('lesson.missing')}</p>
      <ul>
        {checks.map((id) => (
          <li key={id}>
            <a href={`#${id}`} className="link">
              {t('lesson.missingCheck', { number: page.requiredChecks.indexOf(id) + 1 })}
            </a>
          </li>
        ))}
        {end && <li>{t('lesson.missingEnd')}</li>}
      </ul>
      {end && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="visit" value={page.visitToken} />
          <SubmitButton intent="end" kind="plain" icon="check">
            {t('lesson.readAll')}
          </SubmitButton>
        </Form>
      )}
    </div>
  )
}

/** `about` is said of the next lesson only. */
type OnwardProps = { lesson: Pick<LessonInPassing, 'id' | 'title'>; word: string; about?: string }

function Onward({ lesson, word, about }: OnwardProps) {
  return (
    <a href={paths.lesson(lesson.id)} className="lesson-onward" data-next={about ? true : undefined}>
      <span className="lesson-onward-word">{word}</span>
      <span className="lesson-onward-title">
        {lesson.title}
        <Icon name={about ? 'forward' : 'left'} />
      </span>
      {about && <span className="lesson-onward-about">{about}</span>}
    </a>
  )
}
