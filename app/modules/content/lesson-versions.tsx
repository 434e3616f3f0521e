import { Form, Link } from '@remix-run/react'
import { authoring } from '~/i18n/authoring.ts'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Button } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { StateMark } from '~/ui/tag.tsx'
import type { LessonState, OpenedLesson, Version } from './authored-lesson.ts'

const marks = {
  draft: { icon: 'edit', tone: 'plain' },
  published: { icon: 'done', tone: 'pine' },
  retired: { icon: 'stop', tone: 'amber' },
} as const

type LessonStateProps = { state: LessonState; published: number | null; latest: number }

export function LessonStateTag({ state, published, latest }: LessonStateProps) {
  const t = useT(authoring)
  const isBehind = state === 'published' && published !== null && published !== latest
  return (
    <span className="lesson-state">
      <StateMark icon={marks[state].icon} tone={marks[state].tone}>
        {t(`state.${state}`)}
      </StateMark>
      <span>{isBehind ? t('version.published', { published, latest }) : t('version.latest', { latest })}</span>
    </span>
  )
}

/** Every version that was saved. Any of them can be published: that is how one goes back. */
export function LessonVersions({ lesson }: { lesson: Omit<OpenedLesson, 'document'> }) {
  const t = useT(authoring)
  const head = (
    <>
      <HeadCell>{t('versions.number')}</HeadCell>
      <HeadCell>{t('field.title')}</HeadCell>
      <HeadCell>{t('versions.note')}</HeadCell>
      <HeadCell>{t('versions.savedAt')}</HeadCell>
      <HeadCell>{t('versions.savedBy')}</HeadCell>
      <HeadCell>{t('versions.act')}</HeadCell>
    </>
  )
  return (
    <section className="lesson-versions">
      <Table caption={t('versions.title')} head={head}>
        {lesson.versions.map((version) => (
          <VersionRow key={version.number} lesson={lesson} version={version} />
        ))}
      </Table>
      {lesson.state === 'published' && (
        <ConfirmForm
          label={t('retire.act')}
          question={t('retire.question')}
          confirmLabel={t('retire.confirm')}
          intent="retire"
        />
      )}
    </section>
  )
}

function VersionRow({ lesson, version }: { lesson: Omit<OpenedLesson, 'document'>; version: Version }) {
  const t = useT(authoring)
  const locale = useLocale()
  const { number } = version
  const isInUse = lesson.state === 'published' && lesson.published === number
  return (
    <tr>
      <th scope="row">
        <Link
          to={paths.authoredLesson(lesson.id, { version: number })}
          className="link"
          aria-label={t('versions.open', { number })}
        >
          {number}
        </Link>
      </th>
      <td>{version.title}</td>
      <td>{version.note}</td>
      <td>{formatMoment(version.savedAt, locale)}</td>
      <td>{version.savedBy}</td>
      <td>
        {isInUse ? (
          <StateMark icon="done" tone="pine">
            {t('versions.current')}
          </StateMark>
        ) : (
          <Form method="post" reloadDocument>
            <input type="hidden" name="intent" value="publish" />
            <input type="hidden" name="number" value={number} />
            <Button type="submit" aria-label={t('versions.publishOf', { number })}>
              {t('versions.publish')}
            </Button>
          </Form>
        )}
      </td>
    </tr>
  )
}
