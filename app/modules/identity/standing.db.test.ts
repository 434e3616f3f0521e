import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, goodPassword, requestOf, testNow } from '#tests/support/people.ts'
import { db } from '~/platform/db.server.ts'
import { readSession } from './session.server.ts'
import { chooseRoles, renewCode, restorePerson, suspendPerson } from './standing.server.ts'

useDatabase()

const isIn = async (request: Request) => (await readSession(request, testNow, false)).actor !== null
const administrator = (over = {}) => createPerson({ roles: ['administrator'], password: goodPassword, ...over })

test('a change of roles ends her sessions; signed in again she is what she is now', async () => {
  const [admin, person] = [await administrator(), await createPerson({ roles: ['trainee'] })]
  const before = await requestOf(person)

  await chooseRoles(admin, person.personId, ['trainee', 'mentor'], testNow)

  expect(await isIn(before)).toBe(false)
  const { actor } = await readSession(await requestOf(person), testNow, false)
  expect(actor?.roles).toEqual(['trainee', 'mentor'])
  const trace = await db.read.auditEntry.findMany({ where: { objectId: person.personId } })
  expect(trace.map(({ action, reason }) => [action, reason])).toEqual([['person.role-granted', 'mentor']])
})

test('saving the roles she has changes nothing and puts nobody out', async () => {
  const [admin, person] = [await administrator(), await createPerson({ roles: ['mentor'] })]
  const request = await requestOf(person)

  await chooseRoles(admin, person.personId, ['mentor'], testNow)

  expect(await isIn(request)).toBe(true)
})

test('a suspended person is out at once and stays out; restored, all is as it was', async () => {
  const [admin, person] = [await administrator(), await createPerson({ password: goodPassword })]
  const request = await requestOf(person)

  await suspendPerson(admin, person.personId, testNow)
  expect(await isIn(request)).toBe(false)
  expect(await isIn(await requestOf(person))).toBe(false)

  await restorePerson(admin, person.personId, testNow)
  expect(await isIn(await requestOf(person))).toBe(true)
  const { passwordHash } = await db.read.person.findUniqueOrThrow({ where: { id: person.personId } })
  expect(passwordHash).not.toBeNull()
})

test('nobody shuts herself out', async () => {
  const [admin] = [await administrator(), await administrator()]
  const self = { kind: 'fault', fault: 'self' }

  expect(await suspendPerson(admin, admin.personId, testNow)).toEqual(self)
  expect(await chooseRoles(admin, admin.personId, ['mentor'], testNow)).toEqual(self)
})

test('one administrator who can sign in always remains', async () => {
  const last = await administrator()
  const [withoutPassword, suspended] = [
    await createPerson({ roles: ['administrator'] }),
    await administrator({ suspendedAt: testNow }),
  ]
  const refused = { kind: 'fault', fault: 'lastAdministrator' }

  expect(await suspendPerson(withoutPassword, last.personId, testNow)).toEqual(refused)
  expect(await chooseRoles(withoutPassword, last.personId, [], testNow)).toEqual(refused)
  expect(await suspendPerson(last, withoutPassword.personId, testNow)).toEqual({ kind: 'done' })
  expect(await chooseRoles(last, suspended.personId, [], testNow)).toEqual({ kind: 'done' })
})

test('two administrators who remove each other at the same moment: one stays', async () => {
  const [one, other] = [await administrator(), await administrator()]

  await Promise.allSettled([
    chooseRoles(one, other.personId, [], testNow),
    chooseRoles(other, one.personId, [], testNow),
  ])

  expect(await db.read.personRole.count({ where: { role: 'administrator' } })).toBe(1)
})

test('for anybody but an administrator there is nobody', async () => {
  const person = await createPerson()
  for (const role of ['trainee', 'mentor', 'coordinator'] as const) {
    const actor = await createPerson({ roles: [role] })
    await expect(suspendPerson(actor, person.personId, testNow)).rejects.toMatchObject({ code: 'notFound' })
    await expect(restorePerson(actor, person.personId, testNow)).rejects.toMatchObject({ code: 'notFound' })
    await expect(chooseRoles(actor, person.personId, ['administrator'], testNow)).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(renewCode(actor, person.personId, testNow)).rejects.toMatchObject({ code: 'notFound' })
  }
  expect(await db.read.personRole.count({ where: { role: 'administrator' } })).toBe(0)
})

test('a code for a lost password; not for oneself, and not for somebody who is suspended', async () => {
  const [admin, person] = [await administrator(), await createPerson({ password: goodPassword })]
  const suspended = await createPerson({ suspendedAt: testNow })

  expect(await renewCode(admin, person.personId, testNow)).toMatchObject({ personId: person.personId })
  for (const personId of [admin.personId, suspended.personId, 'nobody']) {
    await expect(renewCode(admin, personId, testNow)).rejects.toMatchObject({ code: 'notFound' })
  }
})
