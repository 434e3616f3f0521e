/*
 * Pages that follow what others do ask for a version every few seconds (docs/decisions/0012).
 */
export type LiveScope =
  | { readonly kind: 'me' | 'trainees' }
  | { readonly kind: 'cohort' | 'trainee'; readonly id: string }
  /** the room of an exam: exams/sitting-room.server.ts */
  | { readonly kind: 'sitting'; readonly id: string }

export function readScope(text: string): LiveScope | null {
  if (text === 'me' || text === 'trainees') return { kind: text }
  const [, kind, id] = /^(cohort|trainee|sitting):([\w-]{1,64})$/.exec(text) ?? []
  if (id === undefined) return null
  if (kind === 'sitting') return { kind, id }
  return { kind: kind === 'cohort' ? kind : 'trainee', id }
}

export function writeScope(scope: LiveScope): string {
  return 'id' in scope ? `${scope.kind}:${scope.id}` : scope.kind
}

/** Is what the page shows older than what has happened since? `known` is the version that the page was told last. */
export function isOutdated(
  told: { readonly version: string; readonly changedAt: number },
  page: { readonly known: string | null; readonly madeAt: number },
): boolean {
  if (page.known !== null) return told.version !== page.known
  return told.changedAt >= page.madeAt
}
