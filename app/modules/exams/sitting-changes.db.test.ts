import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort } from '#tests/support/learners.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { mockBlueprint } from './blueprints.server.ts'
import { getOwnSitting, listOwnSittings } from './own-sittings.server.ts'
import { getResult } from './results.server.ts'
import { saveAnswers } from './saves.server.ts'
import { scoreDifferences } from './score-check.server.ts'
import { submitAttempt } from './settling.server.ts'
import { extendOne } from './sitting-acts.server.ts'
import { changeSitting, reopenAttempt } from './sitting-changes.server.ts'
import { openSitting } from './sitting-page.server.ts'
import { listRelief, revokeSittingExtension } from './sitting-relief.server.ts'
import { startSitting } from './sitting-start.server.ts'
import { createSitting } from './sittings.server.ts'
import { soonFrom, soonRows } from './soon-sittings.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const gone = { code: 'notFound' }

let coordinator: Actor
let trainee: Actor
let cohortId: string
let sittingId: string
const plan = { title: '摸底考试', opensAt: later(10), closesAt: later(130), releaseAt: later(500) }
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  coordinator = await createActor('coordinator', '沈若溪')
  trainee = await createActor('trainee', '林小满')
  cohortId = await createCohort({ coordinator, trainees: [trainee] })
  const made = { ...plan, blueprintId: mockBlueprint('jz')?.id ?? '', minutes: 60, attempts: 1, forms: 1 }
  const planned = await createSitting(coordinator, cohortId, made, now)
  if (planned.kind !== 'created') throw new Error(JSON.stringify(planned))
  sittingId = planned.sittingId
})

const rowOf = (id: string) => db.read.attempt.findUniqueOrThrow({ where: { id } })
async function begun(at: Date): Promise<string> {
  const outcome = await startSitting(trainee, sittingId, at)
  if (outcome.kind !== 'opened') throw new Error(outcome.why)
  return outcome.attemptId
}
const change = (over: Partial<typeof plan>, at: Date) =>
  changeSitting(coordinator, cohortId, sittingId, { ...plan, ...over }, at)

/** She has answered the first question and handed in. */
async function handedIn(): Promise<string> {
  const attemptId = await begun(later(10))
  const page = await openSitting(trainee, attemptId, later(11))
  const value = page?.items.find(({ itemId }) => itemId === 'q1')?.options[0]?.id ?? ''
  await saveAnswers(trainee, attemptId, 0, [{ itemId: 'q1', value, seq: 1, isMarked: false }], later(12))
  await submitAttempt(trainee, attemptId, 0, later(20))
  return attemptId
}

test('before it opens all of it may be changed; trainees see that it was; the same again is no change', async () => {
  expect(await change({ title: '期末考试', opensAt: later(30), closesAt: later(200) }, later(1))).toMatchObject({
    ...{ kind: 'changed', extended: 0 },
  })
  expect(await listOwnSittings(trainee, later(2))).toMatchObject([
    { title: '期末考试', opensAt: later(30), endsAt: later(200), changedAt: later(1) },
  ])
  expect(await change({ title: '期末考试', opensAt: later(30), closesAt: later(200) }, later(3))).toEqual({
    ...{ kind: 'same' },
  })
  const entries = await db.read.auditEntry.findMany({ where: { action: 'sitting.changed' } })
  expect(entries.map(({ reason }) => reason)).toEqual(['title opensAt closesAt'])
})

test('a later end gives whoever the window cut short her time, and takes none from anybody', async () => {
  const attemptId = await begun(later(100))
  expect((await rowOf(attemptId)).deadlineAt).toEqual(later(130))
  await change({ closesAt: later(150) }, later(101))
  expect((await rowOf(attemptId)).deadlineAt).toEqual(later(150))
  await change({ closesAt: later(500) }, later(102))
  expect((await rowOf(attemptId)).deadlineAt).toEqual(later(160))
  expect(await change({ closesAt: later(130) }, later(103))).toMatchObject({ fault: { code: 'closesOnlyLater' } })
  expect(await change({ closesAt: later(500), opensAt: later(20) }, later(103))).toMatchObject({
    fault: { code: 'opensFixed' },
  })
  expect((await rowOf(attemptId)).boundaryAt).toEqual(new Date(later(160).getTime() + 10_000))

  const grant = { personId: trainee.personId, until: later(190), reason: '断电' }
  await extendOne(coordinator, cohortId, sittingId, grant, later(104))
  await change({ closesAt: later(510) }, later(105))
  expect((await rowOf(attemptId)).deadlineAt).toEqual(later(190))
})

