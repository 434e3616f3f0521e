import { redirect } from '@remix-run/node'
import { LocaleForm } from '~/modules/identity/identity.schema.ts'
import { chooseReading } from '~/modules/identity/profile.server.ts'
import { paths, safeNext } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { open } from '~/platform/guarded.server.ts'

const yearSeconds = 31_536_000

export const loader = open(() => redirect(paths.home()))

/** The language of the screen: kept with the person, and in this browser for when nobody is signed in. */
export const action = open(async ({ context, request }) => {
  const form = parseForm(LocaleForm, await request.formData())
  if (!form.ok) return redirect(paths.home())
  const { locale, next } = form.value
  const actor = await context.actor()
  if (actor) await chooseReading(actor, { locale })
  const secure = context.isSecure ? '; Secure' : ''
  context.setCookie(`locale=${locale}; Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Lax${secure}`)
  return redirect(safeNext(next))
})
