import { closedTo } from '~/modules/exams/closed-questions.server.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { SyncPractice } from '~/modules/reviews/offline.schema.ts'
import { keepOffline } from '~/modules/reviews/offline-set.server.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { parseJson } from '~/platform/json-body.ts'

/**
 * Answers that were given without a network, as soon as there is one: which of them stand now, and which questions lie in an
 * exam that she has open by now, so that the page puts them away.
 */
export const action = guarded(mayLearn, async ({ actor, request, now }) => {
  const outcomes = await keepOffline(actor, await parseJson(SyncPractice, request), now)
  return Response.json({ outcomes, closed: [...(await closedTo(actor.personId))] })
})
