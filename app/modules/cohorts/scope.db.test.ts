import { expect, test } from 'vitest'
import { createCohort, createTwoCohorts } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import {
  cohortsOf,
  menteesOf,
  mentors,
  requireOpenCohort,
  requireTrainee,
  runsCohort,
  seesTrainee,
  traineesOf,
} from './scope.server.ts'

useDatabase()

type Named = { readonly id: string }
const ids = (rows: readonly Named[]) => rows.map(({ id }) => id).sort()

/** By Prisma and by SQL, which must agree. */
async function cohortsRunBy(actor: Actor): Promise<readonly string[]> {
  const found = ids(await db.read.cohort.findMany({ where: cohortsOf(actor), select: { id: true } }))
  const raw = await db.read.$queryRaw<Named[]>`
    SELECT c."id" FROM "Cohort" c WHERE ${runsCohort(actor, Prisma.sql`c."id"`)}`
  expect(ids(raw)).toEqual(found)
  return found
}

async function traineesSeenBy(actor: Actor): Promise<readonly string[]> {
  const found = ids(await db.read.person.findMany({ where: traineesOf(actor), select: { id: true } }))
  const raw = await db.read.$queryRaw<Named[]>`
    SELECT p."id" FROM "Person" p WHERE ${seesTrainee(actor, Prisma.sql`p."id"`)}`
  expect(ids(raw)).toEqual(found)
  return found
}

async function traineesMentoredBy(actor: Actor): Promise<readonly string[]> {
  const found = ids(await db.read.person.findMany({ where: menteesOf(actor), select: { id: true } }))
  const raw = await db.read.$queryRaw<Named[]>`
    SELECT p."id" FROM "Person" p WHERE ${mentors(actor, Prisma.sql`p."id"`)}`
  expect(ids(raw)).toEqual(found)
  return found
}

test('a coordinator runs her own cohorts, an administrator all, nobody else any', async () => {
  const world = await createTwoCohorts()

  expect(await cohortsRunBy(world.coordinator)).toEqual([world.cohortId])
  expect(await cohortsRunBy(world.administrator)).toEqual([world.cohortId, world.otherCohortId].sort())
  for (const actor of [world.mentor, world.trainee]) expect(await cohortsRunBy(actor)).toEqual([])
})

test('each sees her own trainees, and the other cohort nothing of them', async () => {
  const world = await createTwoCohorts()
  const { trainee, otherTrainee } = world

  for (const actor of [world.coordinator, world.mentor]) {
    expect(await traineesSeenBy(actor)).toEqual([trainee.personId])
  }
  for (const actor of [world.otherCoordinator, world.otherMentor]) {
    expect(await traineesSeenBy(actor)).toEqual([otherTrainee.personId])
  }
  expect(await traineesSeenBy(world.administrator)).toEqual([trainee.personId, otherTrainee.personId].sort())
  for (const actor of [trainee, otherTrainee]) expect(await traineesSeenBy(actor)).toEqual([])
})

test("a mentor sees those she mentors, not her cohort's other trainees", async () => {
  const [mentor, colleague] = [await createPerson({ roles: ['mentor'] }), await createPerson({ roles: ['mentor'] })]
  const [hers, others, nobodys] = [await createPerson(), await createPerson(), await createPerson()]
  await createCohort({
    mentored: [
      [hers, mentor, colleague],
      [others, colleague],
    ],
    trainees: [nobodys],
  })

  expect(await traineesMentoredBy(mentor)).toEqual([hers.personId])
  expect(await traineesSeenBy(mentor)).toEqual([hers.personId])
  expect(await traineesMentoredBy(colleague)).toEqual([hers.personId, others.personId].sort())
})

test('a role without the post gives nothing, and a post without the role neither', async () => {
  const world = await createTwoCohorts()
  const idle = await createPerson({ roles: ['mentor', 'coordinator'] })
  const [demotedMentor, demotedCoordinator] = [
    { ...world.mentor, roles: ['trainee'] as const },
    { ...world.coordinator, roles: ['mentor'] as const },
  ]

  for (const actor of [idle, demotedMentor, demotedCoordinator]) {
    expect(await cohortsRunBy(actor)).toEqual([])
    expect(await traineesSeenBy(actor)).toEqual([])
  }
})

test('who has left the cohort is no longer seen from it', async () => {
  const world = await createTwoCohorts()
  await db.write((tx) =>
    tx.cohortMember.updateMany({ where: { personId: world.trainee.personId }, data: { leftAt: testNow } }),
  )

  for (const actor of [world.coordinator, world.mentor]) expect(await traineesSeenBy(actor)).toEqual([])
})

test('an archived cohort stays readable to its coordinator, not to its mentors, and is changed by nobody', async () => {
  const world = await createTwoCohorts()
  await db.write((tx) => tx.cohort.update({ where: { id: world.cohortId }, data: { archivedAt: testNow } }))

  expect(await cohortsRunBy(world.coordinator)).toEqual([world.cohortId])
  expect(await traineesSeenBy(world.coordinator)).toEqual([world.trainee.personId])
  expect(await traineesSeenBy(world.mentor)).toEqual([])
  const change = db.write((tx) => requireOpenCohort(tx, world.coordinator, world.cohortId))
  await expect(change).rejects.toMatchObject({ code: 'conflict' })
})

test("somebody else's cohort or trainee, and none at all, are not found alike", async () => {
  const world = await createTwoCohorts()
  const open = (cohortId: string) => db.write((tx) => requireOpenCohort(tx, world.otherCoordinator, cohortId))

  await expect(open(world.cohortId)).rejects.toMatchObject({ code: 'notFound' })
  await expect(open('nothing')).rejects.toMatchObject({ code: 'notFound' })
  await expect(requireTrainee(world.otherMentor, world.trainee.personId)).rejects.toMatchObject({ code: 'notFound' })
  await expect(requireTrainee(world.otherMentor, 'nobody')).rejects.toMatchObject({ code: 'notFound' })
  await expect(requireTrainee(world.mentor, world.trainee.personId)).resolves.toBeUndefined()
  await expect(open(world.otherCohortId)).resolves.toBeUndefined()
})

test('two cohorts of one coordinator are both hers', async () => {
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const [first, second] = [
    await createCohort({ coordinators: [coordinator] }),
    await createCohort({ coordinators: [coordinator] }),
  ]

  expect(await cohortsRunBy(coordinator)).toEqual([first, second].sort())
})
