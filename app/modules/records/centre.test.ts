import { expect, test } from 'vitest'
import { warningsFor } from './centre.ts'

const now = new Date('2026-11-23T10:00:00Z')
const calm = { unmentored: 0, contentRemarks: 0 }
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

test('a centre that is looked after says nothing', () => {
  expect(warningsFor(calm, { lastBackupAt: hoursAgo(26), freeDiskPercent: 20 }, now)).toEqual([])
})

test('what could lose work comes first', () => {
  const warnings = warningsFor(
    { unmentored: 3, contentRemarks: 2 },
    { lastBackupAt: hoursAgo(27.5), freeDiskPercent: 12 },
    now,
  )
  expect(warnings).toEqual([
    { kind: 'backupOld', hours: 27 },
    { kind: 'disk', percent: 12 },
    { kind: 'unmentored', count: 3 },
    { kind: 'content', count: 2 },
  ])
})

test('no backup at all is said as that', () => {
  expect(warningsFor(calm, { lastBackupAt: null, freeDiskPercent: 90 }, now)).toEqual([{ kind: 'backupNever' }])
})
