import { type Learned, type LessonInTrack, type LessonState, type StartedVersion, stateOf } from './progress.ts'

/*
 * A track as one letter a lesson: what the sheet of a cohort is made of. The letters follow the order of the lessons;
 * `layoutOf` names that order, so that a row packed for an older edition of the track is seen and computed anew.
 */
export const letters = {
  finished: 'f',
  reading: 'r',
  open: 'o',
  new: 'n',
  locked: 'l',
} as const satisfies Readonly<Record<LessonState, string>>
export type Letter = (typeof letters)[LessonState]

const states: Readonly<Record<string, LessonState>> = {
  f: 'finished',
  r: 'reading',
  o: 'open',
  n: 'new',
  l: 'locked',
} satisfies Record<Letter, LessonState>

export type PackedTrack = {
  readonly cells: string
  readonly layout: string
  readonly finished: number
  readonly total: number
}

export function packTrack(
  lessons: readonly LessonInTrack[],
  learned: Learned,
  startedVersion: StartedVersion,
): PackedTrack {
  const cells = packCells(lessons.map((lesson) => stateOf(lesson, learned, startedVersion)))
  return { cells, layout: layoutOf(lessons), finished: countFinished(cells), total: lessons.length }
}

export function packCells(list: readonly LessonState[]): string {
  return list.map((state) => letters[state]).join('')
}

export function unpackCells(cells: string): readonly LessonState[] {
  return [...cells].map((letter) => states[letter] ?? 'open')
}

export function countFinished(cells: string): number {
  let count = 0
  for (let at = cells.indexOf(letters.finished); at >= 0; at = cells.indexOf(letters.finished, at + 1)) count += 1
  return count
}

/** Changes when anything changes that the letters depend on, beside what she has learned. */
export function layoutOf(lessons: readonly LessonInTrack[]): string {
  return digest(lessons.map(({ id, prerequisites, addedIn }) => `${id}<${prerequisites}@${addedIn}`).join(' '))
}

/** Tells texts apart; not for secrets. (cyrb53) */
function digest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    a = Math.imul(a ^ code, 2_654_435_761)
    b = Math.imul(b ^ code, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return (4_294_967_296 * (b & 2_097_151) + (a >>> 0)).toString(36)
}