test('a paper handed in too early is open again with its answers; its score is taken back until it is in again', async () => {
  const attemptId = await handedIn()
  const before = await rowOf(attemptId)
  const reopening = { attemptId, until: later(120), reason: '误点交卷' }
  expect(await reopenAttempt(coordinator, cohortId, sittingId, reopening, later(21))).toEqual({ kind: 'reopened' })
  expect(await rowOf(attemptId)).toMatchObject({
    ...{ status: 'open', deadlineAt: later(120), submittedAt: null, submittedBy: null, marks: null, outOf: null },
  })
  expect(await db.read.evidence.count({ where: { subjectId: attemptId, revokedAt: null } })).toBe(0)
  expect((await getOwnSitting(trainee, sittingId, later(22))).admission).toBe('goOn')
  expect(await begun(later(22))).toBe(attemptId)
  await submitAttempt(trainee, attemptId, 0, later(23))
  const after = await rowOf(attemptId)
  expect([after.marks, after.halfPoints]).toEqual([before.marks, before.halfPoints])
  expect(await db.read.evidence.count({ where: { subjectId: attemptId, revokedAt: null } })).toBe(1)
  expect(await scoreDifferences()).toEqual([])
  const kinds = await db.read.attemptEvent.findMany({ where: { attemptId }, select: { kind: true } })
  expect(kinds.map(({ kind }) => kind)).toContain('reopened')
})

test('it stays closed after her end, in the past, and once the key may have been seen', async () => {
  const attemptId = await handedIn()
  const open = (until: Date, at: Date) =>
    reopenAttempt(coordinator, cohortId, sittingId, { attemptId, until, reason: '误点交卷' }, at)
  expect(await open(later(131), later(21))).toEqual({ kind: 'refused', code: 'reopenBeyond' })
  expect(await open(later(20), later(21))).toEqual({ kind: 'refused', code: 'reopenPast' })
  const grant = { personId: trainee.personId, until: later(200), reason: '断电' }
  await extendOne(coordinator, cohortId, sittingId, grant, later(140))
  expect(await open(later(180), later(141))).toEqual({ kind: 'reopened' })
  await submitAttempt(trainee, attemptId, 0, later(150))
  await change({ releaseAt: later(151) }, later(150))
  expect(await open(later(180), later(152))).toEqual({ kind: 'refused', code: 'reopenReleased' })
  expect((await getResult(trainee, attemptId, later(153)))?.page.released).not.toBeNull()
})

test('reopened ten times at once it is reopened once', async () => {
  const attemptId = await handedIn()
  const reopening = { attemptId, until: later(120), reason: '误点交卷' }
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => reopenAttempt(coordinator, cohortId, sittingId, reopening, later(21))),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.read.auditEntry.count({ where: { action: 'attempt.reopened' } })).toBe(1)
})

test('an extension is taken back while she has not begun; whoever is in keeps what she was told', async () => {
  const grant = { personId: trainee.personId, until: later(300), reason: '出差' }
  await extendOne(coordinator, cohortId, sittingId, grant, later(1))
  const [extension] = (await listRelief(coordinator, cohortId)).extensions
  const id = extension?.id ?? ''
  expect(await revokeSittingExtension(coordinator, cohortId, id, later(2))).toBe('revoked')
  expect(await revokeSittingExtension(coordinator, cohortId, id, later(3))).toBe('revoked')
  expect((await getOwnSitting(trainee, sittingId, later(4))).endsAt).toEqual(later(130))
  expect(await db.read.auditEntry.count({ where: { action: 'extension.revoked' } })).toBe(1)

  const attemptId = await begun(later(100))
  await extendOne(coordinator, cohortId, sittingId, grant, later(101))
  const [second] = (await listRelief(coordinator, cohortId)).extensions
  expect(await revokeSittingExtension(coordinator, cohortId, second?.id ?? '', later(102))).toBe('inRoom')
  expect((await rowOf(attemptId)).deadlineAt).toEqual(later(300))
})

test('to whoever runs another cohort there is nothing', async () => {
  const attemptId = await handedIn()
  const grant = { personId: trainee.personId, until: later(300), reason: '出差' }
  await extendOne(coordinator, cohortId, sittingId, grant, later(30))
  const [extension] = (await listRelief(coordinator, cohortId)).extensions
  const stranger = await createActor('coordinator')
  const otherCohort = await createCohort({ coordinator: stranger })
  const reopening = { attemptId, until: later(120), reason: '误点交卷' }
  for (const id of [cohortId, otherCohort]) {
    const acts = [
      () => changeSitting(stranger, id, sittingId, { ...plan, title: '别的' }, later(31)),
      () => reopenAttempt(stranger, id, sittingId, reopening, later(31)),
      () => revokeSittingExtension(stranger, id, extension?.id ?? '', later(31)),
    ]
    for (const act of acts) await expect(act()).rejects.toMatchObject(gone)
  }
  expect(await rowOf(attemptId)).toMatchObject({ status: 'submitted' })
})

const soon = async (at: Date) => soonFrom(await db.rows(soonRows(trainee.personId, at)), trainee, at)

test('today tells of what is open or opens within a week, in words, and of nothing that is over', async () => {
  expect(await soon(later(2))).toMatchObject([{ id: sittingId, to: `/sittings/${sittingId}`, label: '看说明' }])
  const extension = { personId: trainee.personId, until: later(300), reason: '住院' }
  await extendOne(coordinator, cohortId, sittingId, extension, later(3))
  expect(await soon(later(200))).toMatchObject([{ label: '进入考场' }])
  expect(await soon(later(301))).toEqual([])
  expect(await listOwnSittings(trainee, later(301))).toMatchObject([{ id: sittingId }])
})
