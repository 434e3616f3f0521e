import { lessonsOf, type Track } from '~/modules/content/library.ts'
import { readLearning } from '~/modules/courses/learning.server.ts'
import { layoutOf, packTrack } from '~/modules/courses/packed.ts'
import { trackRow } from '~/modules/courses/track-row.ts'
import { db } from '~/platform/db.server.ts'
import { instantOrNull, type RawRow, text, textOrNull, wholeOrNull } from '~/platform/raw-row.ts'

export type KeptRow = { readonly cells: string; readonly seconds: number; readonly last: Date | null }

/**
 * Reads the rows that are kept of a track (`person`, `cells`, `layout`, `seconds`, `last`). One that was kept for another
 * edition of the track is made anew from the trainee's facts, until her next act writes it.
 */
export function keptRows(track: Track): (row: RawRow) => KeptRow | Promise<KeptRow> {
  const lessons = lessonsOf(track)
  const layout = layoutOf(lessons)
  const untouched = packTrack(lessons, { started: new Set(), finished: new Set() }, null).cells
  return (row) => {
    if (row.layout !== null && row.layout !== layout) return computed(track, text(row.person))
    return {
      cells: textOrNull(row.cells) ?? untouched,
      seconds: wholeOrNull(row.seconds) ?? 0,
      last: instantOrNull(row.last),
    }
  }
}

async function computed(track: Track, personId: string): Promise<KeptRow> {
  const row = trackRow(track, await readLearning(db.read, personId))
  return { cells: row.cells, seconds: row.creditedSeconds, last: row.lastActivityAt }
}
