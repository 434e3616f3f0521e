import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { homeOf } from '~/modules/identity/home.ts'
import { SignInForm } from '~/modules/identity/identity.schema.ts'
import { signIn } from '~/modules/identity/sign-in.server.ts'
import { ThrottledNotice } from '~/modules/identity/throttled-notice.tsx'
import { visitorOf } from '~/modules/identity/visitor.ts'
import { paths, safeNext } from '~/paths.ts'
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

export const loader = open(async ({ context, request }) => {
  const next = safeNext(new URL(request.url).searchParams.get('next'))
  if (await context.actor()) throw redirect(next)
  return { next }
})

export const action = open(async ({ context, request, now }) => {
  const form = parseForm(SignInForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors, values: form.values, wait: 0 }, { status: 422 })

  const { username, password, shared, next } = form.value
  const visitor = visitorOf(request, context, await context.actor())
  const outcome = await signIn(visitor, { username, password, isSharedComputer: shared }, now)
  const values = { username, shared: shared ? 'yes' : '' }
  switch (outcome.kind) {
    case 'signedIn': {
      context.setCookie(outcome.cookie)
      const place = safeNext(next)
      return redirect(place === paths.home() ? homeOf(outcome.roles) : place)
    }
    case 'wrong':
      return data({ errors: { '': 'signInWrong' }, values, wait: 0 }, { status: 422 })
    case 'throttled':
      return data(
        { errors: undefined, values, wait: outcome.retryAfterSeconds },
        { status: 429, headers: { 'Retry-After': String(outcome.retryAfterSeconds) } },
      )
  }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, identity, 'signIn.title')

export default function SignInRoute() {
  const { next } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(identity)
  const errorOf = useFieldErrors(result?.errors)
  const username = t('signIn.username')
  const password = t('signIn.password')
  // Who comes without a place to go back to has signed out; whose session has ended keeps what she keeps until somebody signs in.
  const hasSignedOut = next === paths.home()
  useEffect(() => {
    if (hasSignedOut) void forgetKeptPages()
  }, [hasSignedOut])
  return (
    <Frame>
      <PageHeader title={t('signIn.title')} />
      <Form
        method="post"
        action={paths.login()}
        className="form mt-6"
        noValidate
        onSubmit={() => void forgetKeptPages()}
      >
        <ErrorSummary errors={result?.errors} labels={{ username, password }} />
        <ThrottledNotice seconds={result?.wait ?? 0} />
        <input type="hidden" name="next" value={next} />
        <Field
          name="username"
          label={username}
          error={errorOf('username')}
          defaultValue={typed(result?.values, 'username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <Field
          name="password"
          type="password"
          label={password}
          error={errorOf('password')}
          autoComplete="current-password"
          required
        />
        <Checkbox
          name="shared"
          value="yes"
          label={t('signIn.shared')}
          help={t('signIn.sharedHelp')}
          defaultChecked={typed(result?.values, 'shared') === 'yes'}
        />
        <SubmitButton>{t('signIn.submit')}</SubmitButton>
        <p>
          <Link to={paths.code()} className="link">
            {t('signIn.toCode')}
          </Link>
        </p>
      </Form>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
