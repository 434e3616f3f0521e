import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { actOnDraft, openQuestion } from '~/modules/questions/question-desk.server.ts'
import { QuestionForm } from '~/modules/questions/question-form.tsx'
import { shownId } from '~/modules/questions/shown-id.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, params }) => {
  const questionId = param(params, 'questionId')
  return { questionId, opened: await openQuestion(actor, questionId) }
})

export const action = guarded(mayAuthor, async ({ actor, params, request, now }) => {
  const questionId = param(params, 'questionId')
  await openQuestion(actor, questionId)
  const outcome = await actOnDraft(actor, { questionId }, await request.formData(), now)
  if (outcome.kind === 'saved') return redirect(paths.question(questionId))
  return data(outcome, { status: outcome.errors || outcome.isConflict ? 422 : 200 })
})

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, bank, 'edit.title', { id: shownId(loaded?.questionId ?? '') })

export default function EditQuestionRoute() {
  const { questionId, opened } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(bank)
  const isInUse = opened.state === 'active' || opened.state === 'revised'
  return (
    <BankFrame>
      <PageHeader
        title={t('edit.title', { id: shownId(questionId) })}
        lead={t(isInUse ? 'edit.activeLead' : 'edit.draftLead')}
        crumbs={[
          { to: paths.bank(), label: t('title') },
          { to: paths.question(questionId), label: shownId(questionId) },
        ]}
      />
      <QuestionForm
        key={answer?.stamp ?? opened.base}
        {...opened}
        draft={answer?.draft ?? opened.draft}
        // Once she has been told of a newer version, she saves after that one.
        base={answer && !answer.isConflict ? answer.base : opened.base}
        errors={answer?.errors}
        focus={answer?.focus}
        picture={answer?.picture}
        isConflict={answer?.isConflict}
      />
    </BankFrame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
