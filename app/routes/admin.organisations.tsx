import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { admin } from '~/i18n/admin.ts'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { OrganisationForm } from '~/modules/identity/identity.schema.ts'
import { OrganisationOptions } from '~/modules/identity/organisation-options.tsx'
import { OrganisationChange, OrganisationTable } from '~/modules/identity/organisation-rows.tsx'
import { organisationKinds } from '~/modules/identity/organisation-tree.ts'
import {
  archiveOrganisation,
  createOrganisation,
  listOrganisations,
  moveOrganisation,
  type OrganisationOutcome,
  renameOrganisation,
  restoreOrganisation,
} from '~/modules/identity/organisations.server.ts'
import { mayAdminister } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayAdminister, async ({ actor, request }) => {
  const organisations = await listOrganisations(actor, { withArchived: true })
  const change = new URL(request.url).searchParams.get('change')
  return { organisations, changing: organisations.find((one) => one.id === change && !one.isArchived) ?? null }
})

type Result = {
  readonly intent: string
  readonly errors?: FieldErrors
  readonly values?: FormValues
  readonly isNotEmpty?: boolean
}

export const action = guarded(mayAdminister, async ({ actor, request, now }) => {
  const formData = await request.formData()
  const intent = String(formData.get('intent'))
  const refused = (result: Omit<Result, 'intent'>) => data<Result>({ intent, ...result }, { status: 422 })
  const form = parseForm(OrganisationForm, formData)
  if (!form.ok) return refused({ errors: form.errors, values: form.values })

  const { value } = form
  const settled = (outcome: OrganisationOutcome, values: FormValues) =>
    outcome.kind === 'done'
      ? redirect(paths.adminOrganisations())
      : refused({ errors: { [outcome.field]: outcome.code }, values })
  switch (value.intent) {
    case 'create': {
      const { name, kind, parentId } = value
      const outcome = await createOrganisation(actor, { name, kind, parentId }, now)
      return settled(outcome, { name, kind, parentId: parentId ?? '' })
    }
    case 'rename':
      return settled(await renameOrganisation(actor, value.id, value.name, now), { name: value.name })
    case 'move': {
      const outcome = await moveOrganisation(actor, value.id, value.parentId, now)
      return settled(outcome, { parentId: value.parentId ?? '' })
    }
    case 'archive': {
      const isDone = await archiveOrganisation(actor, value.id, now)
      return isDone ? redirect(paths.adminOrganisations()) : refused({ isNotEmpty: true })
    }
    case 'restore':
      await restoreOrganisation(actor, value.id, now)
      return redirect(paths.adminOrganisations())
  }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, admin, 'organisations.title')

export default function OrganisationsRoute() {
  const { organisations, changing } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(admin)
  const isAdding = result?.intent === 'create'
  return (
    <Frame space="admin">
      <PageHeader title={t('organisations.title')} lead={t('organisations.lead')} />
      {changing && (
        <OrganisationChange
          key={changing.id}
          organisation={changing}
          organisations={organisations}
          errors={isAdding ? undefined : result?.errors}
          values={isAdding ? undefined : result?.values}
          isNotEmpty={result?.isNotEmpty ?? false}
        />
      )}
      <div className="mt-6">
        <OrganisationTable organisations={organisations} />
      </div>
      <AddPart
        key={organisations.length}
        errors={isAdding ? result.errors : undefined}
        values={isAdding ? result.values : undefined}
      />
    </Frame>
  )
}

function AddPart({ errors, values }: Pick<Result, 'errors' | 'values'>) {
  const { organisations } = useLoaderData<typeof loader>()
  const t = useT(admin)
  const say = useT(identity)
  const errorOf = useFieldErrors(errors)
  const labels = { name: t('organisations.name'), parentId: t('organisations.parent') }
  return (
    <section className="section mt-8" aria-labelledby="add">
      <h2 id="add">{t('organisations.add')}</h2>
      <Form method="post" action={paths.adminOrganisations()} className="form" noValidate>
        <ErrorSummary errors={errors} labels={labels} />
        <Field
          name="name"
          label={labels.name}
          error={errorOf('name')}
          defaultValue={typed(values, 'name')}
          autoComplete="off"
          required
        />
        <SelectField name="kind" label={t('organisations.kind')} defaultValue={typed(values, 'kind', 'community')}>
          {organisationKinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="parentId"
          label={labels.parentId}
          error={errorOf('parentId')}
          defaultValue={typed(values, 'parentId')}
        >
          <option value="">{t('organisations.top')}</option>
          <OrganisationOptions choices={organisations.filter((one) => !one.isArchived)} />
        </SelectField>
        <SubmitButton intent="create">{t('organisations.submit')}</SubmitButton>
      </Form>
    </section>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
