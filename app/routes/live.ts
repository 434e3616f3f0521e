import { isSignedIn } from '~/modules/identity/permissions.ts'
import { getLiveVersion } from '~/modules/records/live.server.ts'
import { guarded } from '~/platform/guarded.server.ts'

/** `/live?scope=cohort:<id>`: has anything changed that the page shows? See modules/records/use-live.ts. */
export const loader = guarded(isSignedIn, async ({ actor, request, now }) =>
  Response.json(await getLiveVersion(actor, new URL(request.url).searchParams.get('scope') ?? '', now)),
)
