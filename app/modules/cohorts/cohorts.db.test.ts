import { expect, test } from 'vitest'
import { createTwoCohorts, createCohort as make } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import { db } from '~/platform/db.server.ts'
import {
  archiveCohort,
  cohortsOfPerson,
  createCohort,
  editCohort,
  getCohort,
  listCohorts,
  restoreCohort,
} from './cohorts.server.ts'
import { assignMentor, divideEvenly, withdrawMentor } from './mentorships.server.ts'
import { appoint, dismiss, listStaff } from './staff.server.ts'

useDatabase()

const form = { name: '第三期', startsOn: '2026-12-01', endsOn: '2027-03-31' }

test('a coordinator sees her cohorts, with how many have no mentor; an administrator all', async () => {
  const { coordinator, administrator, cohortId } = await createTwoCohorts()
  await db.write(async (tx) => {
    const { personId } = await tx.person
      .findFirstOrThrow({ where: { name: '路遥知' } })
      .then(({ id }) => ({ personId: id }))
    await tx.cohortMember.create({ data: { cohortId, personId, joinedAt: testNow } })
  })

  const listed = await listCohorts(coordinator)
  expect(listed).toMatchObject([{ id: cohortId, coordinators: ['沈若溪'], members: 2, mentors: 1, unmentored: 1 }])
  expect(await listCohorts(administrator)).toHaveLength(2)
})

test("somebody else's cohort is not found: to read, to change, to appoint in", async () => {
  const world = await createTwoCohorts()
  const { otherCoordinator: actor, cohortId, mentor, trainee } = world
  const acts = [
    () => getCohort(actor, cohortId),
    () => editCohort(actor, cohortId, form, testNow),
    () => listStaff(actor, cohortId, 'mentor'),
    () => appoint(actor, cohortId, 'mentor', [mentor.personId], testNow),
    () => dismiss(actor, cohortId, 'mentor', mentor.personId, testNow),
    () => assignMentor(actor, cohortId, [trainee.personId], mentor.personId, testNow),
    () => withdrawMentor(actor, cohortId, [trainee.personId], mentor.personId, testNow),
    () => divideEvenly(actor, cohortId, testNow),
    () => archiveCohort(actor, cohortId, testNow),
    () => listStaff(actor, cohortId, 'coordinator'),
    () => appoint(actor, cohortId, 'coordinator', [actor.personId], testNow),
  ]
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'notFound' })
})

test('a coordinator does not appoint coordinators, create cohorts or archive them, not even her own', async () => {
  const { coordinator, otherCoordinator, cohortId } = await createTwoCohorts()
  const acts = [
    () => createCohort(coordinator, form, testNow),
    () => archiveCohort(coordinator, cohortId, testNow),
    () => appoint(coordinator, cohortId, 'coordinator', [otherCoordinator.personId], testNow),
    () => dismiss(coordinator, cohortId, 'coordinator', coordinator.personId, testNow),
  ]
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'notFound' })
})

test('an administrator founds a cohort and appoints who runs it', async () => {
  const [admin, coordinator] = [
    await createPerson({ roles: ['administrator'] }),
    await createPerson({ roles: ['coordinator'], name: '沈若溪' }),
  ]

  const cohortId = await createCohort(admin, form, testNow)
  await appoint(admin, cohortId, 'coordinator', [coordinator.personId], testNow)

  expect(await getCohort(coordinator, cohortId)).toMatchObject({ ...form, coordinators: ['沈若溪'] })
  expect(await cohortsOfPerson(admin, coordinator.personId)).toEqual([
    { id: cohortId, name: '第三期', as: 'coordinator' },
  ])
  await dismiss(admin, cohortId, 'coordinator', coordinator.personId, testNow)
  await expect(getCohort(coordinator, cohortId)).rejects.toMatchObject({ code: 'notFound' })
})

test('only who has the role, and is not suspended, is given a post; asked twice she has it once', async () => {
  const { coordinator, cohortId } = await createTwoCohorts()
  const [mentor, trainee, suspended] = [
    await createPerson({ roles: ['mentor'] }),
    await createPerson(),
    await createPerson({ roles: ['mentor'], suspendedAt: testNow }),
  ]
  const add = (personId: string) => appoint(coordinator, cohortId, 'mentor', [personId], testNow)

  await add(mentor.personId)
  await add(mentor.personId)

  for (const { personId } of [trainee, suspended])
    await expect(add(personId)).rejects.toMatchObject({ code: 'notFound' })
  const { appointed, candidates } = await listStaff(coordinator, cohortId, 'mentor')
  expect(appointed.map(({ id }) => id)).toContain(mentor.personId)
  expect(appointed).toHaveLength(2)
  expect(candidates.map(({ id }) => id)).not.toContain(suspended.personId)
  expect(JSON.stringify(candidates)).not.toContain('username')
})

