import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { papers } from '~/i18n/papers.ts'
import { getPaper, restorePaper, retirePaper } from '~/modules/exams/fixed-papers.server.ts'
import { Deviations, FormsCompared } from '~/modules/exams/forms-compared.tsx'
import { PaperFactList, PrintActs } from '~/modules/exams/paper-facts.tsx'
import { PaperItems } from '~/modules/exams/paper-items.tsx'
import { PaperActForm } from '~/modules/exams/papers.schema.ts'
import { readPrintOrder } from '~/modules/exams/printed-paper.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { subjects } from '~/modules/questions/subjects.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, params, request }) => {
  const search = new URL(request.url).searchParams
  const order = readPrintOrder(search.get('order'))
  return { order, isNew: search.has('kept'), paper: await getPaper(actor, param(params, 'paperId'), order) }
})

export const action = guarded(mayAuthor, async ({ actor, params, request, now }) => {
  const paperId = param(params, 'paperId')
  await getPaper(actor, paperId, 0)
  const form = parseForm(PaperActForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })
  if (form.value.intent === 'retire') await retirePaper(actor, paperId, now)
  else await restorePaper(actor, paperId, now)
  return redirect(paths.paper(paperId))
})

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, papers, 'title')

export default function PaperRoute() {
  const { order, isNew, paper } = useLoaderData<typeof loader>()
  const t = useT(papers)
  const titleOf = useTitle()
  return (
    <BankFrame>
      <PageHeader
        title={paper.title}
        lead={titleOf(subjects[paper.subject])}
        crumbs={[{ to: paths.papers(), label: t('title') }]}
      />
      <div className="question-news">
        {isNew && (
          <Notice tone="success" isNews>
            {t('paper.keptNews')}
          </Notice>
        )}
        {paper.retiredAt && (
          <Notice tone="warn">
            <p>{t('retired.note')}</p>
            <Form method="post" preventScrollReset>
              <SubmitButton intent="restore" kind="plain" icon="undo">
                {t('restore.act')}
              </SubmitButton>
            </Form>
          </Notice>
        )}
      </div>
      <div className="stack mt-6">
        <PrintActs paperId={paper.id} order={order} />
        <PaperFactList paper={paper} />
        <FormsCompared compared={paper.compared} />
        <section className="section">
          <h2>{t('paper.items')}</h2>
          <Deviations deviations={paper.deviations} />
          <PaperItems items={paper.items} />
        </section>
        {!paper.retiredAt && (
          <ConfirmForm
            label={t('retire.act')}
            question={t('retire.question')}
            confirmLabel={t('retire.confirm')}
            intent="retire"
          />
        )}
      </div>
    </BankFrame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
