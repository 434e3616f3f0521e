import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, fastPasswords, goodPassword, requestWith, testNow, visitor } from '#tests/support/people.ts'
import { db } from '~/platform/db.server.ts'
import type { Actor } from './actor.ts'
import { passwordsWith } from './password-hash.server.ts'
import { changePassword } from './profile.server.ts'
import { readSession } from './session.server.ts'
import { endOtherSessions, endSession, listSessions } from './sessions.server.ts'
import { signIn, signOut } from './sign-in.server.ts'

useDatabase()

const after = (seconds: number) => new Date(testNow.getTime() + seconds * 1_000)

function enter(username: string, password = goodPassword, now = testNow, from = visitor()) {
  return signIn(from, { username, password, isSharedComputer: false }, now, fastPasswords)
}

/** So many at the same moment, one burst after the other. */
async function inBursts<T>(count: number, size: number, work: (at: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let first = 0; first < count; first += size) {
    results.push(...(await Promise.all([...Array(size).keys()].map((at) => work(first + at)))))
  }
  return results
}

/** Signs in and returns who she is in that session, and its request. */
async function actorOf(username: string, now = testNow): Promise<{ actor: Actor; request: Request }> {
  const outcome = await enter(username, goodPassword, now)
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
  const request = requestWith(outcome.cookie)
  const { actor } = await readSession(request, now, false)
  if (!actor) throw new Error('no session')
  return { actor, request }
}

test.each(['xueyuan1', ' XueYuan1 ', '13912345678', '139 1234 5678', '+86 13912345678', '１３９１２３４５６７８'])(
  'she signs in as %j',
  async (typed) => {
    const person = await createPerson({ username: 'xueyuan1', phone: '13912345678', password: goodPassword })

    const outcome = await enter(typed)

    expect(outcome).toMatchObject({ kind: 'signedIn', roles: ['trainee'] })
    expect(await db.read.session.count({ where: { personId: person.personId } })).toBe(1)
  },
)

test('nobody, a wrong password, no password yet and a suspended person get the same answer', async () => {
  await createPerson({ username: 'known', password: goodPassword })
  await createPerson({ username: 'fresh' })
  await createPerson({ username: 'gone', password: goodPassword, suspendedAt: testNow })

  for (const [username, password] of [
    ['nobody', goodPassword],
    ['', goodPassword],
    ['known', 'something else entirely'],
    ['fresh', ''],
    ['fresh', goodPassword],
    ['gone', goodPassword],
  ] as const) {
    expect(await enter(username, password)).toEqual({ kind: 'wrong' })
  }
})

test('nobody and a wrong password take the same steps: the same queries, one comparison each', async () => {
  await createPerson({ username: 'known', password: goodPassword })
  const compared: (string | null)[] = []
  const counting = {
    ...fastPasswords,
    verify: (stored: string | null, password: string) => {
      compared.push(stored)
      return fastPasswords.verify(stored, password)
    },
  }
  const tryAs = (username: string) =>
    signIn(visitor(), { username, password: 'wrong wrong wrong', isSharedComputer: false }, testNow, counting)

  await tryAs('known')
  await tryAs('nobody')

  expect(compared).toHaveLength(2)
  expect(await db.read.auditEntry.findMany({ select: { action: true, outcome: true } })).toEqual([
    { action: 'person.password-wrong', outcome: 'refused' },
    { action: 'person.password-wrong', outcome: 'refused' },
  ])
})

test('a thousand guesses at one account in fifteen minutes, through both of its names: ten are verified', async () => {
  await createPerson({ username: 'known', phone: '13912345678', password: goodPassword })
  let verified = 0
  const counting = {
    ...fastPasswords,
    verify: async () => {
      verified += 1
      return false
    },
  }
  const guess = (at: number) =>
    signIn(
      visitor({ address: `203.0.113.${at % 250}` }),
      { username: at % 2 ? 'known' : '13912345678', password: `guess number ${at}`, isSharedComputer: false },
      after(Math.floor(at / 100) * 90),
      counting,
    )

  await inBursts(1_000, 100, guess)

  expect(verified).toBeGreaterThan(4)
  expect(verified).toBeLessThanOrEqual(10)
}, 60_000)

test('the account waits as long as the answer says, and then opens', async () => {
  await createPerson({ username: 'known', password: goodPassword })
  for (let at = 0; at < 5; at += 1) expect(await enter('known', `wrong number ${at}`)).toEqual({ kind: 'wrong' })

  expect(await enter('known')).toEqual({ kind: 'throttled', retryAfterSeconds: 1 })
  expect(await enter('known', goodPassword, after(1))).toMatchObject({ kind: 'signedIn' })
  // All is forgiven:
  for (let at = 0; at < 5; at += 1)
    expect(await enter('known', `wrong number ${at}`, after(2))).toEqual({ kind: 'wrong' })
})

test('a thousand accounts from one address, one guess each: at most 300 are verified', async () => {
  let verified = 0
  const counting = {
    ...fastPasswords,
    verify: async () => {
      verified += 1
      return false
    },
  }
  const outcomes = await inBursts(1_000, 200, (at) =>
    signIn(visitor(), { username: `person${at}`, password: goodPassword, isSharedComputer: false }, testNow, counting),
  )

  expect(verified).toBeLessThanOrEqual(300)
  expect(outcomes.filter(({ kind }) => kind === 'throttled').length).toBe(1_000 - verified)
}, 60_000)

