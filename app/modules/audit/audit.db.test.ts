import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { tamper } from '#tests/support/tamper.ts'
import { db } from '~/platform/db.server.ts'
import { withRequestOrigin } from '~/platform/request-origin.server.ts'
import { audit } from './audit.server.ts'
import { verifyAuditChain } from './chain.server.ts'
import { sealAuditEntries } from './sealer.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.000Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
const actor = { personId: 'p', roles: ['mentor', 'coordinator'] }
const act = (objectId: string, at = now) => ({
  actor,
  action: 'person.suspended',
  objectType: 'person',
  objectId,
  now: at,
})
const record = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => db.write((tx) => audit(tx, act(`o${n}`, later(n))))))

test('an entry stands or falls with the change it records', async () => {
  const failing = db.write(async (tx) => {
    await audit(tx, act('a'))
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await db.write((tx) => audit(tx, act('b')))
  expect(await db.read.auditEntry.findMany()).toMatchObject([
    { objectId: 'b', actorId: 'p', role: 'mentor coordinator', outcome: 'done', at: now },
  ])
})

test('within a request it names the request and the network, not the address', async () => {
  await withRequestOrigin({ requestId: 'r1', address: '203.0.113.77' }, () => db.write((tx) => audit(tx, act('a'))))
  expect(await db.read.auditEntry.findMany()).toMatchObject([{ requestId: 'r1', network: '203.0.113.0/24' }])
})

test('what was recorded is chained once, in order', async () => {
  await record(30)
  expect(await sealAuditEntries(later(60), { thorough: true })).toBe(30)
  expect(await sealAuditEntries(later(61), { thorough: true })).toBe(0)
  const seals = await db.read.auditSeal.findMany({ orderBy: { seq: 'asc' } })
  expect(seals.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
  expect(await verifyAuditChain()).toMatchObject({ ok: true, head: { seq: 30 }, unsealed: 0 })
})

test('the quick pass takes recent entries only; the thorough one takes all', async () => {
  await db.write((tx) => audit(tx, act('long ago', new Date('2026-01-01T00:00:00.000Z'))))
  await db.write((tx) => audit(tx, act('now')))
  expect(await sealAuditEntries(later(1), { thorough: false })).toBe(1)
  expect(await verifyAuditChain()).toMatchObject({ ok: true, unsealed: 1 })
  expect(await sealAuditEntries(later(2), { thorough: true })).toBe(1)
})

test('two sealers at once make one chain', async () => {
  await record(40)
  const counts = await Promise.allSettled([1, 2, 3].map((n) => sealAuditEntries(later(60 + n), { thorough: true })))
  expect(counts.filter(({ status }) => status === 'rejected')).toEqual([])
  await sealAuditEntries(later(70), { thorough: true })
  expect(await verifyAuditChain()).toMatchObject({ ok: true, head: { seq: 40 }, unsealed: 0 })
})

test('writers that record while the sealer runs are not disturbed', async () => {
  let isRunning = true
  const sealing = (async () => {
    while (isRunning) {
      await sealAuditEntries(later(200), { thorough: true })
      await wait(1)
    }
  })()
  await record(60)
  isRunning = false
  await sealing
  await sealAuditEntries(later(201), { thorough: true })
  expect(await verifyAuditChain()).toMatchObject({ ok: true, head: { seq: 60 }, unsealed: 0 })
})

const tampering: ReadonlyArray<readonly [string, (run: (sql: string) => Promise<void>) => Promise<void>]> = [
  ['an entry changed', (run) => run(`UPDATE "AuditEntry" SET "actorId" = 'q' WHERE "objectId" = 'o3'`)],
  ['a reason added', (run) => run(`UPDATE "AuditEntry" SET "reason" = '' WHERE "objectId" = 'o9'`)],
  ['an entry removed', (run) => run(`DELETE FROM "AuditEntry" WHERE "objectId" = 'o5'`)],
  [
    'an entry and its seal removed',
    async (run) => {
      await run(`DELETE FROM "AuditSeal" WHERE "seq" = 4`)
      await run(`DELETE FROM "AuditEntry" WHERE "objectId" = 'o3'`)
    },
  ],
  [
    'two entries swapped',
    async (run) => {
      const [second, third] = await db.read.auditSeal.findMany({
        where: { seq: { in: [2, 3] } },
        orderBy: { seq: 'asc' },
      })
      await run(`UPDATE "AuditSeal" SET "entryId" = 'aside' WHERE "seq" = 2`)
      await run(`UPDATE "AuditSeal" SET "entryId" = '${second?.entryId}' WHERE "seq" = 3`)
      await run(`UPDATE "AuditSeal" SET "entryId" = '${third?.entryId}' WHERE "seq" = 2`)
    },
  ],
  ['a hash changed', (run) => run(`UPDATE "AuditSeal" SET "hash" = '${'0'.repeat(64)}' WHERE "seq" = 1`)],
]

test.each(tampering)('%s: the chain does not hold', async (_what, change) => {
  await record(12)
  await sealAuditEntries(later(60), { thorough: true })
  await tamper(change)
  expect(await verifyAuditChain()).toMatchObject({ ok: false })
})

test('a tail that was cut off shows against an anchor noted before', async () => {
  await record(12)
  await sealAuditEntries(later(60), { thorough: true })
  const verdict = await verifyAuditChain()
  const anchors = verdict.ok ? [verdict.head] : []
  await tamper(async (run) => {
    await run(`DELETE FROM "AuditSeal" WHERE "seq" > 8`)
    await run(`DELETE FROM "AuditEntry" WHERE "id" NOT IN (SELECT "entryId" FROM "AuditSeal")`)
  })
  expect(await verifyAuditChain()).toMatchObject({ ok: true })
  expect(await verifyAuditChain(anchors)).toEqual({ ok: false, seq: 9, problem: 'seal missing' })
})

test('of a hundred random changes to a field, all are found', async () => {
  await record(20)
  await sealAuditEntries(later(60), { thorough: true })
  const columns = ['actorId', 'role', 'action', 'objectType', 'objectId', 'outcome', 'requestId', 'network', 'cohortId']
  let found = 0
  for (let n = 0; n < 100; n += 1) {
    const [column, object] = [columns[n % columns.length], `o${(n * 7) % 20}`]
    const value = column === 'outcome' ? 'refused' : `changed ${n}`
    const [before] = await db.read.auditEntry.findMany({ where: { objectId: object } })
    await tamper((run) => run(`UPDATE "AuditEntry" SET "${column}" = '${value}' WHERE "id" = '${before?.id}'`))
    if (!(await verifyAuditChain()).ok) found += 1
    const old = before ? Reflect.get(before, column ?? '') : null
    const literal = old === null ? 'NULL' : `'${old}'`
    await tamper((run) => run(`UPDATE "AuditEntry" SET "${column}" = ${literal} WHERE "id" = '${before?.id}'`))
  }
  expect(found).toBe(100)
  expect(await verifyAuditChain()).toMatchObject({ ok: true })
})
