import { mayLearn } from '~/modules/identity/permissions.ts'
import { SyncPractice } from '~/modules/reviews/offline.schema.ts'
import { keepOffline } from '~/modules/reviews/offline-set.server.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { parseJson } from '~/platform/json-body.ts'

/** Answers that were given without a network, as soon as there is one: which of them stand now. */
export const action = guarded(mayLearn, async ({ actor, request, now }) => {
  return Response.json({ outcomes: await keepOffline(actor, await parseJson(SyncPractice, request), now) })
})
