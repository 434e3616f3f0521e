import { redirect } from '@remix-run/node'
import { isSignedIn } from '~/modules/identity/permissions.ts'
import { endedCookie } from '~/modules/identity/session.server.ts'
import { signOut } from '~/modules/identity/sign-in.server.ts'
import { paths } from '~/paths.ts'
import { guarded, open } from '~/platform/guarded.server.ts'

/** Who comes here by a link or by going back has signed out already, or has not asked to. */
export const loader = open(() => redirect(paths.home()))

/** `keep`: the device holds what somebody could not send yet (reviews/signing-out.tsx). */
export const action = guarded(isSignedIn, async ({ actor, context, request, now }) => {
  const isKept = new URL(request.url).searchParams.has('keep')
  await signOut(actor, now)
  context.setCookie(endedCookie(context.isSecure))
  return redirect(paths.login(), isKept ? undefined : { headers: { 'Clear-Site-Data': '"storage"' } })
})
