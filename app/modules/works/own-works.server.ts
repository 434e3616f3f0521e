import type { Actor } from '~/modules/identity/actor.ts'
import { type Sealing, sealingOf } from '~/modules/identity/person-keys.server.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { commentText } from './comments.server.ts'
import type { Receipt, Visibility, WorkComment, WorkKind, WorkRow } from './work.ts'
import { commentOf, rowOf, visibilityOf } from './work-rows.ts'
import type { WorkField } from './work-text.ts'
import { openDraft, openRevision } from './works.server.ts'

/** A work as its author sees it. */
export type OwnWork = WorkRow & {
  readonly visibility: Visibility
  /** what she writes, or wrote last */
  readonly fields: readonly WorkField[]
  readonly seq: number
  readonly savedAt: Date
  /** what a mentor reads, or has read; null before it was handed in */
  readonly handedIn: { readonly receipt: Receipt; readonly fields: readonly WorkField[] } | null
  /** of the last revision, once they are released */
  readonly comments: readonly WorkComment[]
  /** who has opened it, and when first */
  readonly openings: ReadonlyArray<{ readonly name: string; readonly openedAt: Date }>
}

export async function readOwnWork(actor: Actor, workId: string, now: Date): Promise<OwnWork> {
  const row = await db.read.work.findFirst({
    where: { id: workId, authorId: actor.personId },
    include: {
      draft: true,
      revisions: { orderBy: { number: 'desc' }, take: 1 },
      comments: { where: { releasedAt: { not: null } }, orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }] },
      openings: { orderBy: { openedAt: 'asc' } },
    },
  })
  if (!row?.draft) throw notFound()
  const sealing = await sealingOf(actor.personId, now)
  const [last] = row.revisions
  const people = [...row.comments.map(({ authorId }) => authorId), ...row.openings.map(({ readerId }) => readerId)]
  const names = await namesOf(people)
  return {
    ...rowOf(row),
    visibility: visibilityOf(row),
    ...{ fields: openDraft(sealing, row.draft), seq: row.draft.seq, savedAt: row.draft.savedAt },
    handedIn: last ? { receipt: receiptOf(last), fields: openRevision(sealing, last) } : null,
    comments: row.comments
      .filter(({ revision }) => revision === lastCommented(row.comments))
      .map((one) => commentOf(one, commentText(sealing, one), names.get(one.authorId) ?? '')),
    openings: firstOf(row.openings).map(({ readerId, openedAt }) => ({ name: names.get(readerId) ?? '', openedAt })),
  }
}

/** Comments of earlier rounds are history. */
function lastCommented(comments: ReadonlyArray<{ readonly revision: number }>): number {
  return Math.max(0, ...comments.map(({ revision }) => revision))
}

function firstOf<Opening extends { readonly readerId: string }>(openings: readonly Opening[]): readonly Opening[] {
  return openings.filter(({ readerId }, at) => openings.findIndex((one) => one.readerId === readerId) === at)
}

function receiptOf({ number, submittedAt, hash }: { number: number; submittedAt: Date; hash: string }): Receipt {
  return { revision: number, submittedAt, hash }
}

export async function namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const people = await db.read.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}

const listed = 100

/** Hers of one kind, what she works on first. `Sealing` opens what the list says of each. */
export async function listOwnWorks(
  actor: Actor,
  kind: WorkKind,
  now: Date,
): Promise<ReadonlyArray<WorkRow & { readonly fields: readonly WorkField[]; readonly openComments: number }>> {
  const rows = await db.read.work.findMany({
    where: { authorId: actor.personId, kind },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: {
      draft: true,
      _count: { select: { comments: { where: { releasedAt: { not: null }, answer: null } } } },
    },
    take: listed,
  })
  if (rows.length === 0) return []
  const sealing: Sealing = await sealingOf(actor.personId, now)
  return rows.map((row) => ({
    ...rowOf(row),
    fields: row.draft ? openDraft(sealing, row.draft) : [],
    openComments: row._count.comments,
  }))
}
