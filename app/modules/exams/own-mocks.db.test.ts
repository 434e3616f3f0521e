import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { startMock } from './attempts.server.ts'
import type { Blueprint } from './blueprint.ts'
import { mockBlueprint } from './blueprints.server.ts'
import { getExamHome, getSubjectPage } from './exam-home.server.ts'
import { archiveBlueprint, createBlueprint, offerForMocks } from './own-blueprints.server.ts'
import { submitAttempt } from './settling.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const gone = { code: 'notFound' }

let author: Actor
let trainee: Actor
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  author = await createPerson({ roles: ['coordinator'] })
  trainee = await createPerson({ name: '林小满' })
})

async function created(over: Partial<Blueprint> = {}): Promise<string> {
  const official = mockBlueprint('jz')
  if (!official) throw new Error('there is no official paper')
  const quiz = {
    ...{ ...official, id: 'b-quiz', title: '随堂测', titleEn: 'Quiz', minutes: 15, passLine: 12, chapterWeights: {} },
    ...over,
  }
  const parts = [{ kind: 'single', count: 10, halfPoints: 2, rule: 'single' }] as const
  await createBlueprint(author, { ...quiz, parts: over.parts ?? parts }, now)
  return quiz.id
}
const offeredTo = async (actor: Actor) => (await getSubjectPage(actor, 'jz', later(1))).offered
const paperOf = (attemptId: string) =>
  db.read.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { deadlineAt: true, paperId: true } })

test('a blueprint of the centre is offered beside the national one once its author says so', async () => {
  const id = await created()
  expect(await offeredTo(trainee)).toEqual([])

  await offerForMocks(author, id, true, now)

  expect(await offeredTo(trainee)).toMatchObject([
    { id, title: '随堂测', items: 10, minutes: 15, outOf: 20, passLine: 12, isShort: false },
  ])
  const page = await getSubjectPage(trainee, 'jz', later(1))
  expect(page.blueprint).toMatchObject({ items: 80, minutes: 120, outOf: 200 })
  expect((await getSubjectPage(trainee, 'js', later(1))).offered).toEqual([])
  const trail = await db.read.auditEntry.findMany({ where: { action: 'blueprint.offered' } })
  expect(trail).toMatchObject([{ actorId: author.personId, objectId: id }])
})

test('the one she chooses is drawn; without a choice it is the national one', async () => {
  const id = await created()
  await offerForMocks(author, id, true, now)

  const own = await startMock(trainee, 'jz', later(2), id)
  const attemptId = own.kind === 'opened' ? own.attemptId : ''
  const { deadlineAt, paperId } = await paperOf(attemptId)
  expect(deadlineAt).toEqual(later(17))
  expect(await db.read.paperQuestion.count({ where: { paperId } })).toBe(10)
  // One is open in a subject, whichever it is.
  expect(await startMock(trainee, 'jz', later(3))).toEqual({ kind: 'opened', attemptId })
  await submitAttempt(trainee, attemptId, 0, later(4))

  const national = await startMock(trainee, 'jz', later(5))
  const second = await paperOf(national.kind === 'opened' ? national.attemptId : '')
  expect(await db.read.paperQuestion.count({ where: { paperId: second.paperId } })).toBe(80)
  expect(second.deadlineAt).toEqual(later(125))
  const { past } = await getSubjectPage(trainee, 'jz', later(6))
  expect(past).toMatchObject([{ paper: '随堂测', outOf: 20 }])
})

test('what is not offered, put away or of another subject is not begun', async () => {
  const id = await created()
  await expect(startMock(trainee, 'jz', now, id)).rejects.toMatchObject(gone)
  await offerForMocks(author, id, true, now)
  await expect(startMock(trainee, 'js', now, id)).rejects.toMatchObject(gone)
  await expect(startMock(trainee, 'jz', now, 'jz-2026')).rejects.toMatchObject(gone)

  await archiveBlueprint(author, id, later(1))
  expect(await offeredTo(trainee)).toEqual([])
  await expect(startMock(trainee, 'jz', later(1), id)).rejects.toMatchObject(gone)
  await expect(offerForMocks(author, id, false, later(2))).rejects.toMatchObject({ code: 'conflict' })
  expect(await db.read.attempt.count()).toBe(0)
})

test('withdrawn it is offered no more; what was begun by it goes on', async () => {
  const id = await created()
  await offerForMocks(author, id, true, now)
  const begun = await startMock(trainee, 'jz', later(1), id)
  await offerForMocks(author, id, false, later(2))

  expect(await offeredTo(trainee)).toEqual([])
  expect((await getExamHome(trainee, later(3))).open).toMatchObject({
    attemptId: begun.kind === 'opened' ? begun.attemptId : '',
  })
})

test('one that the bank cannot fill is said to be so', async () => {
  const id = await created({ id: 'b-long', parts: [{ kind: 'judgement', count: 90, halfPoints: 2, rule: 'single' }] })
  await offerForMocks(author, id, true, now)

  expect(await offeredTo(trainee)).toMatchObject([{ id, isShort: true }])
  expect(await startMock(trainee, 'jz', later(1), id)).toMatchObject({ kind: 'short' })
})

test('only whoever writes the bank offers one', async () => {
  const id = await created()
  const mentor = await createPerson({ roles: ['mentor'] })
  for (const actor of [trainee, mentor]) {
    await expect(offerForMocks(actor, id, true, now)).rejects.toMatchObject(gone)
  }
  await expect(offerForMocks(author, 'jz-2026', true, now)).rejects.toMatchObject(gone)
  expect(await offeredTo(trainee)).toEqual([])
})
