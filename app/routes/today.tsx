import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { learn } from '~/i18n/learn.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { SoonSittings } from '~/modules/exams/soon-sittings.tsx'
import { ReadForm } from '~/modules/feedback/note.schema.ts'
import { markNoteRead } from '~/modules/feedback/notes.server.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { getToday } from '~/modules/records/today.server.ts'
import { ownWords, sayToday } from '~/modules/records/today-page.ts'
import { Reminders, TodayTracks, Words } from '~/modules/records/today-parts.tsx'
import { TodayStep } from '~/modules/records/today-step.tsx'
import { useLive } from '~/modules/records/use-live.ts'
import { paths } from '~/paths.ts'
import { DomainError } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Frame } from '~/ui/frame.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, async ({ actor, context, now }) => {
  context.ownFields.push(...ownWords)
  return sayToday(await getToday(actor, now), actor.locale)
})

export const action = guarded(mayLearn, async ({ actor, request, now }) => {
  const form = parseForm(ReadForm, await request.formData())
  if (!form.ok) throw new DomainError('invalid')
  await markNoteRead(actor, form.value.word, now)
  return redirect(paths.today())
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, learn, 'today.title')

export default function TodayRoute() {
  const today = useLoaderData<typeof loader>()
  const t = useT(learn)
  useLive({ kind: 'me' }, new Date(today.madeAt))
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <header className="today-head">
          <h1>{t('today.title')}</h1>
          <p>{today.day}</p>
        </header>
        <TodayStep step={today.step} />
        <SoonSittings of="exams" sittings={today.sittings} />
        <SoonSittings of="planned" sittings={today.planned} />
        <Reminders things={today.things} />
        <TodayTracks tracks={today.tracks} week={today.week} />
        <Words words={today.words} />
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
