import { lessonsOf, type Track } from '~/modules/content/library.ts'
import type { Learning } from './learning.ts'
import { learnedIn } from './learning.ts'
import { type PackedTrack, packTrack } from './packed.ts'

/** A trainee's track as it is kept for lists and sheets: computed from her facts, nothing else. */
export type TrackRow = PackedTrack & {
  readonly creditedSeconds: number
  readonly lastActivityAt: Date | null
}

export function trackRow(track: Track, learning: Learning): TrackRow {
  const lessons = lessonsOf(track)
  const startedVersion = learning.starts.get(track.id)?.startedVersion ?? null
  let creditedSeconds = 0
  let lastActivityAt: Date | null = null
  for (const { id } of lessons) {
    const record = learning.lessons.get(id)
    if (!record) continue
    creditedSeconds += record.creditedSeconds
    if (!lastActivityAt || record.lastActivityAt > lastActivityAt) lastActivityAt = record.lastActivityAt
  }
  return { ...packTrack(lessons, learnedIn(learning.lessons), startedVersion), creditedSeconds, lastActivityAt }
}

/** Names of what differs between two rows of the same trainee and track. */
export function differences(kept: TrackRow, computed: TrackRow): ReadonlyArray<keyof TrackRow> {
  const keys = ['cells', 'layout', 'finished', 'total', 'creditedSeconds', 'lastActivityAt'] as const
  return keys.filter((key) => String(plain(kept[key])) !== String(plain(computed[key])))
}

function plain(value: TrackRow[keyof TrackRow]): string | number | null {
  return value instanceof Date ? value.getTime() : value
}
