import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { authorNames } from '~/modules/questions/author-names.server.ts'
import { isSubject, type Subject } from '~/modules/questions/subjects.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { compareForms, type FormsCompared } from './compare-forms.ts'
import type { Paper } from './paper.ts'
import { itemFacts, type StaffItem, staffItems } from './paper-items.server.ts'
import { usageOf } from './paper-usage.server.ts'
import { openPaper } from './papers.server.ts'
import type { PrintOrder } from './printed-paper.ts'
import { paperIdsOf } from './sitting-papers.ts'

/*
 * Papers that are kept: for exams and for print. Each is frozen; parallel forms of one drawing belong together, are retired
 * together and sat together.
 */
export type ListedPaper = {
  readonly id: string
  readonly title: string
  readonly subject: Subject
  readonly items: number
  readonly outOf: number
  readonly minutes: number
  /** 0 for the first of its forms */
  readonly form: number
  readonly forms: number
  /** exams that were planned with it */
  readonly sittings: number
  readonly author: string | null
  readonly createdAt: Date
  readonly retiredAt: Date | null
}

const mostListed = 300
const columns = {
  ...{ id: true, title: true, subject: true, items: true, formsId: true, createdBy: true },
  ...{ createdAt: true, retiredAt: true },
} as const

/** Kept papers, the latest first, the forms of one drawing in their order. */
export async function listPapers(
  actor: Actor,
): Promise<{ readonly inUse: readonly ListedPaper[]; readonly retired: readonly ListedPaper[] }> {
  demand(mayAuthor(actor))
  const rows = await db.read.paper.findMany({
    where: { isFixed: true },
    orderBy: [{ createdAt: 'desc' }, { title: 'asc' }, { id: 'asc' }],
    take: mostListed,
    select: columns,
  })
  const names = await authorNames(rows.map(({ createdBy }) => createdBy))
  const uses = await sittingsByPaper()
  const listed = rows.flatMap((row): ListedPaper[] => {
    if (!isSubject(row.subject)) return []
    const paper = JSON.parse(row.items) as Paper
    const siblings = rows.filter(({ formsId }) => formsId !== null && formsId === row.formsId)
    return [
      {
        ...{ id: row.id, title: row.title, subject: row.subject, items: paper.items.length, outOf: paper.outOf },
        ...{ minutes: paper.minutes, form: Math.max(0, siblings.indexOf(row)), forms: Math.max(1, siblings.length) },
        ...{ sittings: uses.get(row.id) ?? 0, author: names.get(row.createdBy) ?? null },
        ...{ createdAt: row.createdAt, retiredAt: row.retiredAt },
      },
    ]
  })
  return {
    inUse: listed.filter(({ retiredAt }) => retiredAt === null),
    retired: listed.filter(({ retiredAt }) => retiredAt !== null),
  }
}

async function sittingsByPaper(): Promise<ReadonlyMap<string, number>> {
  const rows = await db.read.sitting.findMany({ where: { cancelledAt: null }, select: { paperIds: true } })
  const uses = new Map<string, number>()
  for (const id of rows.flatMap(({ paperIds }) => paperIdsOf(paperIds))) uses.set(id, (uses.get(id) ?? 0) + 1)
  return uses
}

export type PaperPage = {
  readonly id: string
  readonly title: string
  readonly subject: Subject
  readonly blueprint: { readonly title: string; readonly titleEn: string }
  readonly seed: number
  readonly minutes: number
  readonly passLine: number
  readonly outOf: number
  readonly deviations: Paper['deviations']
  readonly items: readonly StaffItem[]
  /** all forms of its drawing, this one too */
  readonly forms: ReadonlyArray<{ readonly id: string; readonly title: string }>
  readonly compared: FormsCompared
  readonly sittings: number
  readonly author: string | null
  readonly createdAt: Date
  readonly retiredAt: Date | null
}

