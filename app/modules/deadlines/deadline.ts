/*
 * Effective deadlines (product.md §2.13). Everything is absolute: a personal deadline is an instant with a reason, not a
 * number of days, so that moving the class's deadline never silently moves or shortens it.
 */
export type PersonalDeadline = { readonly until: Date; readonly isRevoked: boolean }

export type DeadlineFacts = {
  /** the class's deadline; null: open without end */
  readonly ofClass: Date | null
  readonly personal: readonly PersonalDeadline[]
  /** a hard deadline knows no exceptions */
  readonly isHard: boolean
}

/** The latest of what the class has and what she was granted; the class's alone when it is hard. */
export function effectiveDeadline({ ofClass, personal, isHard }: DeadlineFacts): Date | null {
  if (ofClass === null || isHard) return ofClass
  const granted = personal.filter(({ isRevoked }) => !isRevoked).map(({ until }) => until.getTime())
  return new Date(Math.max(ofClass.getTime(), ...granted))
}

/** A standing accommodation in percent of the time: 150 gives half as long again. Whole minutes, never less than before. */
export function allowedMinutes(minutes: number, timePercent: number): number {
  return Math.ceil((minutes * Math.max(100, timePercent)) / 100)
}
