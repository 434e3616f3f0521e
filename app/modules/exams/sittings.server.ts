import { randomInt, randomUUID } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import { type CohortHead, getCohort } from '~/modules/cohorts/cohorts.server.ts'
import { requireOpenCohort } from '~/modules/cohorts/scope.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text, whole } from '~/platform/raw-row.ts'
import type { Blueprint } from './blueprint.ts'
import { listBlueprints } from './blueprints.server.ts'
import { type SittingState, sittingState } from './cohort-sitting.ts'
import { fixedSet, type ListedSet, listFixedSets } from './fixed-papers.server.ts'
import { officialBlueprints } from './official-blueprints.server.ts'
import { bankItems, keepForms } from './papers.server.ts'
import { drawParallelForms } from './parallel-forms.ts'
import { fixedPaperIn, paperIdsOf } from './sitting-papers.ts'
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

/** What one may choose a paper from: papers that are kept, or a blueprint by which new ones are drawn. */
export async function sittingSources(actor: Actor): Promise<SittingSources> {
  return { blueprints: await blueprintChoices(), fixed: mayAuthor(actor) ? await listFixedSets(actor) : [] }
}

export async function blueprintChoices(): Promise<SittingSources['blueprints']> {
  const official = new Set(officialBlueprints().map(({ id }) => id))
  return (await listBlueprints()).map(({ id, title, titleEn, minutes }) => ({
    ...{ id, title, titleEn, minutes, isOfficial: official.has(id) },
  }))
}

export type SittingSources = {
  readonly blueprints: ReadonlyArray<
    Pick<Blueprint, 'id' | 'title' | 'titleEn' | 'minutes'> & { readonly isOfficial: boolean }
  >
  readonly fixed: readonly ListedSet[]
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

/** Draws the forms now and freezes them, or takes kept ones: what the bank becomes until the day changes nothing. */
export async function createSitting(
  actor: Actor,
  cohortId: string,
  made: NewSitting,
  now: Date,
  id: string = randomUUID(),
): Promise<CreateOutcome> {
  await getCohort(actor, cohortId)
  const source = await sourceOf(made.blueprintId)
  if (!source) return { kind: 'refused', field: 'blueprintId', code: 'required' }
  const limitMinutes = made.minutes ?? source.minutes
  if (made.closesAt <= now) return { kind: 'refused', field: 'closesAt', code: 'windowPast' }
  // Somebody would begin on time and not have her time.
  if (made.closesAt.getTime() - made.opensAt.getTime() < limitMinutes * 60_000) {
    return { kind: 'refused', field: 'closesAt', code: 'windowTooShort' }
  }
  const planned = { ...made, id, limitMinutes }
  if (source.kind === 'fixed') {
    const isKept = await db.write(async (tx) => {
      await requireOpenCohort(tx, actor, cohortId)
      // Asked again where nobody can retire it any more.
      const set = await fixedSet(tx, source.paperId)
      if (set) await addSitting(tx, actor, cohortId, { ...planned, ...set }, now)
      return set !== null
    })
    return isKept ? { kind: 'created', sittingId: id } : { kind: 'refused', field: 'blueprintId', code: 'required' }
  }
  const { blueprint } = source
  const papers = drawParallelForms(blueprint, await bankItems(blueprint.subject), randomInt(2 ** 31), made.forms)
  if ('impossible' in papers) {
    return papers.impossible === 'bankTooSmall' ? { kind: 'short', short: papers.short } : { kind: 'unequal' }
  }
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const paperIds = await keepForms(tx, actor, { title: made.title, blueprint, papers }, now)
    await addSitting(tx, actor, cohortId, { ...planned, subject: blueprint.subject, paperIds }, now)
  })
  return { kind: 'created', sittingId: id }
}

type Source =
  | { readonly kind: 'blueprint'; readonly blueprint: Blueprint; readonly minutes: number }
  | { readonly kind: 'fixed'; readonly paperId: string; readonly minutes: number }

async function sourceOf(chosen: string): Promise<Source | null> {
  const paperId = fixedPaperIn(chosen)
  if (paperId !== null) {
    const set = await fixedSet(db.read, paperId)
    return set && { kind: 'fixed', paperId, minutes: set.minutes }
  }
  const blueprint = (await listBlueprints()).find(({ id }) => id === chosen)
  return blueprint ? { kind: 'blueprint', blueprint, minutes: blueprint.minutes } : null
}

type PlannedSitting = Omit<NewSitting, 'minutes' | 'forms' | 'blueprintId'> & {
  readonly id: string
  readonly limitMinutes: number
  readonly subject: Subject
  readonly paperIds: readonly string[]
}

async function addSitting(tx: Tx, actor: Actor, cohortId: string, made: PlannedSitting, now: Date): Promise<void> {
  const { id, title, subject, paperIds, opensAt, closesAt, limitMinutes, attempts, releaseAt } = made
  await tx.sitting.create({
    data: {
      ...{ id, cohortId, title, subject, paperIds: JSON.stringify(paperIds), opensAt, closesAt },
      ...{ limitMinutes, attempts, releaseAt, createdBy: actor.personId, createdAt: now },
    },
  })
  await audit(tx, { actor, action: 'sitting.created', objectType: 'sitting', objectId: id, cohortId, now })
}

/** For the heads of pages about it; whoever does not run the cohort is told that there is nothing. */
export async function getSittingName(actor: Actor, cohortId: string, sittingId: string) {
  await getCohort(actor, cohortId)
  const sitting = await db.read.sitting.findFirst({ where: { id: sittingId, cohortId }, select: { title: true } })
  if (!sitting) throw notFound()
  return { cohortId, sittingId, title: sitting.title }
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
