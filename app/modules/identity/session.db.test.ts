import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, requestOf, requestWith, testNow } from '#tests/support/people.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import type { Role } from './actor.ts'
import { openSession, readSession } from './session.server.ts'

useDatabase()

const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)
const isIn = async (request: Request, now: Date) => (await readSession(request, now, false)).actor !== null

test('who is here: the person with her roles, read in one query', async () => {
  const person = await createPerson({ name: '林小满', roles: ['mentor', 'trainee'] })
  const request = await requestOf(person)

  const { result, statements } = await countQueries(() => readSession(request, testNow, false))

  expect(result.actor).toEqual({ ...person, roles: ['trainee', 'mentor'], sessionId: expect.any(String) })
  expect(result.setCookie).toBeNull()
  expect(statements).toHaveLength(1)
})

test('somebody without a role is somebody', async () => {
  const request = await requestOf(await createPerson({ roles: [] }))

  expect((await readSession(request, testNow, false)).actor?.roles).toEqual([])
})

test('the database holds nothing that opens a door', async () => {
  const person = await createPerson()
  const request = await requestOf(person)
  const clearId = request.headers.get('Cookie')?.split('=')[1] ?? ''

  const rows = await db.read.session.findMany()

  expect(clearId).toMatch(/^[a-z2-7]{40}$/)
  expect(JSON.stringify(rows)).not.toContain(clearId)
  expect(await isIn(new Request('http://x/', { headers: { Cookie: `sid=${rows[0]?.id}` } }), testNow)).toBe(false)
})

test.each([
  [['mentor'], 30],
  [['trainee'], 12 * 60],
] as [Role[], number][])('%j: idle for %i minutes is over, exactly', async (roles, limit) => {
  const request = await requestOf(await createPerson({ roles }))

  expect(await isIn(request, new Date(minutes(limit).getTime() - 1))).toBe(true)
  // That look was a use. Another session, left alone:
  const other = await requestOf(await createPerson({ roles }))
  expect(await isIn(other, minutes(limit))).toBe(false)
})

test('use keeps it alive, written down every five minutes at most, and never past the absolute end', async () => {
  const request = await requestOf(await createPerson({ roles: ['coordinator'] }))

  const quick = await countQueries(() => readSession(request, minutes(4), false))
  expect(quick.statements).toHaveLength(1)
  for (let at = 5; at < 12 * 60; at += 5) expect(await isIn(request, minutes(at))).toBe(true)
  expect(await isIn(request, minutes(12 * 60))).toBe(false)
})

test('a page that polls for news is not a person using it', async () => {
  const person = await createPerson({ roles: ['mentor'] })
  const poll = await requestOf(person, '/live?scope=trainees')

  for (let at = 0; at < 30; at += 1) expect(await isIn(poll, minutes(at))).toBe(true)
  expect(await isIn(poll, minutes(30))).toBe(false)
})

test('a suspended person is out with her next request, and her cookie is taken back', async () => {
  const person = await createPerson()
  const request = await requestOf(person)
  await db.write((tx) => tx.person.update({ where: { id: person.personId }, data: { suspendedAt: testNow } }))

  const { actor, setCookie } = await readSession(request, testNow, false)

  expect(actor).toBeNull()
  expect(setCookie).toContain('Max-Age=0')
})

test.each(['', 'sid=', 'sid=%E0%A4%A', 'sid=../../etc', `sid=${'a'.repeat(5_000)}`, 'other=1', '__Host-sid=aaaa'])(
  'the cookie %j is nobody, and asks the database nothing',
  async (cookie) => {
    const request = new Request('http://x/', { headers: { Cookie: cookie } })

    const { result, statements } = await countQueries(() => readSession(request, testNow, false))

    expect(result.actor).toBeNull()
    expect(statements).toEqual([])
  },
)

test('over https the cookie belongs to this host alone', async () => {
  const { personId, roles } = await createPerson({ roles: ['mentor'] })
  const session = { personId, roles, isSharedComputer: false, device: '' }

  const cookie = await openSession(session, testNow, true)

  expect(cookie).toMatch(/^__Host-sid=[a-z2-7]{40}; /)
  expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax', 'Secure'])
  expect((await readSession(requestWith(cookie), testNow, true)).actor?.personId).toBe(personId)
  expect((await readSession(requestWith(cookie), testNow, false)).actor).toBeNull()
})

test('at a shared computer the cookie goes with the browser, and the session with half an hour', async () => {
  const { personId, roles } = await createPerson()
  const cookie = await openSession({ personId, roles, isSharedComputer: true, device: '' }, testNow, false)

  expect(cookie).not.toContain('Max-Age')
  expect((await readSession(requestWith(cookie), testNow, false)).actor?.isSharedComputer).toBe(true)
  expect(await isIn(requestWith(cookie), minutes(30))).toBe(false)
})

test('a new session sweeps out those that are over', async () => {
  const first = await createPerson({ roles: ['mentor'] })
  await requestOf(first)

  await requestOf(await createPerson(), '/', minutes(31))

  expect(await db.read.session.count({ where: { personId: first.personId } })).toBe(0)
})
