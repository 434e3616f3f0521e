import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useSearchParams } from '@remix-run/react'
import { entry } from '~/i18n/entry.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { SignInForm } from '~/modules/identity/entry.schema.ts'
import { homeOf } from '~/modules/identity/home.ts'
import { signIn } from '~/modules/identity/sign-in.server.ts'
import { paths, safeNext } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { open } from '~/platform/guarded.server.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Checkbox } from '~/ui/choice.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, entry, 'title')

export const loader = open(async ({ context }) => {
  const actor = await context.actor()
  if (actor) throw redirect(homeOf(actor.roles))
  return null
})

export const action = open(async ({ request, context, now }) => {
  const form = parseForm(SignInForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors, values: form.values, refusal: null }, { status: 422 })
  const { username, password, shared, next } = form.value
  const former = await context.actor()
  const visitor = {
    address: context.address,
    userAgent: request.headers.get('User-Agent'),
    isSecure: context.isSecure,
    formerSessionId: former?.sessionId ?? null,
  }
  const outcome = await signIn(visitor, { username, password, isSharedComputer: shared !== undefined }, now)
  if (outcome.kind === 'signedIn') {
    context.setCookie(outcome.cookie)
    return redirect(next ? safeNext(next) : homeOf(outcome.roles))
  }
  const status = outcome.kind === 'throttled' ? 429 : 422
  return data({ errors: undefined, values: { username }, refusal: outcome }, { status })
})

export default function SignIn() {
  const result = useActionData<typeof action>()
  const t = useT(entry)
  const [search] = useSearchParams()
  const errorOf = useFieldErrors(result?.errors)
  const username = result?.values.username
  return (
    <Frame>
      <div className="entry">
        <h1>{t('title')}</h1>
        <p className="entry-lead">{t('lead')}</p>
        {result?.refusal && (
          <Notice tone="danger" isNews>
            <p>
              {result.refusal.kind === 'throttled'
                ? t('throttled', { seconds: result.refusal.retryAfterSeconds })
                : t('wrong')}
            </p>
          </Notice>
        )}
        <Form method="post" action={paths.login()} className="form">
          <input type="hidden" name="next" value={search.get('next') ?? ''} />
          <Field
            name="username"
            label={t('username')}
            defaultValue={typeof username === 'string' ? username : ''}
            error={errorOf('username')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Field
            name="password"
            type="password"
            label={t('password')}
            error={errorOf('password')}
            autoComplete="current-password"
            required
          />
          <Checkbox name="shared" label={t('shared')} help={t('sharedHelp')} />
          <SubmitButton>{t('submit')}</SubmitButton>
        </Form>
        <p className="entry-more">
          {t('code')} <Link to={paths.code()}>{t('useCode')}</Link>
        </p>
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
