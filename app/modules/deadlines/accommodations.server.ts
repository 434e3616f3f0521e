import { db } from '~/platform/db.server.ts'

/** The standing accommodation 便利 of a person, in percent of the time that others have: 100 without one. */
export async function timePercentOf(personId: string): Promise<number> {
  const found = await db.read.accommodation.findFirst({
    where: { personId, endedAt: null },
    select: { timePercent: true },
  })
  return found?.timePercent ?? 100
}
