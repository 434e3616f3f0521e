import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, createOrganisation as make, testNow } from '#tests/support/people.ts'
import {
  archiveOrganisation,
  createOrganisation,
  listOrganisations,
  moveOrganisation,
  organisationsBelow,
  renameOrganisation,
  restoreOrganisation,
} from './organisations.server.ts'

useDatabase()

async function world() {
  const street = await make({ kind: 'street', name: '乔头堡街道' })
  const qingyan = await make({ kind: 'community', name: '青檐社区', parentId: street })
  const heqiao = await make({ kind: 'community', name: '禾桥社区', parentId: street })
  const station = await make({ kind: 'agency', name: '心原服务站', parentId: qingyan })
  const admin = await createPerson({ roles: ['administrator'], organisationId: station })
  return { street, qingyan, heqiao, station, admin }
}

test('the tree, with how many people are in each and below', async () => {
  const { admin, station } = await world()
  await createPerson({ organisationId: station, suspendedAt: testNow })

  const listed = await listOrganisations(admin)

  expect(listed.map((one) => [one.name, one.depth, one.people, one.peopleBelow])).toEqual([
    ['乔头堡街道', 0, 0, 1],
    ['禾桥社区', 1, 0, 0],
    ['青檐社区', 1, 0, 1],
    ['心原服务站', 2, 1, 1],
  ])
})

test('a new one stands where its kind may stand, under a name that is free there', async () => {
  const { admin, street, station } = await world()
  const create = (over: object) =>
    createOrganisation(admin, { name: '云河社区', kind: 'community', parentId: street, ...over }, testNow)

  expect(await create({})).toMatchObject({ kind: 'done' })
  expect(await create({})).toEqual({ kind: 'fault', field: 'name', code: 'nameTaken' })
  expect(await create({ name: '白果社区', parentId: station })).toMatchObject({ code: 'kind' })
  expect(await create({ name: '白果社区', parentId: 'nowhere' })).toMatchObject({ code: 'kind' })
})

test('moving: with all below, never below itself', async () => {
  const { admin, street, qingyan, heqiao, station } = await world()

  expect(await moveOrganisation(admin, station, heqiao, testNow)).toMatchObject({ kind: 'done' })
  expect(await organisationsBelow(heqiao)).toEqual([heqiao, station])
  expect(await organisationsBelow(qingyan)).toEqual([qingyan])
  expect(await moveOrganisation(admin, street, station, testNow)).toMatchObject({ code: 'cycle' })
})

test('two moves that would make a circle together: one is refused', async () => {
  const admin = await createPerson({ roles: ['administrator'] })
  const [one, other] = [await make({ name: '甲' }), await make({ name: '乙' })]

  const outcomes = await Promise.all([
    moveOrganisation(admin, one, other, testNow),
    moveOrganisation(admin, other, one, testNow),
  ])

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'fault'])
})

test('only what is empty is archived, and comes back where it stood, or at the top when that is gone', async () => {
  const { admin, street, qingyan, heqiao, station } = await world()

  expect(await archiveOrganisation(admin, station, testNow)).toBe(false)
  expect(await archiveOrganisation(admin, qingyan, testNow)).toBe(false)
  expect(await archiveOrganisation(admin, heqiao, testNow)).toBe(true)
  expect((await listOrganisations(admin)).map(({ id }) => id)).not.toContain(heqiao)

  await restoreOrganisation(admin, heqiao, testNow)
  expect(await organisationsBelow(street)).toContain(heqiao)
})

test('renaming, and what is not there', async () => {
  const { admin, qingyan } = await world()

  expect(await renameOrganisation(admin, qingyan, '禾桥社区', testNow)).toMatchObject({ code: 'nameTaken' })
  expect(await renameOrganisation(admin, qingyan, '青檐新村社区', testNow)).toMatchObject({ kind: 'done' })
  await expect(renameOrganisation(admin, 'nowhere', '某社区', testNow)).rejects.toMatchObject({ code: 'notFound' })
})

test('a coordinator may look, and changes nothing; others find nothing', async () => {
  const { qingyan, heqiao } = await world()
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const mentor = await createPerson({ roles: ['mentor'] })

  expect((await listOrganisations(coordinator)).length).toBeGreaterThan(3)
  await expect(listOrganisations(mentor)).rejects.toMatchObject({ code: 'notFound' })
  for (const actor of [coordinator, mentor]) {
    await expect(renameOrganisation(actor, qingyan, '某社区', testNow)).rejects.toMatchObject({ code: 'notFound' })
    await expect(moveOrganisation(actor, qingyan, null, testNow)).rejects.toMatchObject({ code: 'notFound' })
    await expect(archiveOrganisation(actor, heqiao, testNow)).rejects.toMatchObject({ code: 'notFound' })
  }
})
