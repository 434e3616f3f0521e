import { randomInt, randomUUID } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import { type CohortHead, getCohort } from '~/modules/cohorts/cohorts.server.ts'
import { requireOpenCohort } from '~/modules/cohorts/scope.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text, whole } from '~/platform/raw-row.ts'
import type { Blueprint } from './blueprint.ts'
import { listBlueprints } from './blueprints.server.ts'
import { formLetter, type SittingState, sittingState } from './cohort-sitting.ts'
import type { Paper } from './paper.ts'
import { bankItems, keepPaper } from './papers.server.ts'
import { drawParallelForms } from './parallel-forms.ts'
import type { Short } from './whole-questions.ts'

export type ListedSitting = {
  readonly id: string
  readonly title: string
  readonly subject: Subject
  readonly opensAt: Date
  readonly closesAt: Date
  readonly limitMinutes: number
  readonly forms: number
  readonly state: SittingState
  /** people who are in, and who have handed in */
  readonly sitting: number
  readonly handedIn: number
}

const shown = 200

/** Sittings of a cohort that the actor runs, the latest first. */
export async function listSittings(
  actor: Actor,
  cohortId: string,
  now: Date,
): Promise<{
  readonly cohort: CohortHead & { readonly members: number }
  readonly sittings: readonly ListedSitting[]
}> {
  const cohort = await getCohort(actor, cohortId)
  const rows = await db.rows(Prisma.sql`
    SELECT s."id" AS id, s."title" AS title, s."subject" AS subject, s."paperIds" AS papers, s."opensAt" AS opens,
      s."closesAt" AS closes, s."limitMinutes" AS minutes, s."cancelledAt" AS cancelled,
      (SELECT COUNT(DISTINCT a."personId") FROM "Attempt" a
        WHERE a."sittingId" = s."id" AND a."status" = 'open' AND a."boundaryAt" >= ${now}) AS sitting,
      (SELECT COUNT(DISTINCT a."personId") FROM "Attempt" a
        WHERE a."sittingId" = s."id" AND (a."status" = 'submitted' OR (a."status" = 'open' AND a."boundaryAt" < ${now}))
      ) AS handed
    FROM "Sitting" s WHERE s."cohortId" = ${cohortId} ORDER BY s."opensAt" DESC, s."id" LIMIT ${shown}`)
  return { cohort, sittings: rows.map((row) => listed(row, now)) }
}

function listed(row: RawRow, now: Date): ListedSitting {
  const window = {
    ...{ opensAt: instant(row.opens), closesAt: instant(row.closes) },
    cancelledAt: instantOrNull(row.cancelled),
  }
  return {
    ...{ id: text(row.id), title: text(row.title), subject: text(row.subject) as Subject },
    ...{ opensAt: window.opensAt, closesAt: window.closesAt, state: sittingState(window, now) },
    ...{ limitMinutes: whole(row.minutes), forms: paperIdsOf(text(row.papers)).length },
    ...{ sitting: whole(row.sitting), handedIn: whole(row.handed) },
  }
}

/** Written by createSitting below. */
export function paperIdsOf(stored: string): readonly string[] {
  return JSON.parse(stored) as string[]
}

/** What one may choose a paper from. */
export async function sittingBlueprints() {
  const blueprints = await listBlueprints()
  return blueprints.map(({ id, title, titleEn, minutes }) => ({ id, title, titleEn, minutes }))
}

export type NewSitting = {
  readonly title: string
  readonly blueprintId: string
  readonly opensAt: Date
  readonly closesAt: Date
  /** null: as the blueprint says */
  readonly minutes: number | null
  readonly attempts: number
  readonly forms: number
  /** null: at once */
  readonly releaseAt: Date | null
}

export type CreateOutcome =
  | { readonly kind: 'created'; readonly sittingId: string }
  /** the bank cannot fill so many forms */
  | { readonly kind: 'short'; readonly short: readonly Short[] }
  /** it can, but not equally hard */
  | { readonly kind: 'unequal' }
  | { readonly kind: 'refused'; readonly field: string; readonly code: string }

