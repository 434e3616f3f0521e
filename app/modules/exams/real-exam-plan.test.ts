import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StandingRecord } from './real-exam.ts'
import { type Candidate, countKinds, isWritable, planResults, proposedLines } from './real-exam-plan.ts'
import { parseResultRows } from './real-exam-rows.ts'

const record = (over: Partial<StandingRecord>): StandingRecord => ({
  ...{ id: 'r', subject: 'zz', year: 2026, state: 'registered', points: null, isChecked: false },
  ...over,
})
const members: readonly Candidate[] = [
  {
    id: 'a',
    name: '林小满',
    username: 'xueyuan1',
    records: [record({}), record({ id: 's', subject: 'zf', points: null })],
  },
  { id: 'b', name: '周予安', username: 'xueyuan2', records: [] },
  { id: 'c', name: '周予安', username: 'xueyuan3', records: [record({ state: 'sat', points: 70, isChecked: true })] },
]
const plan = (...lines: readonly string[]) =>
  planResults(parseResultRows(lines.join('\n'), 2026), members, '2026-11-25')
const told = (...lines: readonly string[]) => plan(...lines).map((row) => (row.kind === 'fault' ? row.fault : row.kind))

test('new, the same, to be checked, and against what is there', () => {
  expect(
    told(
      'xueyuan2\tzz\t2026\t已考\t72',
      'xueyuan3\tzz\t2026\t已考\t70',
      '林小满\tzf\t2026\t已报名',
      '林小满\tzz\t2026\t已考\t61',
    ),
  ).toEqual(['add', 'same', 'check', 'change'])
})

test('who cannot be told is a fault, and says why', () => {
  expect(
    told(
      '林小曼\tzz\t2026\t已考\t72',
      '周予安\tzz\t2026\t已考\t72',
      'xueyuan9\tzz\t2026\t已考\t72',
      '林小满\tjz\t2026\t已考\t72',
      '林小满\tjz\t2026\t已考\t73',
    ),
  ).toEqual(['notMember', 'severalOfName', 'notMember', 'add', 'twice'])
})

test('a username and a name that are two people’s are a fault', () => {
  expect(told('姓名\t用户名\t科目\t成绩', '周予安\txueyuan1\tjz\t72', '周予安\txueyuan2\tjz\t72')).toEqual([
    ...['otherName', 'add'],
  ])
})

test('nobody has a mark of an exam that has not been held', () => {
  expect(told('林小满\tjz\t2027\t已考\t72', '林小满\tjz\t2027\t已报名', '林小满\tjs\t2028\t已报名')).toEqual([
    ...['examNotYet', 'add', 'yearInvalid'],
  ])
})

test('a change is proposed by nobody but the person who decides', () => {
  const rows = plan('林小满\tzz\t2026\t已考\t61', 'xueyuan2\tzz\t2026\t已考\t72')

  expect(proposedLines(rows)).toEqual([2])
  expect(rows.filter(isWritable)).toHaveLength(2)
  expect(countKinds(rows)).toEqual({ add: 1, change: 1, check: 0, same: 0, fault: 0 })
})

test('law: no row is dropped, whatever is in it', () => {
  const line = fc
    .array(fc.constantFrom('林小满', 'xueyuan2', 'zz', '实务', '2026', '已考', '72', '72.5', '缺考', '', '?'), {
      maxLength: 7,
    })
    .map((cells) => cells.join('\t'))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const rows = plan(...lines)
      const counts = countKinds(rows)
      expect(rows).toHaveLength(parseResultRows(lines.join('\n'), 2026).length)
      expect(counts.add + counts.change + counts.check + counts.same + counts.fault).toBe(rows.length)
    }),
  )
})
