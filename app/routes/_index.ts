import { redirect } from '@remix-run/node'
import { homeOf } from '~/modules/identity/home.ts'
import { isSignedIn } from '~/modules/identity/permissions.ts'
import { guarded } from '~/platform/guarded.server.ts'

/** Everybody's front door leads to where her day begins. */
export const loader = guarded(isSignedIn, ({ actor }) => redirect(homeOf(actor.roles)))
