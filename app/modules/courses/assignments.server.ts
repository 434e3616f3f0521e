import { audit } from '~/modules/audit/audit.server.ts'
import { cohortsOf, requireOpenCohort } from '~/modules/cohorts/scope.server.ts'
import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import { lessonsOf, type Topic } from '~/modules/content/library.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import type { Day } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { trackOn } from './shelf.ts'
import { summaryIn, titleIn } from './titles.ts'

export type CohortTracks = {
  readonly cohort: { readonly id: string; readonly name: string; readonly endsOn: Day; readonly isArchived: boolean }
  readonly tracks: ReadonlyArray<{
    readonly id: string
    readonly topic: Topic
    readonly title: string
    readonly summary: string
    readonly lessons: number
    readonly minutes: number
    readonly assignment: { readonly assignedAt: Date; readonly dueOn: Day | null } | null
  }>
}

/** Every track of the centre, and which of them this cohort was given. */
export async function listCohortTracks(actor: Actor, cohortId: string): Promise<CohortTracks> {
  const cohort = await db.read.cohort.findFirst({
    where: { AND: [{ id: cohortId }, cohortsOf(actor)] },
    include: { tracks: true },
  })
  if (!cohort) throw notFound()
  const shelf = await libraryFor([cohortId])
  const given = new Map(cohort.tracks.map(({ trackId, assignedAt, dueOn }) => [trackId, { assignedAt, dueOn }]))
  return {
    cohort: { id: cohort.id, name: cohort.name, endsOn: cohort.endsOn, isArchived: cohort.archivedAt !== null },
    tracks: shelf.tracks.map((track) => ({
      id: track.id,
      topic: track.topic,
      title: titleIn(actor.locale, track),
      summary: summaryIn(actor.locale, track),
      lessons: lessonsOf(track).length,
      minutes: lessonsOf(track).reduce((sum, { minutes }) => sum + minutes, 0),
      assignment: given.get(track.id) ?? null,
    })),
  }
}

/** Gives the track, or changes the day by which it is to be finished: the day on which it was given stays. */
export async function assignTrack(
  actor: Actor,
  cohortId: string,
  { trackId, dueOn }: { readonly trackId: string; readonly dueOn: Day | null },
  now: Date,
): Promise<void> {
  trackOn(await libraryFor([cohortId]), trackId)
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    await tx.cohortTrack.upsert({
      where: { cohortId_trackId: { cohortId, trackId } },
      create: { cohortId, trackId, assignedBy: actor.personId, assignedAt: now, dueOn },
      update: { dueOn },
    })
    await audit(tx, { actor, action: 'track.assigned', objectType: 'track', objectId: trackId, cohortId, now })
  })
}

/** What was learned in it stays: only the expectation goes. */
export async function withdrawTrack(actor: Actor, cohortId: string, trackId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const { count } = await tx.cohortTrack.deleteMany({ where: { cohortId, trackId } })
    if (count === 0) return
    await audit(tx, { actor, action: 'track.withdrawn', objectType: 'track', objectId: trackId, cohortId, now })
  })
}
