import { randomUUID } from 'node:crypto'
import { db, type Tx } from '~/platform/db.server.ts'
import { type Fact, isEvidenceKind, type RecordedFact } from './evidence.ts'

/**
 * Writes a fact unless it stands already: false when it did. Exactly once under any race, because the database itself keeps
 * one standing fact of a kind for a subject.
 */
export async function recordFact(tx: Tx, fact: Fact): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO "Evidence" ("id", "userId", "cohortId", "organisationId", "kind", "subjectType", "subjectId",
      "occurredAt", "minutes", "source", "recordedBy")
    VALUES (${randomUUID()}, ${fact.personId}, ${fact.cohortId}, ${fact.organisationId}, ${fact.kind},
      ${fact.subjectType}, ${fact.subjectId}, ${fact.occurredAt}, ${fact.minutes}, ${fact.source}, ${fact.recordedBy})
    ON CONFLICT DO NOTHING`
  return written === 1
}

type FactQuery = { readonly personId: string; readonly subjectIds?: readonly string[]; readonly limit: number }

/** Standing facts of a person, the latest first. Whoever asks has made sure that the reader may see this person. */
export async function listFacts({ personId, subjectIds, limit }: FactQuery): Promise<readonly RecordedFact[]> {
  const rows = await db.read.evidence.findMany({
    where: { userId: personId, revokedAt: null, ...(subjectIds ? { subjectId: { in: [...subjectIds] } } : {}) },
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
