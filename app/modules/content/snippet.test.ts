import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snippetOf } from './snippet.ts'

const shown = (text: string, query: string) =>
  snippetOf(text, query)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('')

test('the hit is marked where it stands', () => {
  expect(shown('把人放回情境里，人在情境中。', '人在情境中')).toBe('把人放回[情境]里，[人在情境中]。')
})

test('words of another width or case are marked as they stand', () => {
  expect(shown('比较马斯洛与ＥＲＧ两种说法', 'erg')).toBe('比较马斯洛与[ＥＲＧ]两种说法')
})

test('a long text is cut around the first hit', () => {
  const text = `${'前'.repeat(60)}生态图${'后'.repeat(120)}`
  const cut = shown(text, '生态图')
  expect(cut.startsWith('…前')).toBe(true)
  expect(cut).toContain('[生态图]')
  expect(cut.endsWith('后…')).toBe(true)
  expect(cut.length).toBeLessThan(110)
})

test('without a hit the beginning is shown', () => {
  expect(shown('社会工作是什么', '督导')).toBe('社会工作是什么')
})

test('law: a snippet is a piece of the text, its hits in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 8 }), (text, query) => {
      const parts = snippetOf(text, query)
      const dotted = parts.map((part) => part.text).join('')
      const bare = dotted.replace(/^…/, '').replace(/…$/, '')
      expect(text.includes(bare) || text.includes(dotted)).toBe(true)
      expect(parts.every((part) => part.text !== '')).toBe(true)
    }),
  )
})
