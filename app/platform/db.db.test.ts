import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { db } from './db.server.ts'
import { countQueries } from './db-queries.server.ts'
import { Prisma } from './prisma/sqlite/client.ts'
import { whole } from './raw-row.ts'

useDatabase()

const at = new Date('2026-11-23T02:00:00.123Z')
const link = (id: string) => ({ id, tokenHash: `hash of ${id}`, createdAt: at })

describe('write', () => {
  test('keeps what it acknowledged', async () => {
    await db.write((tx) => tx.setupLink.create({ data: link('a') }))
    expect(await db.read.setupLink.findMany()).toEqual([{ ...link('a'), usedAt: null }])
  })

  test('takes back everything when it fails', async () => {
    const failing = db.write(async (tx) => {
      await tx.setupLink.create({ data: link('a') })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db.read.setupLink.count()).toBe(0)
  })

  test('joins the write that it is called in', async () => {
    const failing = db.write(async (tx) => {
      await db.write((inner) => inner.setupLink.create({ data: link('inner') }))
      expect(await tx.setupLink.count()).toBe(1)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db.read.setupLink.count()).toBe(0)
  })

  test('nothing of it is seen before it is done', async () => {
    let seen = -1
    await db.write(async (tx) => {
      await tx.setupLink.create({ data: link('a') })
      seen = await db.read.setupLink.count()
    })
    expect(seen).toBe(0)
  })

  test('of rivals that read, think and write, none overwrites another', async () => {
    await db.write((tx) => tx.throttle.create({ data: { key: 'k', failures: 0, windowStart: at, blockedUntil: at } }))
    const add = () =>
      db.write(async (tx) => {
        const { failures } = await tx.throttle.findUniqueOrThrow({ where: { key: 'k' } })
        await wait(1)
        await tx.throttle.update({ where: { key: 'k' }, data: { failures: failures + 1 } })
      })
    await Promise.all(Array.from({ length: 60 }, add))
    expect(await db.read.throttle.findUniqueOrThrow({ where: { key: 'k' } })).toMatchObject({ failures: 60 })
  })
})

const insert = (id: string) => Prisma.sql`
  INSERT INTO "SetupLink" ("id", "tokenHash", "createdAt") VALUES (${id}, ${`hash of ${id}`}, ${at}) RETURNING "id"`
const kept = async () => (await db.read.setupLink.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)

describe('a write of raw statements', () => {
  test('keeps what it acknowledged, and answers what the statements answer', async () => {
    expect(await db.writeOne(insert('a'))).toEqual([{ id: 'a' }])
    const changed = await db.writeRaw(async (tx) => {
      await tx.$queryRaw(insert('b'))
      return tx.$executeRaw`UPDATE "SetupLink" SET "usedAt" = ${at} WHERE "usedAt" IS NULL`
    })
    expect(changed).toBe(2)
    expect(await db.read.setupLink.findMany({ where: { id: 'a' } })).toEqual([{ ...link('a'), usedAt: at }])
  })

  test('takes back everything of itself when it fails, and nothing of those who go with it', async () => {
    await db.writeOne(insert('a'))
    const outcomes = await Promise.allSettled([
      ...[db.writeOne(insert('a')), db.writeRaw((tx) => tx.$queryRaw(insert('b')))],
      db.writeRaw(async (tx) => {
        await tx.$queryRaw(insert('c'))
        await tx.$queryRaw(insert('a'))
      }),
      db.writeRaw(async (tx) => {
        await tx.$queryRaw(insert('d'))
        throw new Error('no')
      }),
      db.writeRaw((tx) => tx.$queryRaw(insert('e'))),
    ])
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([false, true, false, false, true])
    expect(await kept()).toEqual(['a', 'b', 'e'])
  })

  test('of sixty who count together each counts on', async () => {
    await db.write((tx) => tx.throttle.create({ data: { key: 'k', failures: 0, windowStart: at, blockedUntil: at } }))
    const add = () =>
      db.writeRaw(async (tx) => {
        const [row] = await tx.$queryRaw`SELECT "failures" FROM "Throttle" WHERE "key" = 'k'`
        const next = whole(row?.failures) + 1
        await tx.$executeRaw`UPDATE "Throttle" SET "failures" = ${next} WHERE "key" = 'k'`
        return next
      })
    const counts = await Promise.all(Array.from({ length: 60 }, add))
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
  })

  test('joins the write that it is called in', async () => {
    const failing = db.write(async () => {
      await db.writeOne(insert('a'))
      await db.writeRaw((tx) => tx.$queryRaw(insert('b')))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await kept()).toEqual([])
  })
})

describe('read', () => {
  test('cannot write', async () => {
    await expect(db.read.setupLink.create({ data: link('a') })).rejects.toThrow()
    expect(await db.read.setupLink.count()).toBe(0)
  })

  test('compares instants that are bound as dates', async () => {
    await db.write((tx) => tx.setupLink.create({ data: link('a') }))
    const rows = await db.read.$queryRaw`SELECT "id" FROM "SetupLink" WHERE "createdAt" = ${at}`
    expect(rows).toEqual([{ id: 'a' }])
  })
})

test('queries are counted for the one who asks, without BEGIN and COMMIT', async () => {
  const other = db.read.setupLink.count()
  const { statements } = await countQueries(async () => {
    await db.read.setupLink.count()
    await db.write((tx) => tx.setupLink.create({ data: link('a') }))
  })
  await other
  expect(statements).toHaveLength(2)
})
