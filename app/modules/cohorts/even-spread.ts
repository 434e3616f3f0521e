/*
 * Who mentors whom, when a cohort's trainees are divided among its mentors: each trainee without a mentor goes to whoever has
 * the fewest then. Nobody who has a mentor is moved.
 */
export type Load = { readonly mentorId: string; readonly trainees: number }
export type Assignment = { readonly traineeId: string; readonly mentorId: string }

export function spreadEvenly(traineeIds: readonly string[], loads: readonly Load[]): readonly Assignment[] {
  const counts = new Map(loads.map((load) => [load.mentorId, load.trainees]))
  return traineeIds.flatMap((traineeId) => {
    const [least] = [...counts].sort(([, a], [, b]) => a - b)
    if (!least) return []
    const [mentorId, count] = least
    counts.set(mentorId, count + 1)
    return { traineeId, mentorId }
  })
}
