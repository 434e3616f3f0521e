export type Entry = {
  readonly id: string
  readonly at: Date
  readonly actorId: string | null
  readonly role: string | null
  readonly action: string
  readonly objectType: string
  readonly objectId: string
  readonly cohortId: string | null
  readonly outcome: string
  readonly reason: string | null
  readonly requestId: string | null
  readonly network: string | null
}

/** The one way to write an entry down, on either database: what the chain's hashes are made of. */
export function canonical(entry: Entry): string {
  return JSON.stringify([
    entry.id,
    entry.at.toISOString(),
    entry.actorId,
    entry.role,
    entry.action,
    entry.objectType,
    entry.objectId,
    entry.cohortId,
    entry.outcome,
    entry.reason,
    entry.requestId,
    entry.network,
  ])
}
