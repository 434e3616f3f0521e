/*
 * The spine of the product: facts of training. The module that owns an act writes its own rows and one fact in the same
 * transaction; plans, hours, sheets and statistics only read them.
 */
/** A new kind of activity adds its kind here. */
export const evidenceKinds = [
  'lesson-finished',
  'exam-scored',
  'exam-passed',
  'certificate-earned',
  'diary-accepted',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export type Fact = {
  readonly personId: string
  /** the agency she belongs to as of then */
  readonly organisationId: string
  /** context only: a fact counts wherever it fits */
  readonly cohortId: string | null
  readonly kind: EvidenceKind
  readonly subjectType: 'lesson' | 'attempt' | 'exam-record' | 'certificate' | 'work'
  readonly subjectId: string
  readonly occurredAt: Date
  readonly minutes: number | null
  /** what was reached, of what; scale 2: half-points, 100: hundredths */
  readonly score?: { readonly points: number; readonly outOf: number; readonly scale: 2 | 100 }
  readonly source: 'system' | 'manual' | 'import'
  readonly recordedBy: string
}

export type RecordedFact = {
  readonly id: string
  readonly kind: EvidenceKind
  readonly subjectId: string
  readonly occurredAt: Date
  readonly minutes: number
  readonly source: Fact['source']
  readonly recordedByName: string | null
}

export function isEvidenceKind(text: string): text is EvidenceKind {
  return evidenceKinds.some((kind) => kind === text)
}
