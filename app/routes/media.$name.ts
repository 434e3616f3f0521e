import { readMedia } from '~/modules/content/media.server.ts'
import { isSignedIn } from '~/modules/identity/permissions.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'

/** Films of lessons and their captions, for everybody who is signed in. */
export const loader = guarded(isSignedIn, ({ params, request }) =>
  readMedia(param(params, 'name'), request.headers.get('Range')),
)
