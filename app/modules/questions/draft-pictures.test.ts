import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureFields, picturesIn, withoutPicture, withPicture } from './draft-pictures.ts'
import { pictureMarker } from './exchange/picture-kind.ts'
import { questionKinds } from './question.ts'
import { emptyDraft, type QuestionDraft } from './question-draft.ts'

const hash = 'a'.repeat(64)
const other = 'b'.repeat(64)
const marker = pictureMarker('家系图', hash)
const single = { ...emptyDraft('zs', 'single'), stem: '看图回答：', options: ['甲', '', '丙', '丁'] }

test('each kind says where a picture may stand; 正确 and 错误 stay words', () => {
  expect(pictureFields(emptyDraft('zs', 'judgement'))).toEqual(['stem', 'explanation'])
  expect(pictureFields(emptyDraft('zs', 'constructed'))).toEqual(['stem', 'explanation'])
  expect(pictureFields({ ...single, kind: 'single' })).toEqual([
    ...['stem', 'options.0', 'options.1', 'options.2', 'options.3', 'explanation'],
  ])
  expect(pictureFields(emptyDraft('zs', 'case'))).toEqual([
    ...['stem', 'items.0.stem', 'items.0.options.0', 'items.0.options.1', 'items.0.options.2', 'items.0.options.3'],
    'items.0.explanation',
  ])
})

test('in a text it stands as a paragraph of its own, in an option on its line', () => {
  expect(withPicture(single, 'stem', marker)?.stem).toBe(`看图回答：\n\n${marker}`)
  expect(withPicture(single, 'options.0', marker)?.options).toEqual([`甲${marker}`, '', '丙', '丁'])
  expect(withPicture(single, 'options.1', marker)?.options[1]).toBe(marker)
})

test('a text that does not exist takes none', () => {
  for (const field of ['', 'options.9', 'items.0.stem', 'source', 'key']) {
    expect(withPicture(single, field, marker), field).toBeUndefined()
  }
})

test('one picture is taken out wherever it stands, the other stays', () => {
  const two = {
    ...single,
    stem: `看图：\n\n${marker}\n\n再看：`,
    explanation: `见${marker}和${pictureMarker('乙', other)}`,
  }
  const left = withoutPicture(two, hash)
  expect(left.stem).toBe('看图：\n\n再看：')
  expect(picturesIn(left)).toEqual([{ field: 'explanation', alt: '乙', hash: other }])
})

test('what is put in is found there, and taken out it leaves the draft as it was', () => {
  const drafts: fc.Arbitrary<QuestionDraft> = fc
    .record({ kind: fc.constantFrom(...questionKinds), stem: fc.constantFrom('', '题干', '一段\n\n两段') })
    .map(({ kind, stem }) => ({ ...emptyDraft('zs', kind), stem }))
  fc.assert(
    fc.property(drafts, fc.nat(), (draft, which) => {
      const fields = pictureFields(draft)
      const field = fields[which % fields.length] ?? ''
      const put = withPicture(draft, field, marker)
      if (!put) throw new Error(field)
      expect(picturesIn(put)).toEqual([{ field, alt: '家系图', hash }])
      expect(withoutPicture(put, hash)).toEqual(draft)
    }),
  )
})
