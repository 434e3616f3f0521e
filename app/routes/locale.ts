import { data, redirect } from '@remix-run/node'
import { LocaleForm } from '~/modules/identity/entry.schema.ts'
import { chooseReading } from '~/modules/identity/profile.server.ts'
import { paths, safeNext } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { open } from '~/platform/guarded.server.ts'

const yearSeconds = 365 * 86_400

/** Visitors keep the language in a cookie, so that the sign-in page speaks it; a person also in her profile. */
export const action = open(async ({ request, context }) => {
  const form = parseForm(LocaleForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })
  const { locale, next } = form.value
  const actor = await context.actor()
  if (actor) await chooseReading(actor, { locale })
  const secure = context.isSecure ? '; Secure' : ''
  context.setCookie(`locale=${locale}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax; HttpOnly${secure}`)
  return redirect(safeNext(next))
})

export const loader = open(() => redirect(paths.home()))
