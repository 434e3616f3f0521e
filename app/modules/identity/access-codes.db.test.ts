import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import {
  createPerson,
  fastPasswords,
  goodPassword,
  requestOf,
  requestWith,
  testNow,
  visitor,
} from '#tests/support/people.ts'
import { db } from '~/platform/db.server.ts'
import { issueCodes, redeemCode } from './access-codes.server.ts'
import type { Actor } from './actor.ts'
import { readSession } from './session.server.ts'
import { signIn } from './sign-in.server.ts'

useDatabase()

const after = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000)
const redeem = (code: string, password = goodPassword, now = testNow, from = visitor()) =>
  redeemCode(from, { code, password, isSharedComputer: false }, now, fastPasswords)
const enter = (username: string, password = goodPassword) =>
  signIn(visitor(), { username, password, isSharedComputer: false }, testNow, fastPasswords)

async function issueTo(person: Actor, now = testNow): Promise<string> {
  const actor = await createPerson({ roles: ['administrator'] })
  const [issued] = await db.write((tx) => issueCodes(tx, actor, [person.personId], now))
  return issued?.code ?? ''
}

test('a code and a password of her own let her in, and she signs in with it from then on', async () => {
  const person = await createPerson({ username: 'xueyuan1' })
  const code = await issueTo(person)

  const outcome = await redeem(code.toLowerCase().replace('-', ' '))

  expect(outcome).toMatchObject({ kind: 'signedIn', roles: ['trainee'] })
  const cookie = outcome.kind === 'signedIn' ? outcome.cookie : ''
  expect((await readSession(requestWith(cookie), testNow, false)).actor?.personId).toBe(person.personId)
  expect(await enter('xueyuan1')).toMatchObject({ kind: 'signedIn' })
})

test('the database holds no code that could be used', async () => {
  const code = await issueTo(await createPerson())

  const rows = JSON.stringify(await db.read.accessCode.findMany())

  expect(rows).not.toContain(code)
  expect(rows).not.toContain(code.replace('-', ''))
})

test('of a hundred who use one code at the same moment one gets in', async () => {
  const code = await issueTo(await createPerson())

  const outcomes = await Promise.all([...Array(100).keys()].map(() => redeem(code)))

  expect(outcomes.filter(({ kind }) => kind === 'signedIn')).toHaveLength(1)
  expect(await db.read.session.count()).toBe(1)
}, 60_000)

test('used, expired, replaced, invented and suspended: one answer', async () => {
  const used = await issueTo(await createPerson())
  await redeem(used)
  const expired = await issueTo(await createPerson(), after(-72))
  const someone = await createPerson()
  const replaced = await issueTo(someone)
  await issueTo(someone)
  const suspended = await issueTo(await createPerson({ suspendedAt: testNow }))

  for (const code of [used, expired, replaced, suspended, 'ABCD-2345', 'no code']) {
    expect(await redeem(code)).toEqual({ kind: 'codeInvalid' })
  }
})

test('it is good for 72 hours, to the millisecond', async () => {
  const code = await issueTo(await createPerson())

  expect(await redeem(code, goodPassword, after(72))).toEqual({ kind: 'codeInvalid' })
  expect(await redeem(code, goodPassword, new Date(after(72).getTime() - 1))).toMatchObject({ kind: 'signedIn' })
})

test('a new code ends the old password, all sessions and every earlier code', async () => {
  const person = await createPerson({ username: 'known', password: goodPassword })
  const request = await requestOf(person)

  await issueTo(person)

  expect((await readSession(request, testNow, false)).actor).toBeNull()
  expect(await enter('known')).toEqual({ kind: 'wrong' })
  expect(await db.read.auditEntry.count({ where: { action: 'person.code-issued', objectId: person.personId } })).toBe(1)
})

test('a guessable password is refused and the code is still good', async () => {
  const code = await issueTo(await createPerson({ name: '林小满', username: 'xm.lin' }))

  expect(await redeem(code, 'short')).toEqual({ kind: 'passwordFault', fault: 'passwordTooShort' })
  expect(await redeem(code, 'linxiaoman2026')).toEqual({ kind: 'passwordFault', fault: 'passwordGuessable' })
  expect(await redeem(code)).toMatchObject({ kind: 'signedIn' })
})

test('guessing codes is limited by address, and an account that was being guessed at is opened by its code', async () => {
  const person = await createPerson({ username: 'known', password: goodPassword })
  for (let at = 0; at < 5; at += 1) await enter('known', `wrong number ${at}`)
  const code = await issueTo(person)
  for (let at = 0; at < 100; at += 1) expect(await redeem('ABCD-2345')).toEqual({ kind: 'codeInvalid' })

  expect(await redeem('ABCD-2345')).toMatchObject({ kind: 'throttled' })
  expect(await redeem(code, goodPassword, testNow, visitor({ address: '198.51.100.1' }))).toMatchObject({
    kind: 'signedIn',
  })
  expect(await enter('known')).toMatchObject({ kind: 'signedIn' })
})
