import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName, cleanPhone, cleanUsername, searchWords, shownAccounts, signInName } from './person-fields.ts'

test.each([
  ['13912345678', '13912345678'],
  ['139 1234 5678', '13912345678'],
  ['139-1234-5678', '13912345678'],
  ['+86 13912345678', '13912345678'],
  ['008613912345678', '13912345678'],
  ['8613912345678', '13912345678'],
  ['１３９１２３４５６７８', '13912345678'],
  ['1391234567', null],
  ['23912345678', null],
  ['139123456789', null],
  ['1.3912E+10', null],
])('the phone %s is %s', (text, phone) => {
  expect(cleanPhone(text)).toBe(phone)
})

test.each([
  [' XueYuan1 ', 'xueyuan1'],
  ['ｘｙ１２３', 'xy123'],
  ['lin.xiao-man_2', 'lin.xiao-man_2'],
  ['ab', null],
  ['123456', null],
  ['林小满', null],
  ['-abc', null],
  ['a'.repeat(33), null],
])('the username %s is %s', (text, username) => {
  expect(cleanUsername(text)).toBe(username)
})

test.each([
  ['  林　小满 ', '林 小满'],
  ['古丽·买买提', '古丽·买买提'],
  ["Anna O'Neill", "Anna O'Neill"],
  ['林小\u202e满', '林小满'],
  ['', null],
  ['13912345678', null],
  ['——', null],
  ['字'.repeat(41), null],
])('the name %j is %j', (text, name) => {
  expect(cleanName(text)).toBe(name)
})

test('who signs in may type either', () => {
  expect(signInName('139 1234 5678')).toEqual({ kind: 'phone', value: '13912345678' })
  expect(signInName('Daoshi1')).toEqual({ kind: 'username', value: 'daoshi1' })
  expect(signInName('<script>')).toBeNull()
})

test('a username that was only made of the phone is not shown', () => {
  expect(shownAccounts({ username: 'p13912345678', phone: '13912345678' })).toEqual(['13912345678'])
  expect(shownAccounts({ username: 'lxm1', phone: '13912345678' })).toEqual(['lxm1', '13912345678'])
  expect(shownAccounts({ username: 'lxm1', phone: null })).toEqual(['lxm1'])
})

test('law: cleaning twice changes nothing, and a username is never a phone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const clean of [cleanName, cleanPhone, cleanUsername]) {
        const once = clean(text)
        if (once !== null) expect(clean(once)).toBe(once)
      }
      const username = cleanUsername(text)
      if (username !== null) expect(cleanPhone(username)).toBeNull()
    }),
  )
})

test('a search has no wildcards and at most five words', () => {
  expect(searchWords('  Lin％小满_ 139\\ ')).toEqual(['lin', '小满', '139'])
  expect(searchWords('a b c d e f g')).toHaveLength(5)
  expect(searchWords('%')).toEqual([])
})
