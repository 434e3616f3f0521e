import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort } from '#tests/support/learners.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { mockBlueprint } from './blueprints.server.ts'
import { changeExtension, standingExtensions } from './extension-change.server.ts'
import { getOwnSitting } from './own-sittings.server.ts'
import { extendOne } from './sitting-acts.server.ts'
import { getRoom } from './sitting-room.server.ts'
import { startSitting } from './sitting-start.server.ts'
import { createSitting } from './sittings.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let coordinator: Actor
let trainee: Actor
let cohortId: string
let sittingId: string
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  coordinator = await createActor('coordinator', '沈若溪')
  trainee = await createActor('trainee', '林小满')
  cohortId = await createCohort({ coordinator, trainees: [trainee] })
  const planned = await createSitting(
    coordinator,
    cohortId,
    {
      ...{ title: '摸底考试', blueprintId: mockBlueprint('jz')?.id ?? '', minutes: 60, attempts: 1, forms: 1 },
      ...{ opensAt: later(10), closesAt: later(130), releaseAt: later(500) },
    },
    now,
  )
  if (planned.kind !== 'created') throw new Error(JSON.stringify(planned))
  sittingId = planned.sittingId
})

async function extended(until: Date, at: Date): Promise<string> {
  await extendOne(coordinator, cohortId, sittingId, { personId: trainee.personId, until, reason: '出差' }, at)
  const [latest] = await standingExtensions(sittingId, trainee.personId)
  return latest?.id ?? ''
}
const change = (extensionId: string, until: Date, at: Date, actor = coordinator, cohort = cohortId) =>
  changeExtension(actor, cohort, sittingId, { extensionId, until, reason: '提前回来' }, at)

test('an extension is shortened in one step: her end before and after is told, the old one stays on record', async () => {
  const id = await extended(later(300), later(1))

  expect(await change(id, later(200), later(2))).toEqual({
    ...{ kind: 'change', name: '林小满', before: later(300), after: later(200) },
  })

  expect(await getOwnSitting(trainee, sittingId, later(3))).toMatchObject({ endsAt: later(200) })
  const [standing, ...more] = await standingExtensions(sittingId, trainee.personId)
  expect(standing).toMatchObject({ until: later(200), reason: '提前回来' })
  expect(more).toEqual([])
  expect(await db.read.extension.findUnique({ where: { id } })).toMatchObject({
    ...{ until: later(300), reason: '出差', revokedAt: later(2), revokedBy: coordinator.personId },
  })
  expect(await db.read.auditEntry.findMany({ where: { action: 'extension.changed' } })).toMatchObject([
    {
      ...{ actorId: coordinator.personId, objectId: id, cohortId },
      reason: `${later(300).toISOString()} → ${later(200).toISOString()}: 提前回来`,
    },
  ])
})

test('what is refused changes nothing; what was changed meanwhile is a conflict', async () => {
  const id = await extended(later(300), later(1))
  expect(await change(id, later(150), later(160))).toEqual({ kind: 'refused', code: 'extensionPast' })
  expect(await change(id, later(130), later(2))).toEqual({ kind: 'refused', code: 'extensionWithin' })
  expect(await standingExtensions(sittingId, trainee.personId)).toMatchObject([{ id, until: later(300) }])
  expect(await db.read.auditEntry.count({ where: { action: 'extension.changed' } })).toBe(0)

  const both = await Promise.allSettled([change(id, later(200), later(3)), change(id, later(250), later(3))])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await standingExtensions(sittingId, trainee.personId)).toHaveLength(1)
})

test('whoever is in the room keeps what she was told; a later end is hers at once', async () => {
  const started = await startSitting(trainee, sittingId, later(100))
  const attemptId = started.kind === 'opened' ? started.attemptId : ''
  const id = await extended(later(300), later(101))

  expect(await change(id, later(200), later(102))).toEqual({ kind: 'refused', code: 'extensionInRoom' })
  expect(await change(id, later(310), later(103))).toMatchObject({ before: later(300), after: later(310) })

  const { people } = await getRoom(coordinator, cohortId, sittingId, later(104))
  expect(people).toMatchObject([{ endsAt: later(310), isExtended: true }])
  const row = await db.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })
  expect(row).toMatchObject({ deadlineAt: later(310), boundaryAt: new Date(later(310).getTime() + row.graceMs) })
})

test('an extension of another exam or another cohort is not found', async () => {
  const id = await extended(later(300), later(1))
  const stranger = await createActor('coordinator')
  const otherCohort = await createCohort({ coordinator: stranger })
  const gone = { code: 'notFound' }
  await expect(change(id, later(200), later(2), stranger)).rejects.toMatchObject(gone)
  await expect(change(id, later(200), later(2), stranger, otherCohort)).rejects.toMatchObject(gone)
  await expect(change('no-such-extension', later(200), later(2))).rejects.toMatchObject(gone)
  expect(await standingExtensions(sittingId, trainee.personId)).toMatchObject([{ id, until: later(300) }])
})
