import { data, type MetaFunction, redirect } from '@remix-run/node'
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from '@remix-run/react'
import { useMemo } from 'react'
import { partsInBytes } from '~/modules/content/document-bytes.server.ts'
import { ensureDocument } from '~/modules/content/documents.ts'
import { LessonForm } from '~/modules/courses/lesson.schema.ts'
import { answerCheck, recordReading, saveNote } from '~/modules/courses/lesson-acts.server.ts'
import { LessonHead } from '~/modules/courses/lesson-head.tsx'
import { openLesson, ownFieldsOf } from '~/modules/courses/lesson-page.server.ts'
import { packLesson, unpackLesson } from '~/modules/courses/lesson-page.ts'
import { type LessonAnswer, LessonView } from '~/modules/courses/lesson-view.tsx'
import { LockedLesson } from '~/modules/courses/locked-lesson.tsx'
import { stretchOf, visitCookie } from '~/modules/courses/visit-token.server.ts'
import { isSignedIn, mayLearn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(isSignedIn, async ({ actor, params, context, now }) => {
  const { page, document } = await openLesson(actor, param(params, 'lessonId'), now)
  if (document) context.documents.set(document.hash, () => partsInBytes(document))
  context.ownFields.push(...ownFieldsOf(page))
  if (page.visitToken) context.setCookie(visitCookie(page.visitToken, context.isSecure))
  return packLesson(page)
})

/** On navigation the text comes by itself; the page waits for it, so that it is there when the page is. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const page = await serverLoader<typeof loader>()
  if (page.hash) await ensureDocument(page.hash).catch(() => undefined)
  return page
}

export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const lessonId = param(params, 'lessonId')
  const form = parseForm(LessonForm, await request.formData())
  if (!form.ok) return answered({ isSaved: false }, 422)
  const wish = form.value
  const stretch = await stretchOf({ personId: actor.personId, lessonId }, wish, request, now)
  const act = { actor, lessonId, stretch, now }
  const place = (anchor: string) => `${paths.lesson(lessonId)}#${encodeURIComponent(anchor)}`

  switch (wish.intent) {
    case 'answer':
      if (wish.pick.length === 0) return answered({ emptyCheck: wish.check }, 422)
      await answerCheck(act, wish.check, wish.pick)
      return settled(request, place(wish.check))
    case 'note':
      await saveNote(act, wish.note, wish.body)
      return settled(request, place(wish.note.replace(/^reflect:/, '')))
    case 'end':
      await recordReading(act, { position: null, hasReachedEnd: true, watched: [] })
      return settled(request, place('end'))
  }
})

/** A form of a page without JavaScript leads back to where she was; a script is told that it is done. */
function settled(request: Request, place: string) {
  if (request.headers.get('Accept')?.includes('text/html')) return redirect(place, 303)
  return answered({ isSaved: true }, 200)
}

function answered(answer: LessonAnswer, status: number) {
  return data(answer, { status })
}

/** When the network is away the page stays, says so, and keeps what was chosen. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<LessonAnswer> {
  try {
    return await serverAction<typeof action>()
  } catch (thrown) {
    if (thrown instanceof TypeError) return { isLost: true, isSaved: false }
    throw thrown
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? unpackLesson(data).lesson.title : ''} · 育才 Yucai` },
]

export default function LessonRoute() {
  const packed = useLoaderData<typeof loader>()
  const page = useMemo(() => unpackLesson(packed), [packed])
  const answer = useActionData<typeof clientAction>()
  return (
    <Frame space="learn">
      {page.lock ? (
        <article className="lesson">
          <LessonHead page={page} />
          <LockedLesson lock={page.lock} />
        </article>
      ) : (
        <LessonView key={page.lesson.id} page={page} answer={answer} />
      )}
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
