import { randomUUID } from 'node:crypto'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { createPerson, testNow } from './people.ts'

/* Makers of cohorts; people are made by people.ts. */
export type CohortOver = {
  readonly id?: string
  readonly name?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly archivedAt?: Date | null
  readonly coordinators?: readonly Actor[]
  readonly mentors?: readonly Actor[]
  readonly trainees?: readonly Actor[]
  /** each trainee with her mentors; both are added to the cohort */
  readonly mentored?: ReadonlyArray<readonly [trainee: Actor, ...mentors: Actor[]]>
}

export async function createCohort(over: CohortOver = {}): Promise<string> {
  const id = over.id ?? randomUUID()
  const mentored = over.mentored ?? []
  const trainees = new Set([...(over.trainees ?? []), ...mentored.map(([trainee]) => trainee)])
  const mentors = new Set([...(over.mentors ?? []), ...mentored.flatMap(([, ...mentors]) => mentors)])
  await db.write(async (tx) => {
    await tx.cohort.create({
      data: {
        id,
        name: over.name ?? '第一期',
        startsOn: over.startsOn ?? '2026-09-01',
        endsOn: over.endsOn ?? '2026-12-31',
        createdAt: testNow,
        archivedAt: over.archivedAt ?? null,
      },
    })
    for (const [post, people] of [
      ['coordinator', over.coordinators ?? []],
      ['mentor', mentors],
    ] as const) {
      for (const { personId } of people) {
        await tx.cohortStaff.create({ data: { cohortId: id, personId, post, since: testNow } })
      }
    }
    for (const { personId } of trainees) {
      await tx.cohortMember.create({ data: { cohortId: id, personId, joinedAt: testNow, leftAt: null } })
    }
    for (const [trainee, ...hers] of mentored) {
      for (const { personId } of hers) {
        const data = { cohortId: id, traineeId: trainee.personId, mentorId: personId, since: testNow }
        await tx.mentorship.create({ data })
      }
    }
  })
  return id
}

/** Two cohorts that share nobody: what belongs to one must not be seen from the other. */
export async function createTwoCohorts() {
  const [coordinator, otherCoordinator] = [
    await createPerson({ roles: ['coordinator'], name: '沈若溪' }),
    await createPerson({ roles: ['coordinator'], name: '孟知夏' }),
  ]
  const [mentor, otherMentor] = [
    await createPerson({ roles: ['mentor'], name: '陆青禾' }),
    await createPerson({ roles: ['mentor'], name: '温以宁' }),
  ]
  const [trainee, otherTrainee] = [await createPerson({ name: '林小满' }), await createPerson({ name: '路遥知' })]
  const administrator = await createPerson({ roles: ['administrator'], name: '顾闻笙' })
  const cohortId = await createCohort({ coordinators: [coordinator], mentored: [[trainee, mentor]] })
  const otherCohortId = await createCohort({
    name: '第二期',
    coordinators: [otherCoordinator],
    mentored: [[otherTrainee, otherMentor]],
  })
  return {
    administrator,
    coordinator,
    mentor,
    trainee,
    cohortId,
    otherCoordinator,
    otherMentor,
    otherTrainee,
    otherCohortId,
  }
}
