import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SealBroken, seal, unseal } from './sealed.server.ts'

const key = randomBytes(32)
const text = fc.string({ unit: 'grapheme' })

test('what is sealed opens in its place, with its key, as it was', () => {
  fc.assert(
    fc.property(text, fc.string(), (written, place) => {
      expect(unseal(key, place, seal(key, place, written))).toBe(written)
    }),
  )
})

test('the same text is sealed differently each time, and does not show', () => {
  const [one, other] = [seal(key, 'a', '王阿姨家的事'), seal(key, 'a', '王阿姨家的事')]
  expect(one).not.toBe(other)
  expect(Buffer.from(one, 'base64url').includes('王阿姨')).toBe(false)
})

test('with another key, in another place, or with one bit turned it does not open', () => {
  fc.assert(
    fc.property(text, fc.nat(), (written, nth) => {
      const sealed = seal(key, 'WorkRevision/a/1', written)
      const bytes = Buffer.from(sealed.slice(3), 'base64url')
      const at = nth % bytes.length
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (nth % 8)), at)
      expect(() => unseal(randomBytes(32), 'WorkRevision/a/1', sealed)).toThrow(SealBroken)
      expect(() => unseal(key, 'WorkRevision/a/2', sealed)).toThrow(SealBroken)
      expect(() => unseal(key, 'WorkRevision/a/1', `s1.${bytes.toString('base64url')}`)).toThrow(SealBroken)
    }),
  )
})

test.each(['', 's1.', 's1.AAAA', '王阿姨', 's0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])(
  '%j was never sealed',
  (sealed) => {
    expect(() => unseal(key, 'a', sealed)).toThrow(SealBroken)
  },
)
