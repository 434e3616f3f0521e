import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { fastPasswords, goodPassword, testNow, visitor } from '#tests/support/people.ts'
import { db } from '~/platform/db.server.ts'
import { ensureSetupLink, requireSetupLink, setUpSite } from './setup.server.ts'

useDatabase()

const first = {
  organisation: '乔头堡社会组织服务中心',
  kind: 'agency',
  name: '顾闻笙',
  username: 'admin',
  phone: null,
  password: goodPassword,
} as const
const setUp = (token: string, over: Partial<typeof first> = {}) =>
  setUpSite(visitor(), token, { ...first, ...over }, testNow, fastPasswords)

test('the link makes the centre and its administrator, who is signed in', async () => {
  const token = (await ensureSetupLink(testNow)) ?? ''

  await expect(setUp(token)).resolves.toMatchObject({ kind: 'signedIn', roles: ['administrator'] })

  const person = await db.read.person.findFirstOrThrow({ include: { organisation: true, roles: true } })
  expect(person).toMatchObject({ username: 'admin', organisation: { name: first.organisation, kind: 'agency' } })
  expect(person.roles.map(({ role }) => role)).toEqual(['administrator'])
  expect(await ensureSetupLink(testNow)).toBeNull()
})

test('it works once, also for twenty at the same moment', async () => {
  const token = (await ensureSetupLink(testNow)) ?? ''

  const outcomes = await Promise.allSettled([...Array(20).keys()].map(() => setUp(token)))

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(requireSetupLink(token)).rejects.toMatchObject({ code: 'gone' })
  expect(await db.read.person.count()).toBe(1)
})

test('every start makes a new link, and the one before is void; only its hash is kept', async () => {
  const before = (await ensureSetupLink(testNow)) ?? ''
  const token = (await ensureSetupLink(testNow)) ?? ''

  await expect(requireSetupLink(before)).rejects.toMatchObject({ code: 'gone' })
  await expect(requireSetupLink(token)).resolves.toBeUndefined()
  await expect(requireSetupLink('guess')).rejects.toMatchObject({ code: 'gone' })
  expect(JSON.stringify(await db.read.setupLink.findMany())).not.toContain(token)
})

test('a guessable password leaves the link as it was', async () => {
  const token = (await ensureSetupLink(testNow)) ?? ''

  await expect(setUp(token, { password: 'admin12345678' as typeof goodPassword })).resolves.toEqual({
    kind: 'passwordFault',
    fault: 'passwordGuessable',
  })
  await expect(requireSetupLink(token)).resolves.toBeUndefined()
})
