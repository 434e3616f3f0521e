import { expect, test } from 'vitest'
import { areaCode, isBankCard, isIdNumber, isOldIdNumber, mobilePrefix } from './number-rules.ts'

test('an ID number wants a province, a day that exists, and its check digit', () => {
  const valid = [...'0123456789X'].filter((last) => isIdNumber(`33029919490312001${last}`))
  expect(valid).toHaveLength(1)
  const [last = ''] = valid
  expect(isIdNumber(`99029919490312001${last}`)).toBe(false)
  expect([...'0123456789X'].some((one) => isIdNumber(`33029919490230001${one}`))).toBe(false)
  expect([...'0123456789X'].some((one) => isIdNumber(`33029918490312001${one}`))).toBe(false)
  expect(isIdNumber(`33029919490312001${last}0`)).toBe(false)
})

test('an old ID number has two digits of the year and no check digit', () => {
  expect(isOldIdNumber('330299490312001')).toBe(true)
  expect(isOldIdNumber('330299491312001')).toBe(false)
  expect(isOldIdNumber('990299490312001')).toBe(false)
})

test('a card wants an issuer for its length and a right sum', () => {
  const right = (front: string) => [...'0123456789'].filter((last) => isBankCard(front + last))
  expect(right('621799000000000000')).toHaveLength(1)
  expect(right('400000000000000')).toHaveLength(1)
  // 19 digits that begin with a 7 are an order, whatever their sum.
  expect(right('721799000000000000')).toEqual([])
  expect(right('40000000000000000')).toEqual([])
})

test.each([
  ['13800001111', 0],
  ['8613800001111', 2],
  ['008613800001111', 4],
  ['013800001111', 1],
  ['12800001111', null],
  ['1380000111', null],
  ['138000011112', null],
])('%s has a prefix of %j before a mobile number', (digits, prefix) => {
  expect(mobilePrefix(digits)).toBe(prefix)
})

test.each([
  ['057487654321', 4],
  ['01087654321', 3],
  ['02187654321', 3],
  // seven digits are enough in a smaller city, not in a large one
  ['05767654321', 4],
  ['0108765432', null],
  // no such area; a hotline with an area code; a service number
  ['033087654321', null],
  ['057412345', null],
  ['4008208820', null],
])('%s begins with an area code of %j digits', (digits, length) => {
  expect(areaCode(digits)).toBe(length)
})
