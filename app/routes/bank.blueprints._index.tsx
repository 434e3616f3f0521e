import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { blueprints } from '~/i18n/blueprints.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { BlueprintActForm } from '~/modules/exams/blueprint.schema.ts'
import { BlueprintTable } from '~/modules/exams/blueprint-list.tsx'
import {
  archiveBlueprint,
  listOwnBlueprints,
  offerForMocks,
  restoreBlueprint,
} from '~/modules/exams/own-blueprints.server.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankPart } from '~/modules/questions/bank-frame.tsx'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, request }) => {
  const lists = await listOwnBlueprints(actor)
  const justNow = new URL(request.url).searchParams.get('archived')
  return { ...lists, justNow: lists.archived.find(({ id }) => id === justNow) ?? null }
})

export const action = guarded(mayAuthor, async ({ actor, request, now }) => {
  const form = parseForm(BlueprintActForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })
  const { intent, blueprintId } = form.value
  if (intent === 'offer') {
    await offerForMocks(actor, blueprintId, form.value.forMocks === 'yes', now)
    return redirect(paths.blueprint(blueprintId, { offered: form.value.forMocks ?? 'no' }))
  }
  if (intent === 'archive') {
    await archiveBlueprint(actor, blueprintId, now)
    return redirect(paths.blueprints({ archived: blueprintId }))
  }
  await restoreBlueprint(actor, blueprintId, now)
  return redirect(paths.blueprints())
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, blueprints, 'title')

export default function BlueprintsRoute() {
  const { official, own, archived, justNow } = useLoaderData<typeof loader>()
  const t = useT(blueprints)
  const titleOf = useTitle()
  const add = (
    <LinkButton to={paths.newBlueprint()} kind="primary" icon="plus">
      {t('new')}
    </LinkButton>
  )
  return (
    <BankPart title={t('title')} lead={t('lead')} acts={own.length > 0 ? add : undefined}>
      <div className="question-news">
        {justNow && (
          <Notice tone="success" isNews>
            <p>{t('archive.done', { title: titleOf(justNow) })}</p>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="blueprintId" value={justNow.id} />
              <SubmitButton intent="restore" kind="plain" icon="undo">
                {t('undo')}
              </SubmitButton>
            </Form>
          </Notice>
        )}
      </div>
      <div className="stack mt-6">
        {own.length > 0 ? (
          <BlueprintTable title={t('own')} listed={own} />
        ) : (
          <EmptyState drawing={<BlankPage />} title={t('own.none')} act={add}>
            {t('own.noneHint')}
          </EmptyState>
        )}
        <BlueprintTable title={t('official')} listed={official} />
        {archived.length > 0 && <BlueprintTable title={t('archived')} listed={archived} />}
      </div>
    </BankPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
