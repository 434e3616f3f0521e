/*
 * Where she stopped reading: a block of the text, which stays right when paragraphs above it change, and how far down it
 * is, for the line on top and for lists.
 */
export type Position = { readonly block: string; readonly percent: number }

/** Below this she has only looked at the beginning: «continue where you stopped» would be noise. */
const leastPercent = 4

/** Where to offer to go on; null when there is nothing to jump over, or the lesson was read to its end. */
export function resumeAt(
  position: { readonly block: string | null; readonly percent: number },
  isInText: (block: string) => boolean,
): Position | null {
  const { block, percent } = position
  if (block === null || !isInText(block) || percent < leastPercent || percent >= 100) return null
  return { block, percent }
}

/** How far a block is down a text of so many blocks: the last one is 100. */
export function percentAt(index: number, count: number): number {
  if (count <= 1) return 100
  return Math.round((Math.min(Math.max(index, 0), count - 1) / (count - 1)) * 100)
}
