import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptOfFile, nonceBytes, openAnswers, sealAnswers } from './answer-file.ts'
import type { Entry } from './saving.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })
const nonce = fc.uint8Array({ minLength: nonceBytes, maxLength: nonceBytes })
const answers: fc.Arbitrary<readonly Entry[]> = fc.array(
  fc.record({
    itemId: fc.nat({ max: 200 }).map((number) => `q${number}`),
    value: fc.oneof(fc.constantFrom('a', 'a,c', ''), fc.string({ unit: 'grapheme' }), fc.constant('接案，预估。\n')),
    isMarked: fc.boolean(),
    epoch: fc.nat({ max: 5 }),
    seq: fc.integer({ min: 1, max: 2_000_000_000 }),
  }),
  { maxLength: 20 },
)
const made = fc.record({ attemptId: fc.uuid(), answers, key, nonce })
const fileOf = (one: { attemptId: string; answers: readonly Entry[]; key: Uint8Array; nonce: Uint8Array }) =>
  sealAnswers(one.attemptId, one.answers, one.key, one.nonce)

test('what was sealed comes out as it was, and the file says whose it is', () => {
  fc.assert(
    fc.property(made, (one) => {
      const file = fileOf(one)
      expect(attemptOfFile(file)).toBe(one.attemptId)
      expect(openAnswers(file, one.key)).toEqual(one.answers)
      // However the bytes lie in memory.
      const shifted = Buffer.concat([Buffer.from('.'), file]).subarray(1)
      expect(openAnswers(shifted, Buffer.from(one.key))).toEqual(one.answers)
    }),
  )
})

test('one bit changed anywhere, a byte cut off or put on: nothing comes out', () => {
  fc.assert(
    fc.property(made, fc.nat(), fc.nat({ max: 7 }), fc.nat({ max: 255 }), (one, place, bit, more) => {
      const file = fileOf(one)
      const at = place % file.length
      const flipped = file.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))
      expect(openAnswers(flipped, one.key)).toBeNull()
      expect(openAnswers(file.subarray(0, at), one.key)).toBeNull()
      expect(openAnswers(Uint8Array.from([...file, more]), one.key)).toBeNull()
    }),
  )
})

test('another attempt’s key opens nothing', () => {
  fc.assert(
    fc.property(made, key, (one, other) => {
      fc.pre(Buffer.compare(Buffer.from(one.key), Buffer.from(other)) !== 0)
      expect(openAnswers(fileOf(one), other)).toBeNull()
    }),
  )
})

test('an answer cannot be read in the file', () => {
  const one = { itemId: 'q1', value: '接案时要先建立关系', isMarked: false, epoch: 0, seq: 1 }
  const file = sealAnswers('a-1', [one], new Uint8Array(32).fill(7), new Uint8Array(nonceBytes).fill(9))
  expect(Buffer.from(file).includes(Buffer.from('接案'))).toBe(false)
  expect(Buffer.from(file).includes(Buffer.from('itemId'))).toBe(false)
})

test.each([
  ['nothing', ''],
  ['a picture', '\x89PNG\r\n\x1a\n'],
  ['another version', 'yucai-answers-2\nabc\n'],
  ['no attempt', 'yucai-answers-1\n\n'],
  ['a path for a name', 'yucai-answers-1\n../../etc\n'],
  ['a name without an end', `yucai-answers-1\n${'a'.repeat(500)}`],
])('%s is no such file', (_case, text) => {
  expect(attemptOfFile(Buffer.from(text, 'latin1'))).toBeNull()
  expect(openAnswers(Buffer.from(text, 'latin1'), new Uint8Array(32))).toBeNull()
})
