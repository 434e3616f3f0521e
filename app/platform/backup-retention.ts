const hourMs = 3_600_000

/** One backup an hour for a day, one a day for two weeks, one a week for two months. */
const steps = [
  { every: hourMs, count: 24 },
  { every: 24 * hourMs, count: 14 },
  { every: 7 * 24 * hourMs, count: 8 },
] as const

/** Which backups to keep: of each hour, day and week that counts the newest one; and always the newest of all. */
export function backupsToKeep(takenAt: readonly Date[], now: Date): readonly Date[] {
  const newestFirst = [...takenAt].sort((a, b) => b.getTime() - a.getTime())
  const kept = new Set(newestFirst.slice(0, 1))
  for (const { every, count } of steps) {
    const slots = new Set<number>()
    for (const at of newestFirst) {
      const slot = Math.floor(at.getTime() / every)
      if (slots.has(slot) || now.getTime() - at.getTime() > every * count) continue
      slots.add(slot)
      kept.add(at)
    }
  }
  return [...kept].sort((a, b) => a.getTime() - b.getTime())
}
