import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, tokensOfQuery, tokensOfText } from './tokens.ts'

const chinese = fc.string({ unit: fc.constantFrom(...'人在情境中社区工作者的家庭'), minLength: 1, maxLength: 12 })

test('Chinese is found by character and by pair', () => {
  expect(tokensOfText('人在情境')).toEqual(['人', '在', '情', '境', '人在', '在情', '情境'])
})

test('letters and digits stay words, beside Chinese too', () => {
  expect(tokensOfText('用SOAP写记录，110')).toEqual(['用', 'soap', '写', '记', '录', '写记', '记录', '110'])
})

test('a longer query asks for pairs, a single character for itself', () => {
  expect(tokensOfQuery('人在情境中')).toEqual(['人在', '在情', '情境', '境中'])
  expect(tokensOfQuery('家')).toEqual(['家'])
  expect(tokensOfQuery('情境 情境')).toEqual(['情境'])
})

test('full width and case are folded', () => {
  expect(tokensOfQuery('ＥＲＧ理论')).toEqual(tokensOfQuery('erg理论'))
  expect(folded('ＡＢｃ１２')).toBe('abc12')
})

test('marks are no tokens', () => {
  expect(tokensOfQuery('，。！？“”《》 …')).toEqual([])
})

test('law: a text is found by any part of it', () => {
  fc.assert(
    fc.property(chinese, chinese, chinese, (before, part, after) => {
      const text = new Set(tokensOfText(before + part + after))
      for (const token of tokensOfQuery(part)) expect(text).toContain(token)
    }),
  )
})

test('law: any text at all can be cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const token of tokensOfText(text)) expect(token).not.toMatch(/\s/)
    }),
  )
})
