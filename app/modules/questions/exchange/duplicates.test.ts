import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparable, hashInput, nearDuplicates, similarity } from './duplicates.ts'

const choice = (stem: string, options: readonly string[]) =>
  ({ kind: 'single', stem, options, key: [0], explanation: '' }) as const
const letters = fc.constantFrom(...'社会工作者服务对象小组个案社区')
const texts = fc.array(letters, { minLength: 3, maxLength: 40 }).map((all) => all.join(''))
const bank = fc.array(texts, { maxLength: 25 }).map((all) => all.map((text, at) => ({ id: String(at), text })))

/** A bank that looks like one: a few patterns, filled with different words. */
function bankOf(count: number) {
  const parts = [
    '社区',
    '小组',
    '个案',
    '预估',
    '介入',
    '结案',
    '伦理',
    '督导',
    '资源',
    '评估',
    '家庭',
    '学校',
    '老人',
    '青少年',
    '医务',
  ]
  const word = (seed: number) =>
    `${parts[seed % 15]}${parts[(seed * 7 + 3) % 15]}${String.fromCharCode(0x4e00 + ((seed * 7919) % 20_000))}${String.fromCharCode(0x4e00 + ((seed * 104_729) % 20_000))}`
  return Array.from({ length: count }, (_, at) => ({
    id: String(at),
    text: `下列关于${word(at)}的说法正确的是${word(at * 3 + 1)}应当${word(at * 5 + 2)}不应当${word(at * 11 + 7)}以上都对`,
  }))
}

test('width, case, blanks, punctuation and the order of options make no difference', () => {
  const one = choice('关于 ABC，正确的是（　　）。', ['甲', '乙'])
  const other = choice('关于ａｂｃ正确的是( )', ['乙', '甲'])
  expect(hashInput(one)).toBe(hashInput(other))
  expect(hashInput(one)).not.toBe(hashInput({ ...one, kind: 'multiple' }))
})

test('near ones are found, others are not', () => {
  const pairs = nearDuplicates(
    [
      comparable('a', choice('社会工作者在接案阶段的首要任务是建立专业关系', ['对', '错'])),
      comparable('b', choice('社会工作者在接案阶段首要的任务是建立专业关系', ['对', '错'])),
      comparable('c', choice('小组工作的后期任务是处理离别情绪', ['对', '错'])),
    ],
    0.6,
  )
  expect(pairs.map(({ one, other }) => [one, other])).toEqual([['a', 'b']])
  expect(pairs[0]?.similarity).toBeGreaterThan(0.6)
})

test('a bank of 5,000 is looked through whole, and its planted twin found', () => {
  const all = bankOf(5_000)
  const twin = { id: 'twin', text: `${all[1_234]?.text}吗` }
  const pairs = nearDuplicates([...all, twin], 0.8)
  expect(pairs).toContainEqual(expect.objectContaining({ one: '1234', other: 'twin' }))
})

test('law: exactly the pairs above the threshold, as looking at all pairs would find', () => {
  fc.assert(
    fc.property(bank, fc.constantFrom(0.3, 0.5, 0.7, 0.9, 1), (all, threshold) => {
      const wanted = all.flatMap((one, at) =>
        all
          .slice(at + 1)
          .flatMap((other) => (similarity(one.text, other.text) >= threshold ? [`${one.id} ${other.id}`] : [])),
      )
      const found = nearDuplicates(all, threshold).map(({ one, other }) => `${one} ${other}`)
      expect(found.toSorted()).toEqual(wanted.toSorted())
    }),
  )
})

test('law: similarity is symmetric, between 0 and 1, and 1 for a text with itself', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      expect(similarity(one, one)).toBe(1)
      expect(similarity(one, other)).toBe(similarity(other, one))
      expect(similarity(one, other)).toBeGreaterThanOrEqual(0)
      expect(similarity(one, other)).toBeLessThanOrEqual(1)
    }),
  )
})

test('law: the order of the bank changes nothing but which of a pair comes first', () => {
  fc.assert(
    fc.property(bank, (all) => {
      const names = (list: typeof all) =>
        nearDuplicates(list, 0.5)
          .map(({ one, other }) => [one, other].toSorted().join(' '))
          .toSorted()
      expect(names(all.toReversed())).toEqual(names(all))
    }),
  )
})
