import { libraryFor } from '~/modules/content/authored-shelf.server.ts'
import type { Library, Track } from '~/modules/content/library.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { readLearning } from './learning.server.ts'
import { assignmentOf, type Learning } from './learning.ts'
import { trackOn } from './shelf.ts'
import { trackRow } from './track-row.ts'

/** 自选学习: a track nobody gave her. Joining one that she has already changes nothing. */
export async function joinTrack(actor: Actor, trackId: string, now: Date): Promise<void> {
  const shelf = await libraryFor((await readLearning(db.read, actor.personId)).cohortIds)
  const track = trackOn(shelf, trackId)
  await db.write(async (tx) => {
    const learning = await readLearning(tx, actor.personId)
    if (!learning.starts.has(trackId)) await keepTrack(tx, actor.personId, begun(learning, track, now), track, now)
  })
}

/** The learning as it is once she has begun this track. */
export function begun(learning: Learning, track: Track, now: Date): Learning {
  if (learning.starts.has(track.id)) return learning
  const start = {
    startedVersion: track.version,
    startedAt: now,
    joinedFreely: assignmentOf(learning, track.id) === undefined,
  }
  return { ...learning, starts: new Map(learning.starts).set(track.id, start) }
}

/** Writes the row of one track as the facts in `learning` make it. */
export async function keepTrack(tx: Tx, personId: string, learning: Learning, track: Track, now: Date): Promise<void> {
  const start = learning.starts.get(track.id)
  if (!start) return
  const row = { ...trackRow(track, learning), updatedAt: now }
  await tx.trackProgress.upsert({
    where: { personId_trackId: { personId, trackId: track.id } },
    create: { personId, trackId: track.id, ...start, ...row },
    update: row,
  })
}

/** A finished lesson may unlock lessons of other tracks: all rows of hers follow. */
export async function keepTracks(tx: Tx, personId: string, learning: Learning, shelf: Library, now: Date) {
  for (const trackId of learning.starts.keys()) {
    const track = shelf.track(trackId)
    if (track) await keepTrack(tx, personId, learning, track, now)
  }
}