test('a dismissed mentor loses her trainees of this cohort and keeps those of another', async () => {
  const mentor = await createPerson({ roles: ['mentor'] })
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const [here, elsewhere] = [await createPerson(), await createPerson()]
  const cohortId = await make({ coordinators: [coordinator], mentored: [[here, mentor]] })
  await make({ mentored: [[elsewhere, mentor]] })

  await dismiss(coordinator, cohortId, 'mentor', mentor.personId, testNow)

  const left = await db.read.mentorship.findMany({ select: { traineeId: true } })
  expect(left).toEqual([{ traineeId: elsewhere.personId }])
})

test('several mentors for one trainee, given and taken one by one, each with its trace', async () => {
  const [first, second] = [await createPerson({ roles: ['mentor'] }), await createPerson({ roles: ['mentor'] })]
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const [trainee, other] = [await createPerson(), await createPerson()]
  const cohortId = await make({
    coordinators: [coordinator],
    mentors: [first, second],
    trainees: [trainee, other],
  })
  const both = [trainee.personId, other.personId]

  await assignMentor(coordinator, cohortId, both, first.personId, testNow)
  await assignMentor(coordinator, cohortId, both, first.personId, testNow)
  await assignMentor(coordinator, cohortId, [trainee.personId], second.personId, testNow)
  expect(await db.read.mentorship.count({ where: { traineeId: trainee.personId } })).toBe(2)

  await withdrawMentor(coordinator, cohortId, [trainee.personId], first.personId, testNow)
  expect(await db.read.mentorship.findMany({ select: { traineeId: true, mentorId: true } })).toHaveLength(2)
  const actions = await db.read.auditEntry.findMany({ where: { cohortId }, select: { action: true } })
  expect(actions.filter(({ action }) => action === 'cohort.mentor-assigned')).toHaveLength(3)
  expect(actions.filter(({ action }) => action === 'cohort.mentor-withdrawn')).toHaveLength(1)
})

test('only members get a mentor, and only a mentor of this cohort; one forged id refuses all', async () => {
  const world = await createTwoCohorts()
  const { coordinator, cohortId, mentor, trainee, otherMentor, otherTrainee } = world
  const assign = (traineeIds: string[], mentorId: string) =>
    assignMentor(coordinator, cohortId, traineeIds, mentorId, testNow)

  await expect(assign([trainee.personId, otherTrainee.personId], mentor.personId)).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(assign([trainee.personId], otherMentor.personId)).rejects.toMatchObject({ code: 'notFound' })
})

test('those without a mentor are divided evenly, the others stay where they are', async () => {
  const [first, second] = [await createPerson({ roles: ['mentor'] }), await createPerson({ roles: ['mentor'] })]
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const kept = await createPerson()
  const trainees = [await createPerson(), await createPerson(), await createPerson()]
  const cohortId = await make({ coordinators: [coordinator], mentored: [[kept, first]], mentors: [second], trainees })

  expect(await divideEvenly(coordinator, cohortId, testNow)).toBe(3)

  const { appointed } = await listStaff(coordinator, cohortId, 'mentor')
  expect(appointed.map(({ trainees }) => trainees)).toEqual([2, 2])
  expect(await divideEvenly(coordinator, cohortId, testNow)).toBe(0)
})

test('an archived cohort is changed by nobody until it is restored', async () => {
  const { administrator, coordinator, cohortId, mentor, trainee } = await createTwoCohorts()
  await archiveCohort(administrator, cohortId, testNow)

  expect(await getCohort(coordinator, cohortId)).toMatchObject({ isArchived: true })
  for (const actor of [administrator, coordinator]) {
    await expect(editCohort(actor, cohortId, form, testNow)).rejects.toMatchObject({ code: 'conflict' })
    await expect(assignMentor(actor, cohortId, [trainee.personId], mentor.personId, testNow)).rejects.toMatchObject({
      code: 'conflict',
    })
  }
  await expect(archiveCohort(administrator, cohortId, testNow)).rejects.toMatchObject({ code: 'notFound' })

  await restoreCohort(administrator, cohortId, testNow)
  await editCohort(coordinator, cohortId, form, testNow)
  expect(await getCohort(coordinator, cohortId)).toMatchObject({ ...form, isArchived: false })
})
