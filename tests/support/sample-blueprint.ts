import type { Blueprint } from '~/modules/exams/blueprint.ts'

/** As jz-2026.yaml, so that pure tests read no files. */
export const sampleBlueprint: Blueprint = {
  id: 'jz-2026',
  subject: 'jz',
  year: 2026,
  edition: '2025',
  title: '2026 年社会工作综合能力（初级）',
  titleEn: 'General ability (junior) 2026',
  minutes: 120,
  passLine: 120,
  parts: [
    { kind: 'single', count: 60, halfPoints: 2, rule: 'single' },
    { kind: 'multiple', count: 20, halfPoints: 4, rule: 'multipleSocialWork' },
  ],
  chapterWeights: { 1: 10, 2: 4, 3: 6, 4: 9, 5: 8, 6: 13, 7: 12, 8: 13, 9: 7, 10: 6, 11: 5, 12: 7 },
  lawCutoff: '2025-12-31',
}
