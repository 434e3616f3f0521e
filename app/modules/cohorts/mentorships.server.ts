import { auditAll } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { type Assignment, spreadEvenly } from './even-spread.ts'
import { requireOpenCohort } from './scope.server.ts'

/** Gives each of these trainees this mentor, beside the ones they have. */
export async function assignMentor(
  actor: Actor,
  cohortId: string,
  traineeIds: readonly string[],
  mentorId: string,
  now: Date,
): Promise<void> {
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    await requireMembers(tx, cohortId, traineeIds)
    const mentor = await tx.cohortStaff.findFirst({
      where: { cohortId, personId: mentorId, post: 'mentor', person: { suspendedAt: null } },
      select: { personId: true },
    })
    if (!mentor) throw notFound()
    const already = await tx.mentorship.findMany({
      where: { cohortId, mentorId, traineeId: { in: [...traineeIds] } },
      select: { traineeId: true },
    })
    const missing = traineeIds.filter((id) => !already.some(({ traineeId }) => traineeId === id))
    await save(
      tx,
      actor,
      cohortId,
      missing.map((traineeId) => ({ traineeId, mentorId })),
      now,
    )
  })
}

/** Takes this mentor from each of these trainees. */
export async function withdrawMentor(
  actor: Actor,
  cohortId: string,
  traineeIds: readonly string[],
  mentorId: string,
  now: Date,
): Promise<void> {
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const where = { cohortId, mentorId, traineeId: { in: [...traineeIds] } }
    const had = await tx.mentorship.findMany({ where, select: { traineeId: true } })
    await tx.mentorship.deleteMany({ where })
    const lost = had.map(({ traineeId }) => ({ traineeId, mentorId }))
    await record(tx, actor, 'cohort.mentor-withdrawn', cohortId, lost, now)
  })
}

/** Divides those who have no mentor among the cohort's mentors; returns how many were given one. */
export async function divideEvenly(actor: Actor, cohortId: string, now: Date): Promise<number> {
  return db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const [trainees, mentors] = [
      await tx.cohortMember.findMany({
        where: { cohortId, leftAt: null, mentorships: { none: {} } },
        orderBy: { person: { sortKey: 'asc' } },
        select: { personId: true },
      }),
      await tx.cohortStaff.findMany({
        where: { cohortId, post: 'mentor', person: { suspendedAt: null } },
        orderBy: { person: { sortKey: 'asc' } },
        select: { personId: true },
      }),
    ]
    const held = await tx.mentorship.groupBy({ by: ['mentorId'], where: { cohortId }, _count: { traineeId: true } })
    const loads = mentors.map(({ personId }) => ({
      mentorId: personId,
      trainees: held.find((row) => row.mentorId === personId)?._count.traineeId ?? 0,
    }))
    const assignments = spreadEvenly(
      trainees.map(({ personId }) => personId),
      loads,
    )
    await save(tx, actor, cohortId, assignments, now)
    return assignments.length
  })
}

async function save(
  tx: Tx,
  actor: Actor,
  cohortId: string,
  assignments: readonly Assignment[],
  now: Date,
): Promise<void> {
  await tx.mentorship.createMany({ data: assignments.map((one) => ({ cohortId, ...one, since: now })) })
  await record(tx, actor, 'cohort.mentor-assigned', cohortId, assignments, now)
}

function record(
  tx: Tx,
  actor: Actor,
  action: string,
  cohortId: string,
  assignments: readonly Assignment[],
  now: Date,
): Promise<void> {
  const trace = { actor, action, objectType: 'person', cohortId, now }
  return auditAll(
    tx,
    assignments.map(({ traineeId, mentorId }) => ({ ...trace, objectId: traineeId, reason: mentorId })),
  )
}

/** All of them are members now; a forged id among them is not found. */
export async function requireMembers(tx: Tx, cohortId: string, personIds: readonly string[]): Promise<void> {
  const wanted = new Set(personIds)
  const count = await tx.cohortMember.count({ where: { cohortId, leftAt: null, personId: { in: [...wanted] } } })
  if (count !== wanted.size) throw notFound()
}

/** Who accompanies her now: the sentence of scope.server.ts about mentors, asked from her side. */
export async function mentorsOf(
  traineeId: string,
  reader: Pick<Tx, 'mentorship'> = db.read,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await reader.mentorship.findMany({
    where: {
      ...{ traineeId, trainee: { leftAt: null }, cohort: { archivedAt: null } },
      mentor: { suspendedAt: null, roles: { some: { role: 'mentor' } } },
    },
    orderBy: [{ mentor: { sortKey: 'asc' } }, { mentorId: 'asc' }],
    select: { mentor: { select: { id: true, name: true } } },
  })
  return [...new Map(rows.map(({ mentor }) => [mentor.id, mentor])).values()]
}
