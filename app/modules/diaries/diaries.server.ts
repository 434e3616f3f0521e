import type { Actor } from '~/modules/identity/actor.ts'
import { listOwnWorks, type OwnWork, readOwnWork } from '~/modules/works/own-works.server.ts'
import { findingsIn, isClean } from '~/modules/works/privacy-check.ts'
import type { Receipt, WorkRow } from '~/modules/works/work.ts'
import type { WorkRefusal } from '~/modules/works/work-life.ts'
import type { WorkField } from '~/modules/works/work-text.ts'
import { type Saved, saveDraft, submitWork } from '~/modules/works/works.server.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { type DiaryEntry, type DiaryFacts, entryOf, fieldsOf, missingIn, titleOf } from './diary.ts'

/* 民情日记: an entry is a work, and beside it what may be counted. */

/** A draft, as far as she is. The day on which a matter was closed is the day on which she first says so. */
export async function saveEntry(
  actor: Actor,
  workId: string,
  entry: Omit<DiaryEntry, 'closedOn'>,
  seq: number,
  now: Date,
): Promise<Saved> {
  const fields = fieldsOf({ ...entry, closedOn: null })
  return saveDraft(actor, { id: workId, kind: 'diary', visibility: entry.visibility, fields, seq }, now, async (tx) => {
    const { occurredOn, community, category, triage, dueOn, outcome } = entry
    const known = await tx.diaryEntry.findUnique({ where: { workId }, select: { closedOn: true } })
    const closedOn = outcome === 'closed' ? (known?.closedOn ?? dayOf(now)) : null
    const facts = { occurredOn, community, category, triage, dueOn, outcome, closedOn }
    await tx.diaryEntry.upsert({ where: { workId }, create: { workId, ...facts }, update: facts })
  })
}

/** Hands in what was saved. */
export async function submitEntry(
  actor: Actor,
  workId: string,
  passedOver: string | null,
  now: Date,
): Promise<{ readonly ok: true; readonly receipt: Receipt } | { readonly ok: false; readonly code: WorkRefusal }> {
  // It stands in clear, so it is looked at as well; whose entry it is, `submitWork` decides.
  const community = { key: 'community', text: (await factsOf(workId))?.community ?? '' }
  const check = (fields: readonly WorkField[]) => {
    requireWhole(fields)
    // What the device and the form have scanned counts for nothing here.
    if (!isClean(findingsIn([community, ...fields]), passedOver)) throw new DomainError('invalid')
  }
  return submitWork(actor, workId, { check, passedOver }, now)
}

function requireWhole(fields: readonly WorkField[]): void {
  const texts = Object.fromEntries(fields.map(({ key, text }) => [key, text]))
  const whole = {
    whom: '',
    companions: '',
    problem: '',
    asked: '',
    handling: '',
    followUp: '',
    reflection: '',
    ...texts,
  }
  if (missingIn({ texts: whole }).length > 0) throw new DomainError('invalid')
}

export type OwnEntry = { readonly work: OwnWork; readonly entry: DiaryEntry }

export async function readEntry(actor: Actor, workId: string, now: Date): Promise<OwnEntry> {
  const work = await readOwnWork(actor, workId, now)
  const facts = await factsOf(workId)
  if (!facts) throw notFound()
  return { work, entry: entryOf(facts, work.visibility, work.fields) }
}

export type EntryRow = WorkRow & DiaryFacts & { readonly title: string; readonly openComments: number }

/** Her diary, the latest first. */
export async function listEntries(actor: Actor, now: Date): Promise<readonly EntryRow[]> {
  const works = await listOwnWorks(actor, 'diary', now)
  const rows = await db.read.diaryEntry.findMany({ where: { workId: { in: works.map(({ id }) => id) } } })
  const facts = new Map(rows.map((row) => [row.workId, row]))
  return works.flatMap(({ fields, ...work }) => {
    const found = facts.get(work.id)
    return found ? [{ ...work, ...readFacts(found), title: titleOf(fields) }] : []
  })
}

/** What stands in clear beside a work, for whoever reads it: whether she may is decided where the work is read. */
export async function factsOf(workId: string): Promise<DiaryFacts | null> {
  const row = await db.read.diaryEntry.findUnique({ where: { workId } })
  return row && readFacts(row)
}

type StoredFacts = Readonly<Record<keyof DiaryFacts, string | null>>

/** The database checks these words. */
function readFacts({ occurredOn, community, category, triage, dueOn, outcome, closedOn }: StoredFacts): DiaryFacts {
  return {
    ...{ occurredOn: occurredOn ?? '', community: community ?? '', dueOn, closedOn },
    category: category as DiaryFacts['category'],
    triage: triage as DiaryFacts['triage'],
    outcome: outcome as DiaryFacts['outcome'],
  }
}
