import { useLoaderData } from '@remix-run/react'
import { authoring } from '~/i18n/authoring.ts'
import { centre } from '~/i18n/centre.ts'
import { formatMinutes } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { contentLibrary } from '~/modules/content/library.server.ts'
import { type Course, lessonsOf, type Track } from '~/modules/content/library.ts'
import { titleIn } from '~/modules/courses/titles.ts'
import { mayAdminister } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'

export const loader = guarded(mayAdminister, () => {
  const { tracks, warnings } = contentLibrary()
  return { tracks, warnings }
})

export default function ContentOverview() {
  const { tracks, warnings } = useLoaderData<typeof loader>()
  const t = useT(centre)
  return (
    <Frame space="admin">
      <PageHeader title={t('content.title')} lead={t('content.lead')} />
      <Remarks warnings={warnings} />
      {tracks.length === 0 && <EmptyState title={t('content.empty')}>{t('content.emptyHint')}</EmptyState>}
      {tracks.map((track) => (
        <TrackOverview key={track.id} track={track} />
      ))}
    </Frame>
  )
}

function Remarks({ warnings }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'warnings'>) {
  const t = useT(centre)
  const say = useT(authoring)
  if (warnings.length === 0) return <Notice tone="success">{t('content.noRemarks')}</Notice>
  return (
    <Notice tone="warn" title={t('content.remarks')}>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.file}:${warning.line}:${warning.column}:${warning.code}`}>
            {say(`problem.${warning.code}`, warning.values)} <code>{`${warning.file}:${warning.line}`}</code>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function TrackOverview({ track }: { track: Track }) {
  const t = useT(centre)
  const locale = useLocale()
  const lessons = lessonsOf(track)
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  return (
    <section aria-label={titleIn(locale, track)}>
      <h2>{titleIn(locale, track)}</h2>
      <p>
        {t('content.summary', {
          courses: track.courses.length,
          lessons: lessons.length,
          time: formatMinutes(minutes, locale),
        })}
      </p>
      {track.courses.map((course) => (
        <CourseTable
          key={course.id}
          course={course}
          titles={new Map(lessons.map((lesson) => [lesson.id, titleIn(locale, lesson)]))}
        />
      ))}
    </section>
  )
}

function CourseTable({ course, titles }: { course: Course; titles: ReadonlyMap<string, string> }) {
  const t = useT(centre)
  const locale = useLocale()
  const head = (
    <>
      <HeadCell>{t('content.lesson')}</HeadCell>
      <HeadCell align="end">{t('content.minutes')}</HeadCell>
      <HeadCell align="end">{t('content.checks')}</HeadCell>
      <HeadCell align="end">{t('content.edition')}</HeadCell>
      <HeadCell>{t('content.needs')}</HeadCell>
    </>
  )
  return (
    <Table caption={titleIn(locale, course)} head={head}>
      {course.lessons.map((lesson) => (
        <tr key={lesson.id}>
          <th scope="row">
            <a href={paths.lesson(lesson.id)}>{titleIn(locale, lesson)}</a>
          </th>
          <td data-align="end">{formatMinutes(lesson.minutes, locale)}</td>
          <td data-align="end">{lesson.checks.length}</td>
          <td data-align="end">{lesson.addedIn}</td>
          <td>{lesson.prerequisites.map((id) => titles.get(id) ?? id).join('、') || t('content.none')}</td>
        </tr>
      ))}
    </Table>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