test('300 people behind one address sign in within a minute, 300 of 300', async () => {
  const hash = await fastPasswords.hash(goodPassword)
  const first = await createPerson({ username: 'person0' })
  await db.write(async (tx) => {
    await tx.person.createMany({
      data: [...Array(300).keys()].slice(1).map((at) => ({
        id: `person${at}`,
        username: `person${at}`,
        name: '林小满',
        sortKey: 'lin',
        searchText: 'lin',
        organisationId: first.organisationId,
        locale: 'zh-CN',
        theme: 'system',
        largePrint: false,
        createdAt: testNow,
      })),
    })
    await tx.person.updateMany({ data: { passwordHash: hash } })
  })

  const outcomes = await Promise.all(
    [...Array(300).keys()].map((at) => enter(`person${at}`, goodPassword, after(at / 5))),
  )

  expect(outcomes.filter(({ kind }) => kind === 'signedIn')).toHaveLength(300)
}, 60_000)

test('a new session for every sign-in; the one that this browser had is dead', async () => {
  await createPerson({ username: 'known', password: goodPassword })
  const first = await actorOf('known')

  const outcome = await enter('known', goodPassword, testNow, visitor({ formerSessionId: first.actor.sessionId }))

  expect(outcome.kind).toBe('signedIn')
  expect((await readSession(first.request, testNow, false)).actor).toBeNull()
})

test('a hash of an older cost is made anew when she signs in', async () => {
  const person = await createPerson({ username: 'known', password: goodPassword })
  const stronger = passwordsWith({ memoryCost: 16, timeCost: 1, parallelism: 1 })

  await signIn(visitor(), { username: 'known', password: goodPassword, isSharedComputer: false }, testNow, stronger)

  const { passwordHash } = await db.read.person.findUniqueOrThrow({ where: { id: person.personId } })
  expect(passwordHash).toContain('m=16')
  expect(await enter('known')).toMatchObject({ kind: 'signedIn' })
})

test('signing out ends the session at once', async () => {
  await createPerson({ username: 'known', password: goodPassword })
  const { actor, request } = await actorOf('known')

  await signOut(actor, testNow)

  expect((await readSession(request, testNow, false)).actor).toBeNull()
})

test('she sees where she is signed in, this browser first, and ends what she does not know', async () => {
  await createPerson({ username: 'known', password: goodPassword })
  await createPerson({ username: 'other', password: goodPassword })
  const [phone, desk, stranger] = [await actorOf('known'), await actorOf('known', after(60)), await actorOf('other')]

  const listed = await listSessions(phone.actor, after(60))
  expect(listed.map(({ id, isThisOne }) => [id, isThisOne])).toEqual([
    [phone.actor.sessionId, true],
    [desk.actor.sessionId, false],
  ])

  await endSession(phone.actor, desk.actor.sessionId, after(60))
  expect((await readSession(desk.request, after(60), false)).actor).toBeNull()
  await expect(endSession(phone.actor, stranger.actor.sessionId, after(60))).rejects.toMatchObject({ code: 'notFound' })
  expect((await readSession(stranger.request, after(60), false)).actor).not.toBeNull()
})

test('all others, in one act', async () => {
  await createPerson({ username: 'known', password: goodPassword })
  const [here, there, elsewhere] = [await actorOf('known'), await actorOf('known'), await actorOf('known')]

  expect(await endOtherSessions(here.actor, testNow)).toBe(2)
  expect((await readSession(here.request, testNow, false)).actor).not.toBeNull()
  for (const { request } of [there, elsewhere]) expect((await readSession(request, testNow, false)).actor).toBeNull()
})

const next = 'lantern-otter-gravel-spoon'

test('a new password ends every other session and gives this browser a new one', async () => {
  await createPerson({ username: 'known', password: goodPassword })
  const [here, there] = [await actorOf('known'), await actorOf('known')]

  const outcome = await changePassword(here.actor, visitor(), { current: goodPassword, next }, testNow, fastPasswords)

  expect(outcome.kind).toBe('changed')
  for (const { request } of [here, there]) expect((await readSession(request, testNow, false)).actor).toBeNull()
  const cookie = outcome.kind === 'changed' ? outcome.cookie : ''
  expect((await readSession(requestWith(cookie), testNow, false)).actor?.personId).toBe(here.actor.personId)
  expect(await enter('known')).toEqual({ kind: 'wrong' })
  expect(await enter('known', next)).toMatchObject({ kind: 'signedIn' })
})

test('the current password is guessed at no faster than at sign-in', async () => {
  await createPerson({ username: 'known', password: goodPassword })
  const { actor } = await actorOf('known')
  const change = (current: string) => changePassword(actor, visitor(), { current, next }, testNow, fastPasswords)

  for (let at = 0; at < 5; at += 1) expect(await change(`wrong number ${at}`)).toEqual({ kind: 'wrong' })

  expect(await change(goodPassword)).toEqual({ kind: 'throttled', retryAfterSeconds: 1 })
  expect(await enter('known')).toEqual({ kind: 'throttled', retryAfterSeconds: 1 })
})

test('a guessable new password is refused, and the old one stands', async () => {
  await createPerson({ username: 'xiaoman.lin', name: '林小满', password: goodPassword })
  const { actor } = await actorOf('xiaoman.lin')
  const change = (next: string) =>
    changePassword(actor, visitor(), { current: goodPassword, next }, testNow, fastPasswords)

  expect(await change('linxiaoman2026')).toEqual({ kind: 'passwordFault', fault: 'passwordGuessable' })
  expect(await change('short')).toEqual({ kind: 'passwordFault', fault: 'passwordTooShort' })
  expect(await enter('xiaoman.lin')).toMatchObject({ kind: 'signedIn' })
})
