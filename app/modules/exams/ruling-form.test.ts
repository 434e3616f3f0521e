import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersOf } from '~/modules/questions/question.ts'
import { type AskedChoice, type Policy, policies, policiesFor, readRuling } from './ruling-form.ts'

const single: AskedChoice = { kind: 'single', optionCount: 4 }
const multiple: AskedChoice = { kind: 'multiple', optionCount: 5 }
const read = (policy: Policy, keys: string, asked = single, points = '') => readRuling({ policy, keys, points }, asked)

test.each([
  ['newKey', 'C', single, { kind: 'newKey', key: [2] }],
  ['newKey', ' ｃ ', single, { kind: 'newKey', key: [2] }],
  ['newKey', 'dba', multiple, { kind: 'newKey', key: [0, 1, 3] }],
  ['severalKeys', 'A、C', single, { kind: 'severalKeys', keys: [[0], [2]] }],
  [
    'severalKeys',
    'AB，ABC',
    multiple,
    {
      kind: 'severalKeys',
      keys: [
        [0, 1],
        [0, 1, 2],
      ],
    },
  ],
  ['fullMarks', '', single, { kind: 'fullMarks' }],
  ['drop', '', single, { kind: 'void', how: 'drop' }],
  ['rescale', '', single, { kind: 'void', how: 'rescale' }],
] as const)('%s «%s» is read', (policy, keys, asked, ruling) => {
  expect(read(policy, keys, asked)).toEqual({ ok: true, ruling })
})

test.each([
  ['newKey', '', single, 'required'],
  ['newKey', 'E', single, 'optionUnknown'],
  ['newKey', '丙', single, 'optionUnknown'],
  ['newKey', 'AB', single, 'letterOne'],
  ['newKey', 'AB、BC', multiple, 'oneKeyOnly'],
  ['severalKeys', 'A', single, 'keysSeveral'],
  ['severalKeys', 'BA AB', multiple, 'keysSeveral'],
  ['fullMarks', '', { kind: 'constructed', optionCount: 0 }, 'invalid'],
] as const)('%s «%s» is refused: %j', (policy, keys, asked, code) => {
  expect(read(policy, keys, asked)).toMatchObject({ ok: false, code })
})

test('points are whole halves', () => {
  expect(read('points', '', single, '1.5')).toEqual({ ok: true, ruling: { kind: 'points', halfPoints: 3 } })
  for (const text of ['', '0', '-1', '1.25', '101', 'x', 'Infinity']) {
    expect(read('points', '', single, text), text).toMatchObject({ ok: false, field: 'points' })
  }
})

test('whatever is typed, a key that is read has options of the question, ascending, each once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...policies), fc.string({ unit: 'grapheme' }), (policy, keys) => {
      const outcome = read(policy, keys, multiple, keys)
      if (!outcome.ok || outcome.ruling.kind !== 'newKey') return
      const { key } = outcome.ruling
      expect(key.length).toBeGreaterThan(0)
      expect([...new Set(key)].toSorted((a, b) => a - b)).toEqual(key)
      expect(key.every((index) => index >= 0 && index < 5)).toBe(true)
    }),
  )
})

test('what was written comes back as it was meant, in any order and any separator', () => {
  const someKey = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1 })
  const separator = fc.constantFrom('、', ',', '，', ' ', '；')
  fc.assert(
    fc.property(
      fc.uniqueArray(someKey, { minLength: 2, selector: (key) => key.toSorted().join() }),
      separator,
      (keys, by) => {
        const outcome = read('severalKeys', keys.map(lettersOf).join(by), multiple)
        const sorted = keys.map((key) => key.toSorted((a, b) => a - b))
        expect(outcome).toEqual({ ok: true, ruling: { kind: 'severalKeys', keys: sorted } })
      },
    ),
  )
})

test('a written answer can only be left out', () => {
  expect(policiesFor({ kind: 'constructed', optionCount: 0 })).toEqual(['drop', 'rescale'])
})
