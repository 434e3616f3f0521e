import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalPassword, passwordFault } from './passwords.ts'

test.each([
  ['nine characters', 'k7vTq2mXr', 'passwordTooShort'],
  ['129 characters', 'k7vTq2mXrW'.repeat(13).slice(0, 129), 'passwordTooLong'],
  ['digits in a row', '1234567890', 'passwordGuessable'],
  ['digits backwards', '9876543210', 'passwordGuessable'],
  ['a letter and digits in a row', 'a123456789', 'passwordGuessable'],
  ['a word and a year', 'Password2026', 'passwordGuessable'],
  ['a word with punctuation', 'P-a-s-s-w-o-r-d!!', 'passwordGuessable'],
  ['full-width letters are no disguise', 'ｐａｓｓｗｏｒｄ１２３', 'passwordGuessable'],
  ['the keyboard from left to right', 'qwertyuiop', 'passwordGuessable'],
  ['the keyboard from top to bottom', '1qaz2wsx3edc', 'passwordGuessable'],
  ['love', 'woaini1314', 'passwordGuessable'],
  ['love, twice', 'woaini5201314', 'passwordGuessable'],
  ['one character', 'aaaaaaaaaaaa', 'passwordGuessable'],
  ['two characters', 'abababababab', 'passwordGuessable'],
  ['the name of the site', 'yucai123456', 'passwordGuessable'],
  ['the password of the demo centre', 'yucai-demo', 'passwordGuessable'],
  ['the field', '社会工作社会工作社区', 'passwordGuessable'],
  ['any mobile number', '13912345678', 'passwordGuessable'],
  ['any identity number', '11010519491231002x', 'passwordGuessable'],
] as const)('refused: %s', (_case, password, fault) => {
  expect(passwordFault(password)).toBe(fault)
})

test.each([
  ['a sentence of her own', '下雨天去张奶奶家喝茶'],
  ['four words that do not belong together', 'lantern-otter-gravel-spoon'],
  ['ten random characters', 'k7vTq2mXrW'],
  ['a common word among others', 'password für die Ölmühle'],
])('taken: %s', (_case, password) => {
  expect(passwordFault(password)).toBeNull()
})

test('what everybody knows of her is no secret', () => {
  const known = ['linxiaoman', 'lin.xiaoman', '13912345678', '林小满']

  expect(passwordFault('LinXiaoman2026', known)).toBe('passwordGuessable')
  expect(passwordFault('xm13912345678', known)).toBe('passwordGuessable')
  expect(passwordFault('林小满林小满林小满林', known)).toBe('passwordGuessable')
  expect(passwordFault('LinXiaoman2026')).toBeNull()
})

test('the same letters typed in two ways are one password', () => {
  expect(normalPassword('cafe\u0301 au lait')).toBe(normalPassword('café au lait'))
})

test('characters are counted as people count them', () => {
  expect(passwordFault('🌲🐿️🍵📚🪁🧭🎋🥢🪡')).not.toBe('passwordTooLong')
  expect(passwordFault('𠮷𠮷野家牛丼並盛つ')).toBe('passwordTooShort')
})

test('law: whatever is taken has ten to 128 characters, and case or spaces never make a refused one good', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 0, maxLength: 140 }), (password) => {
      const fault = passwordFault(password)
      const length = [...normalPassword(password)].length
      if (fault === null) expect(length >= 10 && length <= 128).toBe(true)
      if (fault === 'passwordGuessable') expect(passwordFault(password.toLowerCase())).not.toBeNull()
    }),
  )
})

test('walks one after the other are guessable, however long it gets', () => {
  expect(passwordFault('1q2w3e4r5t'.repeat(12))).toBe('passwordGuessable')
})
