import { randomUUID } from 'node:crypto'
import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { diary as texts } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { NewEntryForm } from '~/modules/diaries/diary.schema.ts'
import { blankEntry } from '~/modules/diaries/diary.ts'
import { EntryForm } from '~/modules/diaries/entry-form.tsx'
import { sendEntry, type Told } from '~/modules/diaries/sending.server.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

/** The page brings the id of the entry along: what is sent twice is one. */
export const loader = guarded(mayLearn, ({ now }) => ({ workId: randomUUID(), entry: blankEntry(dayOf(now)) }))

/** The first save begins it; so do all from this page, which stays open while it saves itself. */
export const action = guarded(mayLearn, async ({ actor, request, now }) => {
  const form = parseForm(NewEntryForm, await request.formData())
  if (!form.ok) {
    const { errors, values } = form
    return data<Told>({ saved: false, refusal: null, errors, values }, { status: 422 })
  }
  const { workId } = form.value
  const outcome = await sendEntry(actor, workId, form.value, now)
  return outcome.kind === 'done' ? redirect(paths.entry(workId), 303) : data(outcome.told, { status: outcome.status })
})

/** It saves itself while she writes, and stays the same entry. */
export const shouldRevalidate = () => false

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'new.title')

export default function NewEntryRoute() {
  const { workId, entry } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const t = useT(texts)
  return (
    <Frame space="learn">
      <div className="stack">
        <PageHeader title={t('new.title')} lead={t('lead')} crumbs={[{ to: paths.diary(), label: t('title') }]} />
        <EntryForm
          action={paths.newEntry()}
          workId={workId}
          seq={0}
          entry={entry}
          isReturned={false}
          findings={told?.findings}
          errors={told?.errors}
          values={told?.values}
        />
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
