import { redirect } from '@remix-run/node'
import { endedCookie } from '~/modules/identity/session.server.ts'
import { signOut } from '~/modules/identity/sign-in.server.ts'
import { paths } from '~/paths.ts'
import { open } from '~/platform/guarded.server.ts'

/** Signing out twice is signing out. What the browser kept of this site goes with it. */
export const action = open(async ({ context, now }) => {
  const actor = await context.actor()
  if (actor) await signOut(actor, now)
  context.setCookie(endedCookie(context.isSecure))
  return redirect(paths.login(), { headers: { 'Clear-Site-Data': '"cache", "storage"' } })
})

export const loader = open(() => redirect(paths.home()))
