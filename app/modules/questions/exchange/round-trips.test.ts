import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportedQuestions } from '#tests/support/arbitrary-questions.ts'
import { readQuestions, type WriteFormat, writeQuestions } from './read-file.server.ts'

test.each<WriteFormat>(['xlsx', 'gift', 'moodle-xml'])('%s: what was written reads back as it was', async (format) => {
  await fc.assert(
    fc.asyncProperty(exportedQuestions, async (questions) => {
      const bytes = await writeQuestions(questions, format)
      const result = readQuestions({ name: 'bank', bytes }, { subject: 'jz' })
      expect(result.format).toBe(format)
      expect(result.items.map(({ rowKey, question }) => ({ rowKey, question }))).toEqual(questions)
      expect(result.items.flatMap(({ problems }) => problems.filter(({ level }) => level === 'error'))).toEqual([])
    }),
    { numRuns: format === 'xlsx' ? 60 : 200 },
  )
})
