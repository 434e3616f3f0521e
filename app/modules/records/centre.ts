import type { CentreFigures } from './centre.server.ts'

const oldBackupHours = 26
const littleDiskPercent = 20

export type SystemState = {
  /** null: there is none */
  readonly lastBackupAt: Date | null
  readonly freeDiskPercent: number
}

/** What an administrator must look after; the page says each in a sentence, the most urgent first. */
export type Warning =
  | { readonly kind: 'backupNever' }
  | { readonly kind: 'backupOld'; readonly hours: number }
  | { readonly kind: 'disk'; readonly percent: number }
  | { readonly kind: 'unmentored'; readonly count: number }
  | { readonly kind: 'content'; readonly count: number }

export function warningsFor(
  figures: Pick<CentreFigures, 'unmentored' | 'contentRemarks'>,
  system: SystemState,
  now: Date,
): readonly Warning[] {
  const warnings: Warning[] = []
  if (!system.lastBackupAt) warnings.push({ kind: 'backupNever' })
  else {
    const hours = Math.floor((now.getTime() - system.lastBackupAt.getTime()) / 3_600_000)
    if (hours > oldBackupHours) warnings.push({ kind: 'backupOld', hours })
  }
  if (system.freeDiskPercent < littleDiskPercent) warnings.push({ kind: 'disk', percent: system.freeDiskPercent })
  if (figures.unmentored > 0) warnings.push({ kind: 'unmentored', count: figures.unmentored })
  if (figures.contentRemarks > 0) warnings.push({ kind: 'content', count: figures.contentRemarks })
  return warnings
}