/** Draws the forms now and freezes them: what the bank becomes until the day changes nothing. */
export async function createSitting(
  actor: Actor,
  cohortId: string,
  made: NewSitting,
  now: Date,
  id: string = randomUUID(),
): Promise<CreateOutcome> {
  await getCohort(actor, cohortId)
  const blueprint = (await listBlueprints()).find(({ id }) => id === made.blueprintId)
  if (!blueprint) return { kind: 'refused', field: 'blueprintId', code: 'required' }
  const limitMinutes = made.minutes ?? blueprint.minutes
  if (made.closesAt <= now) return { kind: 'refused', field: 'closesAt', code: 'windowPast' }
  // Somebody would begin on time and not have her time.
  if (made.closesAt.getTime() - made.opensAt.getTime() < limitMinutes * 60_000) {
    return { kind: 'refused', field: 'closesAt', code: 'windowTooShort' }
  }
  const papers = drawParallelForms(blueprint, await bankItems(blueprint.subject), randomInt(2 ** 31), made.forms)
  if ('impossible' in papers) {
    return papers.impossible === 'bankTooSmall' ? { kind: 'short', short: papers.short } : { kind: 'unequal' }
  }
  await db.write((tx) => keepSitting(tx, actor, cohortId, { ...made, id, limitMinutes, blueprint, papers }, now))
  return { kind: 'created', sittingId: id }
}

type DrawnSitting = Omit<NewSitting, 'minutes' | 'forms' | 'blueprintId'> & {
  readonly id: string
  readonly limitMinutes: number
  readonly blueprint: Blueprint
  readonly papers: readonly Paper[]
}

async function keepSitting(tx: Tx, actor: Actor, cohortId: string, made: DrawnSitting, now: Date): Promise<void> {
  await requireOpenCohort(tx, actor, cohortId)
  const { id, title, blueprint, opensAt, closesAt, limitMinutes, attempts, releaseAt } = made
  const formsId = randomUUID()
  const paperIds: string[] = []
  for (const [form, paper] of made.papers.entries()) {
    const named = made.papers.length > 1 ? `${title} ${formLetter(form)}` : title
    paperIds.push(await keepPaper(tx, actor.personId, { paper, blueprint, title: named, isFixed: true, formsId }, now))
  }
  await tx.sitting.create({
    data: {
      ...{ id, cohortId, title, subject: blueprint.subject, paperIds: JSON.stringify(paperIds), opensAt, closesAt },
      ...{ limitMinutes, attempts, releaseAt, createdBy: actor.personId, createdAt: now },
    },
  })
  await audit(tx, { actor, action: 'sitting.created', objectType: 'sitting', objectId: id, cohortId, now })
}

/** Inside a write: the sitting is of this cohort, the cohort is the actor's and not archived. */
export async function requireSitting(tx: Tx, actor: Actor, cohortId: string, sittingId: string) {
  await requireOpenCohort(tx, actor, cohortId)
  const sitting = await tx.sitting.findFirst({ where: { id: sittingId, cohortId } })
  if (!sitting) throw notFound()
  return sitting
}

/** Only before it opens: afterwards somebody may be in. */
export async function cancelSitting(actor: Actor, cohortId: string, sittingId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const sitting = await requireSitting(tx, actor, cohortId, sittingId)
    if (sitting.cancelledAt !== null) return
    if (sittingState(sitting, now) !== 'upcoming') throw new DomainError('conflict')
    await tx.sitting.update({ where: { id: sittingId }, data: { cancelledAt: now } })
    await audit(tx, { actor, action: 'sitting.cancelled', objectType: 'sitting', objectId: sittingId, cohortId, now })
  })
}

/** Marks and explanations may be seen from now on. */
export async function releaseResults(actor: Actor, cohortId: string, sittingId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    const sitting = await requireSitting(tx, actor, cohortId, sittingId)
    if (sitting.releaseAt === null || sitting.releaseAt <= now) return
    await tx.sitting.update({ where: { id: sittingId }, data: { releaseAt: now } })
    await audit(tx, { actor, action: 'sitting.released', objectType: 'sitting', objectId: sittingId, cohortId, now })
  })
}
