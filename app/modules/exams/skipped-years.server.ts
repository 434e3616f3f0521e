import { randomUUID } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAdminister } from '~/modules/identity/permissions.ts'
import { type Level, levels } from '~/modules/questions/subjects.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import type { ExamOutcome } from './real-exam.server.ts'
import { firstYear, nextExamYear } from './real-exam.ts'
import type { SkippedYears } from './two-years.ts'

/*
 * 停考年度: years in which no national exam of a level was held where the centre's people sit. An administrator enters them
 * with the notice that says so; plans and statistics follow, and follow back when one is taken back.
 */
export type SkippedYear = {
  readonly id: string
  readonly year: number
  readonly level: Level
  readonly region: string
  readonly source: string
}

const select = { id: true, year: true, level: true, region: true, source: true } as const
const mostListed = 300

/** Those that stand, the latest year first. */
export async function skippedYears(): Promise<readonly SkippedYear[]> {
  const rows = await db.read.skippedExamYear.findMany({
    where: { revokedAt: null },
    orderBy: [{ year: 'desc' }, { level: 'asc' }],
    select,
    take: mostListed,
  })
  return rows.flatMap((row) => {
    const level = levels.find((one) => one === row.level)
    return level ? [{ ...row, level }] : []
  })
}

/** As the rules want them. */
export function yearsByLevel(rows: readonly SkippedYear[]): SkippedYears {
  const of = (level: Level) => rows.filter((row) => row.level === level).map(({ year }) => year)
  return { junior: of('junior'), intermediate: of('intermediate'), senior: of('senior') }
}

export type NewSkippedYear = Pick<SkippedYear, 'year' | 'region' | 'source'> & { readonly levels: readonly Level[] }

/** One row a level. A level that stands already is said, and nothing is written. */
export async function skipYear(actor: Actor, made: NewSkippedYear, now: Date): Promise<ExamOutcome> {
  demand(mayAdminister(actor))
  const { year, region, source } = made
  if (year < firstYear || year > nextExamYear(dayOf(now))) return { kind: 'fault', field: 'year', code: 'yearInvalid' }
  return db.write(async (tx): Promise<ExamOutcome> => {
    for (const level of made.levels) {
      if (await standing(tx, { year, level })) return { kind: 'fault', field: 'levels', code: 'yearSkippedAlready' }
    }
    for (const level of new Set(made.levels)) await write(tx, actor, { year, level, region, source }, now)
    return { kind: 'done' }
  })
}

/** It was held after all, or entered by mistake. Done already, nothing is done. */
export async function revokeSkippedYear(actor: Actor, id: string, now: Date): Promise<void> {
  demand(mayAdminister(actor))
  await db.write(async (tx) => {
    const row = await tx.skippedExamYear.findUnique({ where: { id }, select: { revokedAt: true } })
    if (!row) throw notFound()
    if (row.revokedAt !== null) return
    await tx.skippedExamYear.update({ where: { id }, data: { revokedAt: now, revokedBy: actor.personId } })
    await record(tx, actor, 'revoked', id, now)
  })
}

/** Undoes it: the same again, as a new row. */
export async function restoreSkippedYear(actor: Actor, id: string, now: Date): Promise<void> {
  demand(mayAdminister(actor))
  await db.write(async (tx) => {
    const row = await tx.skippedExamYear.findFirst({ where: { id, revokedAt: { not: null } }, select })
    if (!row) throw notFound()
    const { id: _, ...content } = row
    if (await standing(tx, content)) throw new DomainError('conflict')
    await write(tx, actor, content, now)
  })
}

type Content = Omit<SkippedYear, 'id' | 'level'> & { readonly level: string }

async function standing(tx: Tx, { year, level }: Pick<Content, 'year' | 'level'>): Promise<boolean> {
  return (await tx.skippedExamYear.count({ where: { year, level, revokedAt: null } })) > 0
}

async function write(tx: Tx, actor: Actor, content: Content, now: Date): Promise<void> {
  const id = randomUUID()
  const stamp = { enteredBy: actor.personId, enteredAt: now, revokedAt: null, revokedBy: null }
  await tx.skippedExamYear.create({ data: { id, ...content, ...stamp } })
  await record(tx, actor, 'entered', id, now)
}

function record(tx: Tx, actor: Actor, what: string, objectId: string, now: Date): Promise<void> {
  return audit(tx, { actor, action: `skipped-year.${what}`, objectType: 'skipped-year', objectId, now })
}
