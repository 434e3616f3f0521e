import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { db } from '~/platform/db.server.ts'
import { sqliteGuards } from './guards-twin.ts'
import { prismaFolder } from './schema-engine.ts'

useDatabase()

const at = new Date('2026-11-23T02:00:00.000Z')
const later = new Date('2026-11-23T03:00:00.000Z')

async function someone(): Promise<string> {
  return db.write(async (tx) => {
    await tx.organisation.create({ data: { id: 'o', kind: 'street', name: '乔头堡街道', createdAt: at } })
    const { id } = await tx.person.create({
      data: {
        id: 'p',
        username: 'xueyuan1',
        name: '林晓雨',
        sortKey: 'lin xiao yu',
        searchText: 'xueyuan1',
        organisationId: 'o',
        locale: 'zh-CN',
        theme: 'system',
        largePrint: false,
        createdAt: at,
      },
    })
    return id
  })
}

const fact = {
  id: 'e',
  userId: 'p',
  organisationId: 'o',
  kind: 'lesson-finished',
  subjectType: 'lesson',
  subjectId: 'l',
  occurredAt: at,
  minutes: 25,
  source: 'system',
  recordedBy: 'p',
}

describe('refused', () => {
  test('a choice that does not exist, made or changed', async () => {
    await expect(
      db.write((tx) => tx.organisation.create({ data: { id: 'x', kind: 'village', name: 'x', createdAt: at } })),
    ).rejects.toThrow()
    const id = await someone()
    await expect(db.write((tx) => tx.person.update({ where: { id }, data: { theme: 'pink' } }))).rejects.toThrow()
    await expect(
      db.write((tx) => tx.personRole.create({ data: { personId: id, role: 'root', grantedAt: at } })),
    ).rejects.toThrow()
  })

  test('days and numbers out of range', async () => {
    const cohort = { id: 'c', name: '第一期', createdAt: at }
    const make = (startsOn: string, endsOn: string) =>
      db.write((tx) => tx.cohort.create({ data: { ...cohort, startsOn, endsOn } }))
    await expect(make('2026-12-01', '2026-11-01')).rejects.toThrow()
    await expect(make('2026-1-1', '2026-11-01')).rejects.toThrow()
    await someone()
    await expect(db.write((tx) => tx.evidence.create({ data: { ...fact, minutes: -1 } }))).rejects.toThrow()
    await expect(
      db.write((tx) => tx.evidence.create({ data: { ...fact, points: 11, outOf: 10, scale: 2 } })),
    ).rejects.toThrow()
  })

  test('a fact that is removed, rewritten or revoked without a reason', async () => {
    await someone()
    await db.write((tx) => tx.evidence.create({ data: fact }))
    const where = { id: fact.id }
    await expect(db.write((tx) => tx.evidence.delete({ where }))).rejects.toThrow()
    await expect(db.write((tx) => tx.evidence.update({ where, data: { subjectId: 'm' } }))).rejects.toThrow()
    await expect(db.write((tx) => tx.evidence.update({ where, data: { revokedAt: later } }))).rejects.toThrow()
    await db.write((tx) => tx.evidence.update({ where, data: { revokedAt: later, reason: '重复' } }))
    expect(await db.read.evidence.findMany()).toMatchObject([{ subjectId: 'l', reason: '重复' }])
  })

  test('the same fact twice, but not after it was revoked', async () => {
    await someone()
    await db.write((tx) => tx.evidence.create({ data: fact }))
    const again = () => db.write((tx) => tx.evidence.create({ data: { ...fact, id: 'e2' } }))
    await expect(again()).rejects.toThrow()
    await db.write((tx) => tx.evidence.update({ where: { id: 'e' }, data: { revokedAt: later, reason: '重复' } }))
    await again()
    expect(await db.read.evidence.count()).toBe(2)
  })

  test('any change to what was answered or recorded', async () => {
    const answer = { id: 'a', personId: 'p', lessonId: 'l', checkId: 'q', picks: 'x', right: true, answeredAt: at }
    await db.write((tx) => tx.checkAnswer.create({ data: answer }))
    await expect(
      db.write((tx) => tx.checkAnswer.update({ where: { id: 'a' }, data: { right: false } })),
    ).rejects.toThrow()
    await expect(db.write((tx) => tx.checkAnswer.deleteMany())).rejects.toThrow()
    const entry = { id: 'n', at, action: 'sign-in', objectType: 'person', objectId: 'p', outcome: 'done' }
    await db.write((tx) => tx.auditEntry.create({ data: entry }))
    await expect(db.write((tx) => tx.auditEntry.updateMany({ data: { action: 'x' } }))).rejects.toThrow()
    await expect(db.write((tx) => tx.auditEntry.deleteMany())).rejects.toThrow()
    expect(await db.read.auditEntry.count()).toBe(1)
  })
})

test('the guards for SQLite in git are those made from PostgreSQL’s', () => {
  const read = (dialect: string) => readFileSync(join(prismaFolder(), `guards.${dialect}.sql`), 'utf8')
  expect(sqliteGuards(read('postgresql'))).toBe(read('sqlite'))
})
