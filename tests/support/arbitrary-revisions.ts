import fc from 'fast-check'
import type { Field } from '~/modules/works/paragraphs.ts'

const sentences = [
  ...['灯坏了。', '灯又坏了。', '楼道的灯坏了一个月，没有人修。', '楼道的灯坏了两个月，一直没有人修。'],
  ...[
    '今天走访了 3 户。',
    '今天走访了 12 户，都在家。',
    'We called on Mrs Yu.',
    'We called on Mr Yu, too.',
    '无',
    '　　无',
  ],
] as const

/** Lines as they occur: sentences that resemble each other, repeat, or are anything at all; and lines with nothing on them. */
export const arbitraryLine = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...sentences) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom('灯', '坏', '了', '又', 'a', '1', ' '), maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '　', '\u200b') },
)

const arbitraryText = fc
  .tuple(fc.array(arbitraryLine, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end))

export const arbitraryFields: fc.Arbitrary<readonly Field[]> = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('event', 'thoughts', 'next'), text: arbitraryText }),
  { selector: ({ key }) => key, maxLength: 3 },
)

export const arbitraryRevisions = fc.tuple(arbitraryFields, arbitraryFields)
