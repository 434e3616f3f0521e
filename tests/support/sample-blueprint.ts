import * as bank from './sample-bank.ts'

/** As jz-2026.yaml, so that pure tests read no files. */
export const sampleBlueprint = bank.sampleBlueprint({
  chapterWeights: { 1: 10, 2: 4, 3: 6, 4: 9, 5: 8, 6: 13, 7: 12, 8: 13, 9: 7, 10: 6, 11: 5, 12: 7 },
})
