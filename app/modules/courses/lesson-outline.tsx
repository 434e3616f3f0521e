import { useT } from '~/i18n/messages.ts'
import { reading } from '~/i18n/reading.ts'
import { paths } from '~/paths.ts'
import type { LessonPage } from './lesson-page.ts'
import { LessonStateIcon } from './lesson-state.tsx'

type OutlineProps = { page: Pick<LessonPage, 'outline' | 'lessons' | 'lesson' | 'course'> }

/** The sections of this lesson, and the lessons of its course with what they are to her. */
export function LessonOutline({ page }: OutlineProps) {
  const t = useT(reading)
  return (
    <>
      {page.outline.length > 0 && (
        <>
          <h2>{t('lesson.sections')}</h2>
          <ol className="outline-sections">
            {page.outline.map(({ id, text, level }) => (
              <li key={id} data-level={level}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ol>
        </>
      )}
      <h2>{page.course.title}</h2>
      <ol className="outline-lessons">
        {page.lessons.map(({ id, title, state }) => (
          <li key={id}>
            <a href={paths.lesson(id)} aria-current={id === page.lesson.id ? 'page' : undefined}>
              <LessonStateIcon state={state} />
              {title}
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}
