import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { authoring } from '~/i18n/authoring.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { openNewLesson } from '~/modules/content/authored-lists.server.ts'
import { partsInBytes } from '~/modules/content/document-bytes.server.ts'
import { actOnEditor } from '~/modules/content/editor-act.server.ts'
import { LessonEditor, WritingHelp } from '~/modules/content/lesson-editor.tsx'
import { LessonPreview, previewOf } from '~/modules/content/lesson-preview.tsx'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayAuthor, async ({ actor, request }) => {
  const cohortId = cohortIn(request)
  return { cohortId, ...(await openNewLesson(actor, cohortId)) }
})

export const action = guarded(mayAuthor, async ({ actor, request, context, now }) => {
  const outcome = await actOnEditor(actor, { newFor: cohortIn(request) }, await request.formData(), now)
  if (outcome.kind === 'saved') return redirect(paths.authoredLesson(outcome.lessonId, { saved: outcome.number }))
  const { document, ...answer } = outcome
  if (document) context.documents.set(document.hash, () => partsInBytes(document))
  return data({ ...answer, preview: document && previewOf(document) }, { status: document ? 200 : 422 })
})

/** Without a cohort the lesson is for the whole centre. */
function cohortIn(request: Request): string | null {
  return new URL(request.url).searchParams.get('cohort')
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, authoring, 'edit.newTitle')

const blank = { minutes: '10' }

export default function NewLessonRoute() {
  const { cohortId, cohortName, courses } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(authoring)
  const list = cohortId === null ? paths.centreLessons() : paths.authoring(cohortId)
  return (
    <Frame space={cohortId === null ? 'admin' : 'cohorts'}>
      <PageHeader
        title={t('edit.newTitle')}
        lead={t('edit.lead')}
        crumbs={[{ to: list, label: cohortName ?? t('list.centreTitle') }]}
      />
      <LessonEditor
        values={answer?.values ?? blank}
        base={0}
        courses={courses}
        errors={answer?.errors}
        problems={answer?.problems ?? []}
      />
      <WritingHelp />
      {answer?.preview && <LessonPreview preview={answer.preview} title={t('edit.previewTitle')} />}
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
