import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { importing } from '~/i18n/importing.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { DiscardAct } from '~/modules/questions/commit-panel.tsx'
import { actOnStaging } from '~/modules/questions/import-desk.server.ts'
import { readView } from '~/modules/questions/question-import.ts'
import { getImport } from '~/modules/questions/question-imports.server.ts'
import { StagingForm } from '~/modules/questions/staging-form.tsx'
import { subjects } from '~/modules/questions/subjects.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, params, request }) => {
  const search = new URL(request.url).searchParams
  const asked = Number(search.get('page') ?? '1')
  const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  return { page: await getImport(actor, param(params, 'importId'), readView(search.get('view')), page) }
})

export const action = guarded(mayAuthor, async ({ actor, params, request, now }) => {
  const importId = param(params, 'importId')
  await getImport(actor, importId, 'all', 1)
  const outcome = await actOnStaging(actor, importId, await request.formData(), now)
  if (outcome.kind === 'refused') return data({ fault: outcome.fault }, { status: 422 })
  if (outcome.kind === 'unclear') return data({ fault: 'changed' as const }, { status: 422 })
  const search = new URL(request.url).searchParams
  return redirect(paths.bankImport(importId, { view: search.get('view'), page: search.get('page') }))
})

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, importing, 'staging.title', { file: loaded?.page.fileName ?? '' })

export default function StagingRoute() {
  const { page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(importing)
  const titleOf = useTitle()
  const isOpen = page.committedAt === null && page.discardedAt === null
  return (
    <BankFrame>
      <PageHeader
        title={t('staging.title', { file: page.fileName || t('pasted') })}
        lead={isOpen ? t('staging.target', { subject: titleOf(subjects[page.subject]) }) : undefined}
        crumbs={[{ to: paths.bankImports(), label: t('title') }]}
      />
      <div className="question-news">
        {answer?.fault && (
          <Notice tone="danger" isNews>
            {t(`fault.${answer.fault}`)}
          </Notice>
        )}
        {page.committedAt && <Notice tone="success">{t('staging.done')}</Notice>}
        {page.discardedAt && <Notice tone="info">{t('staging.discarded')}</Notice>}
      </div>
      {!page.discardedAt && (
        <>
          <StagingForm page={page} />
          <Pagination
            page={page.page}
            pages={page.pages}
            hrefOf={(number) => paths.bankImport(page.id, { view: page.view === 'all' ? '' : page.view, page: number })}
          />
          {isOpen && <DiscardAct />}
        </>
      )}
    </BankFrame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
