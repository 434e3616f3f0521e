import { cohortsOf } from '~/modules/cohorts/scope.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { has } from '~/modules/identity/permissions.ts'
import type { Tx } from '~/platform/db.server.ts'

/** What a person may write: lessons of the cohorts that she coordinates; an administrator those of the whole centre. */
export type WritingScope = {
  readonly cohorts: ReadonlyArray<{ readonly id: string; readonly name: string }>
  readonly isCentre: boolean
}

type Reader = Pick<Tx, 'cohort'>

export async function writingScope(reader: Reader, actor: Actor): Promise<WritingScope> {
  // An administrator sees every cohort, but speaks to none in its coordinator's name.
  const asCoordinator = { ...actor, roles: actor.roles.filter((role) => role === 'coordinator') }
  const cohorts = await reader.cohort.findMany({
    where: { archivedAt: null, ...cohortsOf(asCoordinator) },
    select: { id: true, name: true },
    orderBy: { startsOn: 'desc' },
  })
  return { cohorts, isCentre: has(actor, 'administrator') }
}

export function isInScope(scope: WritingScope, cohortId: string | null): boolean {
  return cohortId === null ? scope.isCentre : scope.cohorts.some(({ id }) => id === cohortId)
}

/** Cohorts whose lessons a person reads: she belongs to them or looks after them. */
export async function readingCohorts(reader: Reader, actor: Actor): Promise<readonly string[]> {
  const { personId } = actor
  const cohorts = await reader.cohort.findMany({
    where: {
      archivedAt: null,
      OR: [{ members: { some: { personId, leftAt: null } } }, { staff: { some: { personId } } }],
    },
    select: { id: true },
  })
  return cohorts.map(({ id }) => id)
}
