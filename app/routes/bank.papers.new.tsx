import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { papers } from '~/i18n/papers.ts'
import { keepPapers, openPaperDesk } from '~/modules/exams/paper-desk.server.ts'
import { PaperDraftView, SwapView } from '~/modules/exams/paper-draft.tsx'
import { paperAddress, readPaperQuery } from '~/modules/exams/paper-query.ts'
import { PaperStart } from '~/modules/exams/paper-start.tsx'
import { KeepForm } from '~/modules/exams/papers.schema.ts'
import { blueprintChoices } from '~/modules/exams/sittings.server.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, request }) => {
  const search = new URL(request.url).searchParams
  const query = readPaperQuery((name) => search.get(name) ?? '')
  const desk = await openPaperDesk(actor, query)
  if (desk.kind === 'moved') throw redirect(paths.newPaper(desk.address))
  const { blueprint, count, seed } = query
  return {
    ...{ desk, address: paperAddress(query), asked: { blueprint, count, seed } },
    blueprints: desk.kind === 'start' ? await blueprintChoices() : [],
  }
})

export const action = guarded(mayAuthor, async ({ actor, request, now }) => {
  const body = await request.formData()
  const form = parseForm(KeepForm, body)
  if (!form.ok) return data({ errors: form.errors, values: form.values, isChanged: false }, { status: 422 })
  const { title, shown } = form.value
  const query = readPaperQuery((name) => String(body.get(name) ?? ''))
  const outcome = await keepPapers(actor, { query, title, shown }, now)
  if (outcome.kind === 'kept') return redirect(paths.paper(outcome.paperId, { kept: 'yes' }))
  return data({ errors: undefined, values: { title }, isChanged: true }, { status: 422 })
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, papers, 'new')

export default function NewPaperRoute() {
  const { desk, address, asked, blueprints } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(papers)
  const titleOf = useTitle()
  const crumbs = [{ to: paths.papers(), label: t('title') }]
  if (desk.kind !== 'draft') {
    return (
      <BankFrame>
        <PageHeader title={t('new')} lead={t('start.lead')} crumbs={crumbs} />
        <PaperStart {...{ blueprints, asked, failure: desk.failure, isGone: desk.isGone }} />
      </BankFrame>
    )
  }
  const { draft } = desk
  return (
    <BankFrame>
      <PageHeader
        title={t('draft.title', { title: titleOf(draft.blueprint) })}
        lead={draft.swap ? undefined : t('draft.lead')}
        crumbs={crumbs}
      />
      {answer?.isChanged && (
        <div className="mt-4">
          <Notice tone="warn" isNews>
            {t('draft.changed')}
          </Notice>
        </div>
      )}
      {draft.swap ? (
        <SwapView swap={draft.swap} address={address} />
      ) : (
        <PaperDraftView draft={draft} address={address} errors={answer?.errors} values={answer?.values} />
      )}
    </BankFrame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
