import { isSignedIn } from '~/modules/identity/permissions.ts'
import { readPicture } from '~/modules/questions/pictures.server.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'

/** Pictures of questions, for everybody who is signed in: trainees meet them in papers and practice. */
export const loader = guarded(isSignedIn, ({ params }) => readPicture(param(params, 'hash')))
