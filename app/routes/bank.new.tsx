import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { questionKinds } from '~/modules/questions/question.ts'
import { actOnDraft, openNewQuestion } from '~/modules/questions/question-desk.server.ts'
import { QuestionForm } from '~/modules/questions/question-form.tsx'
import { SubjectOptions } from '~/modules/questions/subject-filter.tsx'
import { isSubject, subjects } from '~/modules/questions/subjects.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { DomainError } from '~/platform/errors.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Button } from '~/ui/button.tsx'
import { RadioGroup } from '~/ui/choice.tsx'
import { SelectField } from '~/ui/field.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, ({ actor, request }) => {
  const { subject, kind, point } = askedIn(request)
  return { subject, point, opened: subject && kind ? openNewQuestion(actor, subject, kind, point) : null }
})

export const action = guarded(mayAuthor, async ({ actor, request, now }) => {
  const { subject } = askedIn(request)
  if (subject === null) throw new DomainError('invalid')
  const outcome = await actOnDraft(actor, { newIn: subject }, await request.formData(), now)
  if (outcome.kind === 'saved') return redirect(paths.question(outcome.questionId))
  return data(outcome, { status: outcome.errors ? 422 : 200 })
})

/** Subject and kind come first: which fields there are follows from them. */
function askedIn(request: Request) {
  const search = new URL(request.url).searchParams
  const subject = search.get('subject')
  return {
    subject: isSubject(subject) ? subject : null,
    kind: questionKinds.find((one) => one === search.get('kind')) ?? null,
    point: search.get('point'),
  }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, bank, 'new.title')

export default function NewQuestionRoute() {
  const { opened } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(bank)
  const titleOf = useTitle()
  const draft = answer?.draft ?? opened?.draft
  const place = draft && isSubject(draft.subject) ? titleOf(subjects[draft.subject]) : ''
  return (
    <BankFrame>
      <PageHeader
        title={t('new.title')}
        lead={draft ? [place, t(`kind.${draft.kind}`)].join(' · ') : t('new.lead')}
        crumbs={[{ to: paths.bank(), label: t('title') }]}
      />
      {opened && draft ? (
        <QuestionForm
          key={answer?.stamp ?? 'new'}
          {...opened}
          draft={draft}
          errors={answer?.errors}
          focus={answer?.focus}
          picture={answer?.picture}
        />
      ) : (
        <Start />
      )}
    </BankFrame>
  )
}

function Start() {
  const { subject, point } = useLoaderData<typeof loader>()
  const t = useT(bank)
  return (
    <Form method="get" className="form mt-6">
      <SelectField name="subject" label={t('list.subject')} defaultValue={subject ?? undefined}>
        <SubjectOptions />
      </SelectField>
      {point && <input type="hidden" name="point" value={point} />}
      <RadioGroup
        name="kind"
        legend={t('list.kind')}
        chosen="single"
        options={questionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <Button type="submit" kind="primary">
        {t('new.start')}
      </Button>
    </Form>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
