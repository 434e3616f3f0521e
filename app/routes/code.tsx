import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { redeemCode } from '~/modules/identity/access-codes.server.ts'
import { homeOf } from '~/modules/identity/home.ts'
import { CodeForm } from '~/modules/identity/identity.schema.ts'
import { ThrottledNotice } from '~/modules/identity/throttled-notice.tsx'
import { visitorOf } from '~/modules/identity/visitor.ts'
import { paths } from '~/paths.ts'
import { forgetKeptPages } from '~/platform/forget-kept-pages.ts'
import { parseForm } from '~/platform/forms.ts'
import { open } from '~/platform/guarded.server.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Checkbox } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = open(() => null)

export const action = open(async ({ context, request, now }) => {
  const form = parseForm(CodeForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors, values: form.values, wait: 0 }, { status: 422 })

  const { code, password, shared } = form.value
  const visitor = visitorOf(request, context, await context.actor())
  const outcome = await redeemCode(visitor, { code, password, isSharedComputer: shared }, now)
  // The code goes back into its field: whoever typed it wrong sees where.
  const values = { code, shared: shared ? 'yes' : '' }
  switch (outcome.kind) {
    case 'signedIn':
      context.setCookie(outcome.cookie)
      return redirect(homeOf(outcome.roles))
    case 'codeInvalid':
      return data({ errors: { code: 'codeInvalid' }, values, wait: 0 }, { status: 422 })
    case 'passwordFault':
      return data({ errors: { password: outcome.fault }, values, wait: 0 }, { status: 422 })
    case 'throttled':
      return data(
        { errors: undefined, values, wait: outcome.retryAfterSeconds },
        { status: 429, headers: { 'Retry-After': String(outcome.retryAfterSeconds) } },
      )
  }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, identity, 'code.title')

export default function CodeRoute() {
  const result = useActionData<typeof action>()
  const t = useT(identity)
  const errorOf = useFieldErrors(result?.errors)
  const labels = { code: t('code.code'), password: t('password.new') }
  return (
    <Frame>
      <PageHeader title={t('code.title')} lead={t('code.lead')} />
      <Form method="post" className="form mt-6" noValidate onSubmit={() => void forgetKeptPages()}>
        <ErrorSummary errors={result?.errors} labels={labels} />
        <ThrottledNotice seconds={result?.wait ?? 0} />
        <Field
          name="code"
          label={labels.code}
          help={t('code.codeHelp')}
          error={errorOf('code')}
          defaultValue={typed(result?.values, 'code')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <Field
          name="password"
          type="password"
          label={labels.password}
          help={t('password.help')}
          error={errorOf('password')}
          autoComplete="new-password"
          required
        />
        <Checkbox
          name="shared"
          value="yes"
          label={t('signIn.shared')}
          help={t('signIn.sharedHelp')}
          defaultChecked={typed(result?.values, 'shared') === 'yes'}
        />
        <SubmitButton>{t('code.submit')}</SubmitButton>
        <p>
          <Link to={paths.login()} className="link">
            {t('code.toSignIn')}
          </Link>
        </p>
      </Form>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
