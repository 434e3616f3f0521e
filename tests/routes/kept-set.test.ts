import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import { answerOf, routeArgs } from '#tests/support/routes.ts'
import { startMock } from '~/modules/exams/attempts.server.ts'
import { closedTo } from '~/modules/exams/closed-questions.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { getOfflineSet } from '~/modules/reviews/offline-set.server.ts'
import { keptForHeader } from '~/platform/kept-pages.ts'
import * as pageRoute from '~/routes/practice.$subject.offline.tsx'
import { action as sync } from '~/routes/practice.sync.ts'

useDatabase()

beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, testNow)
  forgetBank()
})

async function visit(actor: Actor, over: { keepsPages?: boolean } = {}) {
  const args = routeArgs({ actor, path: '/practice/jz/offline', params: { subject: 'jz' } })
  const answer = await pageRoute.loader({ ...args, context: { ...args.context, ...over } })
  return { keptFor: new Headers(answer.init?.headers).get(keptForHeader), ...answer.data }
}

test('the page may be kept for its own person; not at a shared computer, nor where the site keeps none', async () => {
  const actor = await createPerson()
  expect(await visit(actor)).toMatchObject({ keptFor: actor.personId, mayKeep: true })
  expect(await visit({ ...actor, isSharedComputer: true })).toMatchObject({ keptFor: null, mayKeep: false })
  expect(await visit(actor, { keepsPages: false })).toMatchObject({ keptFor: null, mayKeep: false })
})

test('what arrives from a set that was kept before an exam began is told which questions lie in it', async () => {
  const actor = await createPerson()
  const { questions, stamp } = await getOfflineSet(actor, 'jz', testNow)
  const [question] = questions
  if (!question) throw new Error('the set is empty')
  const { questionId, version, part } = question
  const at = testNow.getTime()
  const given = {
    ...{ questionId, version, part, picked: [0], confidence: 'sure', seconds: 9, at, stamp },
    cause: null,
  }
  const bring = async () => {
    const args = routeArgs({ actor, path: '/practice/sync' })
    const answers = [{ id: randomUUID(), seq: 1, answer: { ...given, causeAt: at } }]
    const body = JSON.stringify({ personId: actor.personId, answers })
    const headers = { 'Content-Type': 'application/json' }
    const request = new Request(args.request.url, { method: 'POST', body, headers })
    const { data } = await answerOf(sync({ ...args, request }))
    return JSON.parse(String(data))
  }
  expect(await bring()).toMatchObject({ outcomes: [{ outcome: 'saved' }], closed: [] })
  await startMock(actor, 'jz', testNow)
  const { closed } = await bring()
  expect(new Set(closed)).toEqual(await closedTo(actor.personId))
  expect(closed.length).toBeGreaterThan(50)
})
