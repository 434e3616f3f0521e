/** Of each person: a thousand photos as they are kept, or forty scanned reports. */
export const mostBytesAPerson = 200_000_000

/** Each upload holds a file of its own open while it arrives. */
export const mostAtOnce = 5

const hour = 60 * 60_000
/** Uploads of one person. */
export const uploadLaw = { kind: 'quota', limit: 60, windowMs: hour } as const

export function hasRoom(usedBytes: number, moreBytes: number): boolean {
  return usedBytes + moreBytes <= mostBytesAPerson
}
