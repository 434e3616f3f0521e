import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalText, visibleText } from './bank-text.ts'
import type { Choice } from './question.ts'

const question: Choice = {
  kind: 'single',
  stem: '社工小吴最先要做的是：',
  options: ['接案', '预估', '计划', '结案'],
  key: [0],
  explanation: '先接案。',
}

test('width, blanks, punctuation and case make no difference', () => {
  expect(normalText('社工（Ａ） 小吴，最先要做的是： ')).toBe(normalText('社工(a)小吴 最先要做的是'))
})

test('the order of options makes no difference, the key and the explanation are not part of it', () => {
  const other = { ...question, options: question.options.toReversed(), key: [3], explanation: '别的话。' }

  expect(visibleText(other)).toBe(visibleText(question))
  expect(visibleText(question)).not.toContain('先接案')
})

test('a normal text is normal already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normalText(normalText(text))).toBe(normalText(text))
    }),
  )
})
