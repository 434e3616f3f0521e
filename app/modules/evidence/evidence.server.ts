import { randomUUID } from 'node:crypto'
import { db, type Tx } from '~/platform/db.server.ts'
import type { RawTx } from '~/platform/db-raw.ts'
import { type EvidenceKind, type Fact, isEvidenceKind, type RecordedFact } from './evidence.ts'

/**
 * Writes a fact unless it stands already: false when it did. Exactly once under any race, because the database itself keeps
 * one standing fact of a kind for a subject.
 */
export async function recordFact(tx: Pick<RawTx, '$executeRaw'>, fact: Fact): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO "Evidence" ("id", "userId", "cohortId", "organisationId", "kind", "subjectType", "subjectId",
      "occurredAt", "minutes", "points", "outOf", "scale", "source", "recordedBy")
    VALUES (${randomUUID()}, ${fact.personId}, ${fact.cohortId}, ${fact.organisationId}, ${fact.kind},
      ${fact.subjectType}, ${fact.subjectId}, ${fact.occurredAt}, ${fact.minutes},
      ${fact.score?.points ?? null}, ${fact.score?.outOf ?? null}, ${fact.score?.scale ?? null}, ${fact.source}, ${fact.recordedBy})
    ON CONFLICT DO NOTHING`
  return written === 1
}

type FactQuery = {
  readonly personId: string
  readonly kind: EvidenceKind
  readonly subjectIds?: readonly string[]
  readonly limit: number
}

/** Standing facts of one kind of a person, the latest first. Whoever asks has made sure that the reader may see this person. */
export async function listFacts({ personId, kind, subjectIds, limit }: FactQuery): Promise<readonly RecordedFact[]> {
  const rows = await db.read.evidence.findMany({
    where: { userId: personId, kind, revokedAt: null, ...(subjectIds ? { subjectId: { in: [...subjectIds] } } : {}) },
    orderBy: [{ occurredAt: 'desc' }, { id: 'asc' }],
    take: limit,
  })
  const names = await namesOf(rows.map(({ recordedBy }) => recordedBy))
  return rows.flatMap(({ id, kind, subjectId, occurredAt, minutes, source, recordedBy }): RecordedFact[] => {
    if (!isEvidenceKind(kind) || !isSource(source)) return []
    const recordedByName = names.get(recordedBy) ?? null
    return [{ id, kind, subjectId, occurredAt, minutes: minutes ?? 0, source, recordedByName }]
  })
}

async function namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await db.read.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}

function isSource(text: string): text is RecordedFact['source'] {
  return text === 'system' || text === 'manual' || text === 'import'
}

/** What facts stood on is gone, or was wrong. They stay, revoked, with the reason. */
export async function revokeFacts(
  tx: Tx,
  facts: { readonly kind: EvidenceKind; readonly subjectIds: readonly string[] },
  reason: string,
  now: Date,
): Promise<void> {
  if (facts.subjectIds.length === 0) return
  await tx.evidence.updateMany({
    where: { kind: facts.kind, subjectId: { in: [...facts.subjectIds] }, revokedAt: null },
    data: { revokedAt: now, reason },
  })
}

/** Standing facts of one kind, by subject. Inside a write that will change what they say. */
export async function standingFacts(tx: Pick<Tx, 'evidence'>, kind: EvidenceKind, subjectIds: readonly string[]) {
  const rows = await tx.evidence.findMany({ where: { kind, subjectId: { in: [...subjectIds] }, revokedAt: null } })
  return new Map(rows.map((row) => [row.subjectId, row]))
}

type StandingFact = Awaited<ReturnType<typeof standingFacts>> extends Map<string, infer Row> ? Row : never

/** Facts that were just revoked, told again with other figures: in one statement, however many there are. */
export async function tellAnew(tx: Tx, facts: readonly StandingFact[]): Promise<void> {
  await tx.evidence.createMany({ data: facts.map((fact) => ({ ...fact, id: randomUUID() })) })
}
