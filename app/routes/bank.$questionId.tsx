import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { itemAnalysis } from '~/i18n/item-analysis.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { regrade } from '~/i18n/regrade.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { QuestionActForm } from '~/modules/questions/question-acts.schema.ts'
import {
  type ActOutcome,
  approveQuestion,
  proposeQuestion,
  restoreQuestion,
  retireQuestions,
  returnQuestion,
} from '~/modules/questions/question-acts.server.ts'
import { DuplicateList, QuestionFactList } from '~/modules/questions/question-facts.tsx'
import { getQuestion } from '~/modules/questions/question-page.server.ts'
import { OriginTag, QuestionStateMark } from '~/modules/questions/question-state-mark.tsx'
import { KeyView, QuestionView } from '~/modules/questions/question-view.tsx'
import { RetireAct, ReviewDesk } from '~/modules/questions/review-desk.tsx'
import { shownId } from '~/modules/questions/shown-id.ts'
import { ActList, VersionList } from '~/modules/questions/version-list.tsx'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, params, request }) => {
  const version = Number(new URL(request.url).searchParams.get('version') ?? Number.NaN)
  const asked = Number.isInteger(version) && version > 0 && version < 100_000 ? version : undefined
  return { page: await getQuestion(actor, param(params, 'questionId'), asked) }
})

export const action = guarded(mayAuthor, async ({ actor, params, request, now }) => {
  const questionId = param(params, 'questionId')
  await getQuestion(actor, questionId)
  const form = parseForm(QuestionActForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors, values: form.values, fault: undefined }, { status: 422 })
  const { value } = form
  const settle = (outcome: ActOutcome) =>
    outcome.kind === 'done'
      ? redirect(paths.question(questionId))
      : data({ errors: undefined, values: undefined, fault: outcome.fault }, { status: 422 })
  switch (value.intent) {
    case 'propose':
      return settle(await proposeQuestion(actor, questionId, now))
    case 'approve':
      return settle(await approveQuestion(actor, questionId, value.number, now))
    case 'return':
      return settle(await returnQuestion(actor, questionId, value.number, value.reason, now))
    case 'retire':
      await retireQuestions(actor, [questionId], '', now)
      return redirect(paths.question(questionId))
    case 'restore':
      await restoreQuestion(actor, questionId, now)
      return redirect(paths.question(questionId))
  }
})

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, bank, 'question.title', { id: shownId(loaded?.page.id ?? '') })

export default function QuestionRoute() {
  const { page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(bank)
  const { id, origin, state, shown, newestVersion } = page
  const say = useT(regrade)
  const analyse = useT(itemAnalysis)
  const acts = (
    <>
      <LinkButton to={paths.questionAnalysis(id)} kind="quiet">
        {analyse('open.question')}
      </LinkButton>
      <LinkButton to={paths.regrade(id)} kind="quiet">
        {say('open.bank')}
      </LinkButton>
      {origin === 'centre' && (
        <LinkButton to={paths.editQuestion(id)} icon="edit">
          {t('question.edit')}
        </LinkButton>
      )}
    </>
  )
  return (
    <BankFrame>
      <PageHeader
        title={
          <>
            {t(`kind.${shown.body.kind}`)} <span className="bank-id">{shownId(id)}</span>
          </>
        }
        lead={
          <span className="button-row">
            <QuestionStateMark state={state} />
            <OriginTag origin={origin} />
            <span>{t('question.versionOf', { number: shown.number })}</span>
          </span>
        }
        crumbs={[{ to: paths.bank({ subject: page.subject }), label: t('title') }]}
        acts={acts}
      />
      <div className="question-news">
        {answer?.fault && (
          <Notice tone="danger" isNews>
            {t(`fault.${answer.fault}`)}
          </Notice>
        )}
        {origin === 'official' && <Notice tone="info">{t('question.official')}</Notice>}
        {shown.number !== newestVersion && (
          <Notice tone="info">
            {t('question.older', { number: shown.number, newest: newestVersion })}{' '}
            <Link to={paths.question(id)} className="link" preventScrollReset>
              {t('question.newest')}
            </Link>
          </Notice>
        )}
        <ReviewDesk page={page} errors={answer?.errors} values={answer?.values} />
      </div>
      <div className="question-page">
        <div>
          <section aria-label={t('question.body')}>
            <QuestionView body={shown.body} />
          </section>
          <section className="section" aria-labelledby="key">
            <h2 id="key">{t('question.key')}</h2>
            <KeyView body={shown.body} />
          </section>
          <section className="section" aria-labelledby="facts">
            <h2 id="facts">{t('question.facts')}</h2>
            <QuestionFactList page={page} />
          </section>
          {state !== 'retired' && <RetireAct />}
        </div>
        <div>
          <DuplicateList duplicates={page.duplicates} />
          <VersionList page={page} />
          <ActList acts={page.acts} />
        </div>
      </div>
    </BankFrame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
