import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { authoring } from '~/i18n/authoring.ts'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import type { AuthoredSummary } from './authored-lesson.ts'
import { useCourseName } from './course-choice.ts'
import { LessonStateTag } from './lesson-versions.tsx'

/** Lessons that staff wrote, with what has become of each. `act` writes the first one. */
export function AuthoredList({ lessons, act }: { lessons: readonly AuthoredSummary[]; act: ReactNode }) {
  const t = useT(authoring)
  const nameOf = useCourseName()
  const locale = useLocale()
  if (lessons.length === 0) {
    return (
      <EmptyState drawing={<BlankPage />} title={t('list.empty')} act={act}>
        {t('list.emptyHint')}
      </EmptyState>
    )
  }
  const head = (
    <>
      <HeadCell>{t('list.lesson')}</HeadCell>
      <HeadCell>{t('list.course')}</HeadCell>
      <HeadCell>{t('list.state')}</HeadCell>
      <HeadCell>{t('list.savedAt')}</HeadCell>
    </>
  )
  return (
    <Table caption={t('list.title')} isCaptionHidden head={head}>
      {lessons.map((lesson) => (
        <tr key={lesson.id}>
          <th scope="row">
            <Link to={paths.authoredLesson(lesson.id)} className="link">
              {lesson.title}
            </Link>
          </th>
          <td>{nameOf(lesson.course)}</td>
          <td>
            <LessonStateTag state={lesson.state} published={lesson.published} latest={lesson.latest} />
          </td>
          <td>{formatMoment(lesson.savedAt, locale)}</td>
        </tr>
      ))}
    </Table>
  )
}
