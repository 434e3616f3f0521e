import { beat } from '~/modules/exams/beats.server.ts'
import { saveAnswers } from '~/modules/exams/saves.server.ts'
import { submitAttempt } from '~/modules/exams/settling.server.ts'
import { enterSitting } from '~/modules/exams/sitting-page.server.ts'
import { SyncMessage } from '~/modules/exams/sync.schema.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { parseJson } from '~/platform/json-body.ts'
import { param } from '~/platform/params.ts'

/** What the page of a sitting sends by itself: that it is there, answers, signs of life, the end. */
export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const attemptId = param(params, 'attemptId')
  const message = await parseJson(SyncMessage, request)
  switch (message.kind) {
    case 'enter':
      return Response.json(
        await enterSitting(actor, attemptId, { id: message.deviceId, wantsTakeover: message.wantsTakeover }, now),
      )
    case 'save':
      return Response.json(await saveAnswers(actor, attemptId, message.epoch, message.answers, now))
    case 'beat':
      return Response.json(await beat(actor, attemptId, message, now))
    case 'submit':
      return Response.json({ state: await submitAttempt(actor, attemptId, message.epoch, now) })
  }
})
