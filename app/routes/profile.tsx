import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { ProfileForm } from '~/modules/identity/identity.schema.ts'
import { isSignedIn } from '~/modules/identity/permissions.ts'
import {
  type ChangeOutcome,
  changePassword,
  chooseReading,
  getProfile,
  renameSelf,
} from '~/modules/identity/profile.server.ts'
import { NameForm, PasswordForm, ReadingForm } from '~/modules/identity/profile-forms.tsx'
import { SessionList } from '~/modules/identity/session-list.tsx'
import { endOtherSessions, endSession, listSessions } from '~/modules/identity/sessions.server.ts'
import { visitorOf } from '~/modules/identity/visitor.ts'
import { paths, safeNext } from '~/paths.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(isSignedIn, async ({ actor, request, now }) => {
  const [profile, sessions] = await Promise.all([getProfile(actor), listSessions(actor, now)])
  return { profile, sessions, roles: actor.roles, saved: new URL(request.url).searchParams.get('saved') }
})

type Result = {
  readonly intent: string
  readonly errors?: FieldErrors
  readonly values?: FormValues
  readonly wait?: number
}

export const action = guarded(isSignedIn, async ({ actor, context, request, now }) => {
  const formData = await request.formData()
  const intent = String(formData.get('intent'))
  const refused = (result: Omit<Result, 'intent'>, status = 422) => data({ intent, ...result }, { status })
  // Who she is was read before this act: the page is shown anew, as she is now.
  const saved = () => redirect(paths.profile(intent))
  const form = parseForm(ProfileForm, formData)
  if (!form.ok) return refused({ errors: form.errors, values: form.values })

  switch (form.value.intent) {
    case 'name':
      await renameSelf(actor, form.value.name, now)
      return saved()
    case 'reading': {
      const { locale, theme, largePrint } = form.value
      await chooseReading(actor, { locale, theme, largePrint })
      return saved()
    }
    case 'theme':
      await chooseReading(actor, { theme: form.value.theme })
      return redirect(safeNext(form.value.next))
    case 'password': {
      const visitor = visitorOf(request, context, actor)
      const change = { current: form.value.currentPassword, next: form.value.newPassword }
      const outcome = await changePassword(actor, visitor, change, now)
      if (outcome.kind !== 'changed') return refused(...refusalOf(outcome))
      context.setCookie(outcome.cookie)
      return saved()
    }
    case 'endSession':
      await endSession(actor, form.value.sessionId, now)
      return saved()
    case 'endOthers':
      await endOtherSessions(actor, now)
      return saved()
  }
})

function refusalOf(outcome: Exclude<ChangeOutcome, { kind: 'changed' }>): [Omit<Result, 'intent'>, number] {
  switch (outcome.kind) {
    case 'wrong':
      return [{ errors: { currentPassword: 'passwordWrong' } }, 422]
    case 'passwordFault':
      return [{ errors: { newPassword: outcome.fault } }, 422]
    case 'throttled':
      return [{ wait: outcome.retryAfterSeconds }, 429]
  }
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, identity, 'profile.title')

export default function ProfileRoute() {
  const { profile, sessions, saved } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(identity)
  const of = (intent: string) => (result?.intent === intent ? result : undefined)
  return (
    <Frame>
      <PageHeader title={t('profile.title')} />
      {saved && !result && (
        <div className="mt-4">
          <Notice tone="success" isNews>
            <p>{t(newsOf(saved))}</p>
          </Notice>
        </div>
      )}
      <Part id="who" title={t('profile.who')}>
        <Who />
        <NameForm profile={profile} errors={of('name')?.errors} values={of('name')?.values} />
      </Part>
      <Part id="reading" title={t('profile.reading')}>
        <ReadingForm profile={profile} />
      </Part>
      <Part id="password" title={t('profile.password')}>
        <p className="mb-3 text-ink-2">{t('profile.passwordNote')}</p>
        <PasswordForm
          key={of('password')?.errors ? 'same' : sessions[0]?.id}
          errors={of('password')?.errors}
          wait={of('password')?.wait ?? 0}
          username={profile.username}
        />
      </Part>
      <SessionList sessions={sessions} />
    </Frame>
  )
}

function newsOf(intent: string) {
  if (intent === 'password') return 'profile.passwordChanged'
  return intent.startsWith('end') ? 'sessions.ended' : 'profile.saved'
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section mt-8" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Who() {
  const { profile, roles } = useLoaderData<typeof loader>()
  const t = useT(identity)
  return (
    <>
      <Definitions>
        <Definition name={t('profile.username')}>{profile.username}</Definition>
        <Definition name={t('profile.phone')}>{profile.phone ?? t('profile.noPhone')}</Definition>
        <Definition name={t('profile.organisation')}>{profile.organisation}</Definition>
        <Definition name={t('profile.roles')}>{roles.map((role) => t(`role.${role}`)).join(t('separator'))}</Definition>
      </Definitions>
      <p className="mt-2 text-sm text-ink-2">{t('profile.whoNote')}</p>
    </>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
