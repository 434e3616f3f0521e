import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand } from '~/modules/identity/permissions.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { mayFoundCohorts, mayRunCohorts } from './cohorts.policy.ts'
import { cohortsOf, requireOpenCohort } from './scope.server.ts'

export type Post = 'coordinator' | 'mentor'

export type StaffMember = {
  readonly id: string
  readonly name: string
  readonly organisation: string
  /** whom she mentors in this cohort */
  readonly trainees: number
}

/** Who has a post in the cohort, and who could be given it: everybody with the role who has not. */
export type Staff = { readonly appointed: readonly StaffMember[]; readonly candidates: readonly Candidate[] }
export type Candidate = { readonly id: string; readonly name: string; readonly organisation: string }

/**
 * Candidates are named to every coordinator, without username or phone: mentors are colleagues whom one must be able to
 * choose from, trainees are not.
 */
export async function listStaff(actor: Actor, cohortId: string, post: Post): Promise<Staff> {
  demand(post === 'coordinator' ? mayFoundCohorts(actor) : mayRunCohorts(actor))
  const person = { select: { id: true, name: true, organisation: { select: { name: true } } } }
  const cohort = await db.read.cohort.findFirst({
    where: { AND: [{ id: cohortId }, cohortsOf(actor)] },
    select: {
      staff: { where: { post }, select: { person }, orderBy: { person: { sortKey: 'asc' } } },
      mentorships: { where: { trainee: { leftAt: null } }, select: { mentorId: true } },
    },
  })
  if (!cohort) throw notFound()
  const appointed = cohort.staff.map((row) => ({
    ...candidateOf(row.person),
    trainees: cohort.mentorships.filter((one) => one.mentorId === row.person.id).length,
  }))
  const others = await db.read.person.findMany({
    where: {
      suspendedAt: null,
      roles: { some: { role: post } },
      posts: { none: { cohortId, post } },
    },
    orderBy: { sortKey: 'asc' },
    ...person,
  })
  return { appointed, candidates: others.map(candidateOf) }
}

export async function appoint(
  actor: Actor,
  cohortId: string,
  post: Post,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  demand(post === 'mentor' || mayFoundCohorts(actor))
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    for (const personId of personIds) await appointOne(tx, actor, cohortId, post, personId, now)
  })
}

/** With the post go her mentorships in this cohort; what was learned and written stays. */
export async function dismiss(actor: Actor, cohortId: string, post: Post, personId: string, now: Date): Promise<void> {
  demand(post === 'mentor' || mayFoundCohorts(actor))
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const { count } = await tx.cohortStaff.deleteMany({ where: { cohortId, personId, post } })
    if (count === 0) throw notFound()
    if (post === 'mentor') await tx.mentorship.deleteMany({ where: { cohortId, mentorId: personId } })
    await audit(tx, {
      actor,
      action: `cohort.${post}-dismissed`,
      objectType: 'person',
      objectId: personId,
      cohortId,
      now,
    })
  })
}

async function appointOne(
  tx: Tx,
  actor: Actor,
  cohortId: string,
  post: Post,
  personId: string,
  now: Date,
): Promise<void> {
  const person = await tx.person.findFirst({
    where: { id: personId, suspendedAt: null, roles: { some: { role: post } } },
    select: { posts: { where: { cohortId, post }, select: { personId: true } } },
  })
  if (!person) throw notFound()
  if (person.posts.length > 0) return
  await tx.cohortStaff.create({ data: { cohortId, personId, post, since: now } })
  const action = `cohort.${post}-appointed`
  await audit(tx, { actor, action, objectType: 'person', objectId: personId, cohortId, now })
}

function candidateOf(person: { id: string; name: string; organisation: { name: string } }): Candidate {
  return { id: person.id, name: person.name, organisation: person.organisation.name }
}
