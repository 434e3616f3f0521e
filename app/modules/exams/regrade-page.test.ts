import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editParams, readRegradeQuery, summaryOf } from './regrade-page.ts'
import type { Result } from './scoring.ts'

const result = (halfPoints: number, passed = halfPoints >= 12, outOf = 20): Result => ({
  ...{ halfPoints, outOf, passed, nominal: 20, passLine: 12, marks: [], pending: [], isEmpty: false },
})
const moved = (before: Result, after: Result, wouldGoDown = false) => ({ before, after, wouldGoDown })

test('who goes up, down, over the line and under it; who is spared', () => {
  const summary = summaryOf([
    moved(result(10), result(12)),
    moved(result(12), result(10), true),
    moved(result(14), result(14), true),
    moved(result(20), result(20)),
  ])
  expect(summary).toMatchObject({ attempts: 4, up: 1, down: 1, kept: 1, nowPass: 1, nowFail: 1 })
  expect(summary.bands.map(({ before }) => before)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 0, 1])
  expect(summary.bands.map(({ after }) => after)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 0, 1])
})

test('the pass line is the share that has to be reached, from the lowest to the highest of the papers', () => {
  const { passMarks } = summaryOf([moved(result(10), result(12)), moved(result(12), result(13))])
  expect(passMarks).toEqual({ before: { low: 0.6, high: 0.6, passed: 1 }, after: { low: 0.6, high: 0.6, passed: 2 } })
  const other = { ...result(16), passLine: 15 }
  expect(summaryOf([moved(result(12), result(12)), moved(other, other)]).passMarks.before).toEqual({
    ...{ low: 0.6, high: 0.75, passed: 2 },
  })
})

test('a paper that is out of less is compared by its share', () => {
  expect(summaryOf([moved(result(10), result(10, false, 18))])).toMatchObject({ up: 1, down: 0 })
})

test('every attempt is in one band before and in one after', () => {
  const some = fc.integer({ min: 0, max: 20 }).map((points) => result(points))
  fc.assert(
    fc.property(fc.array(fc.tuple(some, some)), (pairs) => {
      const { bands, up, down, passMarks, nowPass, nowFail } = summaryOf(
        pairs.map(([before, after]) => moved(before, after)),
      )
      expect(bands.reduce((sum, { before }) => sum + before, 0)).toBe(pairs.length)
      expect(bands.reduce((sum, { after }) => sum + after, 0)).toBe(pairs.length)
      expect(passMarks.after.passed - passMarks.before.passed).toBe(nowPass - nowFail)
      expect(up + down).toBeLessThanOrEqual(pairs.length)
    }),
  )
})

test('only upwards is the default; a form that was sent says it itself', () => {
  expect(readRegradeQuery(new URLSearchParams('question=a')).onlyUpwards).toBe(true)
  expect(readRegradeQuery(new URLSearchParams('policy=drop')).onlyUpwards).toBe(false)
  expect(readRegradeQuery(new URLSearchParams('policy=drop&upwards=yes')).onlyUpwards).toBe(true)
})

test('what stands in the address comes back as it was; nonsense is nothing', () => {
  const query = readRegradeQuery(new URLSearchParams('version=2&choice=1&policy=newKey&keys=C&upwards=yes'), 'jz-1')
  const entries = Object.entries(editParams(query)).filter(([, value]) => value !== null)
  const again = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))
  expect(readRegradeQuery(again, 'jz-1')).toEqual({ ...query, isEdited: true })
  expect(readRegradeQuery(new URLSearchParams('version=x&choice=-1&policy=evil'))).toMatchObject({
    ...{ version: null, choice: 0, policy: null },
  })
})