/** One kept paper with its keys. One that was drawn for a trainee's own mock is hers, and not found here. */
export async function getPaper(actor: Actor, paperId: string, order: PrintOrder): Promise<PaperPage> {
  demand(mayAuthor(actor))
  const row = await db.read.paper.findFirst({ where: { id: paperId, isFixed: true }, select: columns })
  if (!row || !isSubject(row.subject)) throw notFound()
  const opened = await openPaper(paperId)
  const { blueprint, paper } = opened
  const forms = await formsOf(row)
  const papers = await Promise.all(forms.map(async ({ id }) => (await openPaper(id)).paper))
  const names = await authorNames([row.createdBy])
  return {
    ...{ id: row.id, title: row.title, subject: row.subject, seed: paper.seed, minutes: paper.minutes },
    blueprint: { title: blueprint.title, titleEn: blueprint.titleEn },
    ...{ passLine: paper.passLine, outOf: paper.outOf, deviations: paper.deviations },
    items: staffItems(opened, order, itemFacts(blueprint, await usageOf(row.subject))),
    ...{ forms: forms.map(({ id, title }) => ({ id, title })), compared: compareForms(papers) },
    ...{ sittings: (await sittingsByPaper()).get(row.id) ?? 0, author: names.get(row.createdBy) ?? null },
    ...{ createdAt: row.createdAt, retiredAt: row.retiredAt },
  }
}

type Sibling = { readonly id: string; readonly title: string; readonly formsId: string | null }

async function formsOf(row: Sibling): Promise<readonly Sibling[]> {
  if (row.formsId === null) return [row]
  return db.read.paper.findMany({
    where: { formsId: row.formsId, isFixed: true },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, formsId: true },
  })
}

/** No exam is planned with it or its sisters any more; what was planned and sat stays. */
export async function retirePaper(actor: Actor, paperId: string, now: Date): Promise<void> {
  await setRetired(actor, paperId, now, true)
}

export async function restorePaper(actor: Actor, paperId: string, now: Date): Promise<void> {
  await setRetired(actor, paperId, now, false)
}

async function setRetired(actor: Actor, paperId: string, now: Date, isRetired: boolean): Promise<void> {
  demand(mayAuthor(actor))
  await db.write(async (tx) => {
    const row = await tx.paper.findFirst({ where: { id: paperId, isFixed: true }, select: { formsId: true } })
    if (!row) throw notFound()
    const which = row.formsId === null ? { id: paperId } : { formsId: row.formsId }
    const { count } = await tx.paper.updateMany({
      where: { ...which, isFixed: true, retiredAt: isRetired ? null : { not: null } },
      data: { retiredAt: isRetired ? now : null },
    })
    if (count === 0) return
    const action = isRetired ? 'paper.retired' : 'paper.restored'
    await audit(tx, { actor, action, objectType: 'paper', objectId: paperId, now })
  })
}

type FixedSet = {
  readonly paperIds: readonly string[]
  readonly subject: Subject
  readonly minutes: number
}

/** The forms that an exam would be sat with; null when there is no such paper, or it was retired. */
export async function fixedSet(reader: Pick<Tx, 'paper'>, paperId: string): Promise<FixedSet | null> {
  const row = await reader.paper.findFirst({ where: { id: paperId, isFixed: true, retiredAt: null } })
  if (!row || !isSubject(row.subject)) return null
  const forms =
    row.formsId === null
      ? [row]
      : await reader.paper.findMany({
          where: { formsId: row.formsId, isFixed: true, retiredAt: null },
          orderBy: [{ title: 'asc' }, { id: 'asc' }],
        })
  const { minutes } = JSON.parse(row.items) as Paper
  return { paperIds: forms.map(({ id }) => id), subject: row.subject, minutes }
}

export type ListedSet = Pick<ListedPaper, 'id' | 'title' | 'minutes' | 'forms' | 'sittings'>

/** Kept papers to plan an exam with: the forms of one drawing as one. */
export async function listFixedSets(actor: Actor): Promise<readonly ListedSet[]> {
  const { inUse } = await listPapers(actor)
  return inUse
    .filter(({ form }) => form === 0)
    .map(({ id, title, minutes, forms, sittings }) => ({
      ...{ id, minutes, forms, sittings, title: forms > 1 ? title.replace(/ [A-C]$/, '') : title },
    }))
}
