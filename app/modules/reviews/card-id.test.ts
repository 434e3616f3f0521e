import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardId, cardOfId } from './card-id.ts'

test('a card’s name is read back, whatever the question is called', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(9), (questionId, part) => {
      expect(cardOfId(cardId(questionId, part))).toEqual({ questionId, part })
    }),
  )
})
