import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { blueprints } from '~/i18n/blueprints.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { actOnBlueprint, openCopy } from '~/modules/exams/blueprint-desk.server.ts'
import { BlueprintForm } from '~/modules/exams/blueprint-form.tsx'
import { listOwnBlueprints } from '~/modules/exams/own-blueprints.server.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankFrame } from '~/modules/questions/bank-frame.tsx'
import { subjects } from '~/modules/questions/subjects.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { notFound } from '~/platform/errors.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Button } from '~/ui/button.tsx'
import { SelectField } from '~/ui/field.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, request }) => {
  const from = new URL(request.url).searchParams.get('from')
  if (from) return { opened: await openCopy(actor, from), lists: null }
  return { opened: null, lists: await listOwnBlueprints(actor) }
})

export const action = guarded(mayAuthor, async ({ actor, request, now }) => {
  const from = new URL(request.url).searchParams.get('from')
  if (!from) throw notFound()
  const outcome = await actOnBlueprint(actor, { copyOf: from }, await request.formData(), now)
  if (outcome.kind === 'saved') return redirect(paths.blueprint(outcome.blueprintId, { saved: 'yes' }))
  return data(outcome, { status: outcome.errors || outcome.isRefused ? 422 : 200 })
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, blueprints, 'new')

export default function NewBlueprintRoute() {
  const { opened } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(blueprints)
  const titleOf = useTitle()
  return (
    <BankFrame>
      <PageHeader
        title={t('new')}
        lead={opened ? titleOf(subjects[opened.subject]) : t('start.lead')}
        crumbs={[{ to: paths.blueprints(), label: t('title') }]}
      />
      {opened ? (
        <BlueprintForm
          key={answer?.stamp ?? 'new'}
          desk={answer ?? opened}
          base=""
          errors={answer?.errors}
          isRefused={answer?.isRefused}
        />
      ) : (
        <Start />
      )}
    </BankFrame>
  )
}

function Start() {
  const { lists } = useLoaderData<typeof loader>()
  const t = useT(blueprints)
  const titleOf = useTitle()
  const groups = [
    { label: t('start.ownGroup'), listed: lists?.own ?? [] },
    { label: t('start.officialGroup'), listed: lists?.official ?? [] },
  ]
  return (
    <Form method="get" className="form mt-6">
      <SelectField name="from" label={t('start.from')}>
        {groups
          .filter(({ listed }) => listed.length > 0)
          .map(({ label, listed }) => (
            <optgroup key={label} label={label}>
              {listed.map((one) => (
                <option key={one.id} value={one.id}>
                  {titleOf(one)}
                </option>
              ))}
            </optgroup>
          ))}
      </SelectField>
      <Button type="submit" kind="primary">
        {t('start.act')}
      </Button>
    </Form>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
