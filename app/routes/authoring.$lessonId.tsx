import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authoring } from '~/i18n/authoring.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { openLesson } from '~/modules/content/authored-lists.server.ts'
import { useCourseName } from '~/modules/content/course-choice.ts'
import { partsInBytes } from '~/modules/content/document-bytes.server.ts'
import { actOnEditor } from '~/modules/content/editor-act.server.ts'
import { LessonEditor, WritingHelp } from '~/modules/content/lesson-editor.tsx'
import { LessonPreview, previewOf } from '~/modules/content/lesson-preview.tsx'
import { LessonStateTag, LessonVersions } from '~/modules/content/lesson-versions.tsx'
import { actOnVersions } from '~/modules/content/version-act.server.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayAuthor, async ({ actor, params, request, context }) => {
  const asked = new URL(request.url).searchParams
  const version = Number(asked.get('version') ?? Number.NaN)
  const opened = await openLesson(actor, param(params, 'lessonId'), Number.isInteger(version) ? version : undefined)
  const { document, ...lesson } = opened
  if (document) context.documents.set(document.hash, () => partsInBytes(document))
  return {
    lesson,
    preview: document && previewOf(document),
    hasJustSaved: asked.get('saved') === String(lesson.latest),
  }
})

export const action = guarded(mayAuthor, async ({ actor, params, request, context, now }) => {
  const lessonId = param(params, 'lessonId')
  const form = await request.formData()
  if (await actOnVersions(actor, lessonId, form, now)) return redirect(paths.authoredLesson(lessonId))

  const { cohortId } = await openLesson(actor, lessonId)
  const outcome = await actOnEditor(actor, { lessonId, cohortId }, form, now)
  if (outcome.kind === 'saved') return redirect(paths.authoredLesson(lessonId, { saved: outcome.number }))
  const { document, ...answer } = outcome
  if (document) context.documents.set(document.hash, () => partsInBytes(document))
  return data({ ...answer, preview: document && previewOf(document) }, { status: document ? 200 : 422 })
})

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, authoring, 'edit.title', { title: loaded?.lesson.shown.title ?? '' })

export default function EditLessonRoute() {
  const { lesson, preview, hasJustSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(authoring)
  const nameOf = useCourseName()
  const { shown, latest, cohortId } = lesson
  const isOlder = shown.number !== latest
  const { number: _number, minutes, ...texts } = shown
  const values = answer?.values ?? { ...texts, minutes: String(minutes), course: lesson.course?.value ?? '' }
  return (
    <Frame space={cohortId === null ? 'admin' : 'cohorts'}>
      <PageHeader
        title={t('edit.title', { title: shown.title })}
        lead={nameOf(lesson.course)}
        crumbs={[{ to: cohortId === null ? paths.centreLessons() : paths.authoring(cohortId), label: t('list.title') }]}
        acts={<LessonStateTag state={lesson.state} published={lesson.published} latest={latest} />}
      />
      {hasJustSaved && !answer && (
        <Notice tone="success" isNews>
          {t('edit.saved', { number: latest })}
        </Notice>
      )}
      {isOlder && <Notice tone="info">{t('edit.older', { number: shown.number, next: latest + 1 })}</Notice>}
      <LessonEditor
        key={`${shown.number} ${latest}`}
        values={values}
        base={answer ? Number(answer.values.base) : latest}
        errors={answer?.errors}
        problems={answer?.problems ?? []}
        isConflict={answer?.isConflict}
      />
      <WritingHelp />
      <LessonVersions lesson={lesson} />
      {answer?.preview ? (
        <LessonPreview preview={answer.preview} title={t('edit.previewTitle')} />
      ) : preview ? (
        <LessonPreview preview={preview} title={t('edit.previewOf', { number: shown.number })} />
      ) : (
        <Notice tone="danger">{t('edit.unreadable')}</Notice>
      )}
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
