import { expect, test } from 'vitest'
import { createCohort, createTwoCohorts } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createOrganisation, createPerson, requestOf, testNow } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { readSession } from '~/modules/identity/session.server.ts'
import { db } from '~/platform/db.server.ts'
import {
  createMember,
  importMembers,
  issueMemberCodes,
  listMembers,
  previewMembers,
  readmitMembers,
  removeMembers,
} from './roster.server.ts'

useDatabase()

const everybody = { search: '', mentorId: null }
const list = { text: '林小满,13912345678,青檐社区\n周予安,zhouya,青檐社区', defaultOrganisationId: null }

async function ownCohort() {
  const coordinator = await createPerson({ roles: ['coordinator'] })
  await createOrganisation({ kind: 'community', name: '青檐社区' })
  return { coordinator, cohortId: await createCohort({ coordinators: [coordinator] }) }
}
async function namesIn(actor: Actor, cohortId: string, query = {}) {
  const members = await listMembers(actor, cohortId, { ...everybody, ...query }, testNow)
  return members.map(({ name }) => name)
}

test('a list becomes members with codes; the same list again changes nothing', async () => {
  const { coordinator, cohortId } = await ownCohort()

  const first = await importMembers(coordinator, cohortId, list, testNow)
  const again = await importMembers(coordinator, cohortId, list, testNow)

  expect(first).toMatchObject({ joined: 2, known: [], faults: 0 })
  expect(first.created).toHaveLength(2)
  expect(again).toMatchObject({ joined: 0, created: [] })
  const members = await listMembers(coordinator, cohortId, everybody, testNow)
  expect(members).toMatchObject([
    { name: '林小满', username: 'p13912345678', phone: '13912345678', access: 'code', organisation: '青檐社区' },
    { name: '周予安', username: 'zhouya', access: 'code' },
  ])
  const roles = await db.read.personRole.findMany({ where: { person: { username: 'zhouya' } } })
  expect(roles.map(({ role }) => role)).toEqual(['trainee'])
})

test('whoever is here already joins without a second account, and comes back where she had left', async () => {
  const { coordinator, cohortId } = await ownCohort()
  const { personId } = await createPerson({ name: '周予安', username: 'zhouya' })

  expect(await importMembers(coordinator, cohortId, list, testNow)).toMatchObject({ joined: 2, known: [personId] })
  await removeMembers(coordinator, cohortId, [personId], testNow)
  expect(await namesIn(coordinator, cohortId)).toEqual(['林小满'])
  expect(await importMembers(coordinator, cohortId, list, testNow)).toMatchObject({ joined: 1 })
  expect(await namesIn(coordinator, cohortId)).toEqual(['林小满', '周予安'])
})

test('who leaves keeps her row and loses her mentors here; a mistake is undone', async () => {
  const world = await createTwoCohorts()
  const { coordinator, cohortId, trainee } = world

  await removeMembers(coordinator, cohortId, [trainee.personId], testNow)
  expect(await namesIn(coordinator, cohortId)).toEqual([])
  expect(await db.read.mentorship.count({ where: { cohortId } })).toBe(0)
  expect(await db.read.cohortMember.count({ where: { cohortId } })).toBe(1)

  await readmitMembers(coordinator, cohortId, [trainee.personId], testNow)
  expect(await namesIn(coordinator, cohortId)).toEqual(['林小满'])
})

test('found by sound, by mentor, and those who have none', async () => {
  const { coordinator, cohortId, mentor } = await createTwoCohorts()
  const lonely = await createPerson({ name: '周予安' })
  await db.write((tx) => tx.cohortMember.create({ data: { cohortId, personId: lonely.personId, joinedAt: testNow } }))

  expect(await namesIn(coordinator, cohortId, { search: 'lxm' })).toEqual(['林小满'])
  expect(await namesIn(coordinator, cohortId, { mentorId: mentor.personId })).toEqual(['林小满'])
  expect(await namesIn(coordinator, cohortId, { mentorId: 'none' })).toEqual(['周予安'])
})

test("another cohort's roster is empty to read and not found to change", async () => {
  const { otherCoordinator: actor, cohortId, trainee } = await createTwoCohorts()
  const [id] = [trainee.personId]
  const person = { name: '林小满', username: 'fresh', phone: null, organisationId: trainee.organisationId }
  const acts = [
    () => createMember(actor, cohortId, person, testNow),
    () => previewMembers(actor, cohortId, list),
    () => importMembers(actor, cohortId, list, testNow),
    () => removeMembers(actor, cohortId, [id], testNow),
    () => readmitMembers(actor, cohortId, [id], testNow),
    () => issueMemberCodes(actor, cohortId, [id], testNow),
  ]

  expect(await namesIn(actor, cohortId)).toEqual([])
  for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'notFound' })
})

test('somebody who is no member gets no code and is not removed or readmitted', async () => {
  const { coordinator, cohortId, otherTrainee } = await createTwoCohorts()
  for (const act of [removeMembers, readmitMembers, issueMemberCodes]) {
    await expect(act(coordinator, cohortId, [otherTrainee.personId], testNow)).rejects.toMatchObject({
      code: 'notFound',
    })
  }
})

test('a new code ends her sessions', async () => {
  const { coordinator, cohortId, trainee } = await createTwoCohorts()
  const request = await requestOf(trainee)

  const [issued] = await issueMemberCodes(coordinator, cohortId, [trainee.personId], testNow)

  expect(issued).toMatchObject({ personId: trainee.personId, name: '林小满' })
  expect((await readSession(request, testNow, false)).actor).toBeNull()
})

/* A code opens an account. Whoever could be pulled into a cohort and given one there would be taken over with all she may do. */
test('a coordinator gives no code to people over whom others decide, too', async () => {
  const { coordinator, otherCoordinator, cohortId, administrator } = await createTwoCohorts()
  const mentorElsewhere = await createPerson({ roles: ['trainee', 'mentor'] })
  const traineeElsewhere = await createPerson()
  const suspended = await createPerson({ suspendedAt: testNow })
  const plain = await createPerson()
  await createCohort({ mentors: [mentorElsewhere], trainees: [traineeElsewhere] })
  const all = [administrator, otherCoordinator, mentorElsewhere, traineeElsewhere, suspended, plain, coordinator]
  await db.write(async (tx) => {
    for (const { personId } of all) await tx.cohortMember.create({ data: { cohortId, personId, joinedAt: testNow } })
  })
  const ids = all.map(({ personId }) => personId)

  const codes = await issueMemberCodes(coordinator, cohortId, ids, testNow)

  expect(codes.map(({ personId }) => personId)).toEqual([plain.personId])
  const byAdministrator = await issueMemberCodes(administrator, cohortId, ids, testNow)
  expect(byAdministrator.map(({ personId }) => personId)).not.toContain(administrator.personId)
  expect(byAdministrator).toHaveLength(5)
})
