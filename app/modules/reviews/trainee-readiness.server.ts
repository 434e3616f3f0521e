import { menteesOf, traineesOf } from '~/modules/cohorts/scope.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { memberStandings } from './member-standings.server.ts'
import type { ReadinessRow } from './readiness-rows.ts'

/** How ready the trainees are whom the actor mentors, by name: forecasts, never a single answer. */
export function getMenteesReadiness(actor: Actor, now: Date): Promise<readonly ReadinessRow[]> {
  return rowsOf(menteesOf(actor), now)
}

/** The same of one trainee, for whoever sees her learning. */
export async function getTraineeReadiness(actor: Actor, personId: string, now: Date): Promise<ReadinessRow> {
  const [row] = await rowsOf({ AND: [{ id: personId }, traineesOf(actor)] }, now)
  if (!row) throw notFound()
  return row
}

async function rowsOf(where: Prisma.PersonWhereInput, now: Date): Promise<readonly ReadinessRow[]> {
  const people = await db.read.person.findMany({
    where,
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, username: true },
  })
  const standings = await memberStandings(
    people.map(({ id }) => id),
    now,
  )
  return people.map((person, at) => ({ ...person, cells: standings[at]?.readiness ?? [] }))
}
