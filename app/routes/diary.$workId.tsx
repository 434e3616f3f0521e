import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { diary as texts } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { readEntry } from '~/modules/diaries/diaries.server.ts'
import { DiaryForm } from '~/modules/diaries/diary.schema.ts'
import { EntryComments } from '~/modules/diaries/entry-comments.tsx'
import { EntryForm } from '~/modules/diaries/entry-form.tsx'
import { EntryReading } from '~/modules/diaries/entry-reading.tsx'
import { EntryStanding } from '~/modules/diaries/entry-standing.tsx'
import { sendEntry, type Told } from '~/modules/diaries/sending.server.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { answerComment } from '~/modules/works/comments.server.ts'
import { WorkStatusMark } from '~/modules/works/status-mark.tsx'
import { requireOwn, withdrawWork } from '~/modules/works/works.server.ts'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, ({ actor, params, now }) => readEntry(actor, param(params, 'workId'), now))

export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const workId = param(params, 'workId')
  // Whose it is comes before what is wrong with the form.
  await requireOwn(actor, workId)
  const form = parseForm(DiaryForm, await request.formData())
  if (!form.ok) {
    const { errors, values } = form
    return data<Told>({ saved: false, refusal: null, errors, values }, { status: 422 })
  }
  const answer = form.value
  switch (answer.intent) {
    case 'withdraw': {
      const refusal = await withdrawWork(actor, workId, now)
      if (refusal === null) return redirect(paths.entry(workId), 303)
      return data<Told>({ saved: false, refusal: refusal === 'opened' ? refusal : 'state' }, { status: 409 })
    }
    case 'answer':
      await answerComment(actor, workId, answer, now)
      return redirect(`${paths.entry(workId)}#comments`, 303)
    default: {
      const outcome = await sendEntry(actor, workId, answer, now)
      return outcome.kind === 'done'
        ? redirect(paths.entry(workId), 303)
        : data(outcome.told, { status: outcome.status })
    }
  }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'read.title')

export default function EntryRoute() {
  const { work, entry } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const t = useT(texts)
  const isOpen = work.status === 'draft' || work.status === 'returned'
  return (
    <Frame space="learn">
      <div className="stack">
        <PageHeader
          title={t(isOpen ? 'edit.title' : 'read.title')}
          lead={<WorkStatusMark status={work.status} />}
          crumbs={[{ to: paths.diary(), label: t('title') }]}
        />
        {told?.refusal && <Notice tone="warn" isNews title={t(`refused.${told.refusal}`)} />}
        <EntryComments workId={work.id} comments={work.comments} isOpen={work.status === 'returned'} />
        {isOpen ? (
          <EntryForm
            key={work.id}
            action={paths.entry(work.id)}
            workId={work.id}
            seq={work.seq}
            entry={entry}
            isReturned={work.status === 'returned'}
            findings={told?.findings}
            errors={told?.errors}
            values={told?.values}
          />
        ) : (
          <EntryReading entry={entry} />
        )}
        <EntryStanding work={work} />
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
