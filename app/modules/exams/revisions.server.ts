import type { RawTx } from '~/platform/db-raw.ts'
import { text, textOrNull, truth } from '~/platform/raw-row.ts'
import type { Paper } from './paper.ts'
import type { Change, Revision } from './regrade.ts'

type StoredRegrade = {
  readonly id: string
  readonly sittingId: string | null
  readonly change: string
  readonly onlyUpwards: boolean
}
export type StandingRegrade = { readonly sittingId: string | null; readonly revision: Revision & { kind: 'change' } }

/** Every change that stands, in the order in which they were made. What was taken back is not among them. */
export async function standingRegrades(reader: Pick<RawTx, '$queryRaw'>): Promise<readonly StandingRegrade[]> {
  const rows = await reader.$queryRaw`
    SELECT "id", "sittingId" AS sitting, "change", "onlyUpwards" AS upwards FROM "Regrade"
    WHERE "undoneAt" IS NULL ORDER BY "madeAt", "id"`
  return rows.map((row) =>
    openRegrade({
      ...{ id: text(row.id), sittingId: textOrNull(row.sitting), change: text(row.change) },
      onlyUpwards: truth(row.upwards),
    }),
  )
}

export function openRegrade({ id, sittingId, change, onlyUpwards }: StoredRegrade): StandingRegrade {
  // Written by regrades.server.ts.
  return {
    sittingId,
    revision: { kind: 'change', revisionId: id, change: JSON.parse(change) as Change, onlyUpwards },
  }
}

/** Those that concern a paper as it was sat: made for everybody, or for this sitting alone. */
export function revisionsOn(
  standing: readonly StandingRegrade[],
  { items }: Paper,
  sittingId: string | null,
): readonly (Revision & { kind: 'change' })[] {
  const onPaper = new Set(items.map(({ versionId, ...item }) => `${versionId} ${'choice' in item ? item.choice : 0}`))
  return standing.flatMap((one) => {
    const { versionId, choice } = one.revision.change
    const isMeant = one.sittingId === null || one.sittingId === sittingId
    return isMeant && onPaper.has(`${versionId} ${choice}`) ? [one.revision] : []
  })
}
