import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { homeOf } from '~/modules/identity/home.ts'
import { SetupForm } from '~/modules/identity/identity.schema.ts'
import { organisationKinds } from '~/modules/identity/organisation-tree.ts'
import { requireSetupLink, setUpSite } from '~/modules/identity/setup.server.ts'
import { visitorOf } from '~/modules/identity/visitor.ts'
import { forgetKeptPages } from '~/platform/forget-kept-pages.ts'
import { parseForm } from '~/platform/forms.ts'
import { open } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { RadioGroup } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = open(async ({ params }) => {
  await requireSetupLink(param(params, 'token'))
  return null
})

export const action = open(async ({ context, params, request, now }) => {
  const form = parseForm(SetupForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })

  const visitor = visitorOf(request, context, await context.actor())
  const outcome = await setUpSite(visitor, param(params, 'token'), form.value, now)
  if (outcome.kind === 'passwordFault') {
    const { password: _, ...values } = form.value
    return data(
      { errors: { password: outcome.fault }, values: { ...values, phone: values.phone ?? '' } },
      { status: 422 },
    )
  }
  context.setCookie(outcome.cookie)
  return redirect(homeOf(outcome.roles))
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, identity, 'setup.title')

export default function SetupRoute() {
  const result = useActionData<typeof action>()
  const t = useT(identity)
  const errorOf = useFieldErrors(result?.errors)
  const labels = {
    organisation: t('setup.organisation'),
    kind: t('setup.kind'),
    name: t('setup.name'),
    username: t('setup.username'),
    phone: t('setup.phone'),
    password: t('signIn.password'),
  }
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: errorOf(name),
    defaultValue: typed(result?.values, name),
  })
  return (
    <Frame>
      <PageHeader title={t('setup.title')} lead={t('setup.lead')} />
      <Form method="post" className="form mt-6" noValidate onSubmit={() => void forgetKeptPages()}>
        <ErrorSummary errors={result?.errors} labels={labels} />
        <Field {...field('organisation')} autoComplete="organization" required />
        <RadioGroup
          name="kind"
          legend={labels.kind}
          error={errorOf('kind')}
          chosen={typed(result?.values, 'kind', 'agency')}
          options={organisationKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          isInline
        />
        <Field {...field('name')} autoComplete="name" required />
        <Field
          {...field('username')}
          help={t('setup.usernameHelp')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <Field {...field('phone')} help={t('setup.phoneHelp')} inputMode="tel" autoComplete="tel" isOptional />
        <Field
          {...field('password')}
          defaultValue=""
          type="password"
          help={t('password.help')}
          autoComplete="new-password"
          required
        />
        <SubmitButton>{t('setup.submit')}</SubmitButton>
      </Form>
    </Frame>
  )
}

export function ErrorBoundary() {
  const t = useT(identity)
  return <RouteError messages={{ 410: t('setup.gone') }} />
}
