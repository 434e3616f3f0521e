import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBlueprint, sampleCase, sampleItem, sampleItems } from '#tests/support/sample-bank.ts'
import type { BankItem } from './bank.ts'
import { chosenOf, chosenPaper, swapIn, swapsFor } from './chosen-paper.ts'
import { compareForms } from './compare-forms.ts'
import { mostSeed, paperAddress, readPaperQuery } from './paper-query.ts'
import { drawParallelForms } from './parallel-forms.ts'

/** Two parts of one kind, and wholes of both sorts: everything that a list has to be read back from. */
const blueprint = sampleBlueprint({
  passLine: 20,
  parts: [
    { kind: 'single', count: 5, halfPoints: 2, rule: 'single' },
    { kind: 'case', count: 5, halfPoints: 2, rule: 'single' },
    { kind: 'single', count: 3, halfPoints: 4, rule: 'single' },
    { kind: 'constructed', count: 1, halfPoints: 40 },
  ],
  chapterWeights: { '1': 50, '2': 25 },
})
const bank: readonly BankItem[] = [
  ...sampleItems('single', 12, ['1', '2', '3']),
  ...['a', 'b', 'c'].flatMap((name) => [sampleCase(`${name}2`, 2), sampleCase(`${name}3`, 3)]),
  ...['x', 'y', 'z'].map((name) => sampleItem(name, { kind: 'constructed', outOf: 40 })),
  sampleItem('half', { kind: 'constructed', outOf: 20 }),
]

function drawn(seed: number, count = 2) {
  const papers = drawParallelForms(blueprint, bank, seed, count)
  if ('impossible' in papers) throw new Error(JSON.stringify(papers))
  return papers
}
const seeds = fc.integer({ min: 0, max: mostSeed })

test('the list of a drawn paper is that paper again', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const paper of drawn(seed)) {
        expect(chosenPaper(blueprint, bank, chosenOf(paper), seed)).toEqual({ kind: 'paper', paper })
      }
    }),
    { numRuns: 40 },
  )
})

test('whatever may stand for a question does: the paper keeps its parts and points, and the forms share nothing', () => {
  fc.assert(
    fc.property(seeds, fc.nat(), fc.nat(), (seed, which, other) => {
      const papers = drawn(seed)
      const lists = papers.map(chosenOf)
      const [list = []] = lists
      const out = list[which % list.length] ?? ''
      const swaps = swapsFor(blueprint, bank, lists, out)
      fc.pre(swaps.length > 0)
      const into = swaps[other % swaps.length]?.questionId ?? ''
      const after = chosenPaper(blueprint, bank, swapIn(list, out, into), seed)
      if (after.kind !== 'paper') throw new Error(after.kind)
      const shape = ({ items }: typeof after.paper) =>
        items.map(({ part, halfPoints, kind }) => [part, halfPoints, kind])
      expect(papers[0] && shape(after.paper)).toEqual(papers[0] && shape(papers[0]))
      expect(lists.flat()).not.toContain(into)
    }),
    { numRuns: 60 },
  )
})

test('those of its chapter come first, then those that stood on the fewest papers, then those as hard as it is', () => {
  const single = (id: string, over: Partial<BankItem>) => sampleItem(id, { chapters: { '2025': '1' }, ...over })
  const some = [
    single('out', { difficulty: 2 }),
    single('often', { exposures: 3 }),
    single('hard', { difficulty: 5 }),
    single('alike', { difficulty: 2 }),
    single('elsewhere', { chapters: { '2025': '2' }, difficulty: 2 }),
    single('used', {}),
  ]
  const ids = swapsFor(blueprint, some, [['out'], ['used']], 'out').map(({ questionId }) => questionId)
  expect(ids).toEqual(['alike', 'hard', 'often', 'elsewhere'])
})

test('a written answer is exchanged for one of the same points, a case for one of the same size', () => {
  expect(swapsFor(blueprint, bank, [['x']], 'x').map(({ questionId }) => questionId)).toEqual(['y', 'z'])
  expect(swapsFor(blueprint, bank, [['a2']], 'a2').map(({ questionId }) => questionId)).toEqual(['b2', 'c2'])
  expect(swapsFor(blueprint, bank, [], 'nobody')).toEqual([])
})

test('a list that was not made here is refused, and what is gone is named', () => {
  const [paper] = drawn(7)
  const list = paper ? chosenOf(paper) : []
  const read = (chosen: readonly string[], from = bank) => chosenPaper(blueprint, from, chosen, 7)
  expect(read(list.slice(1))).toEqual({ kind: 'unfit' })
  expect(read([...list, 'half'])).toEqual({ kind: 'unfit' })
  expect(read(swapIn(list, list[0] ?? '', list[1] ?? ''))).toEqual({ kind: 'unfit' })
  const [first = ''] = list
  const without = bank.filter(({ questionId }) => questionId !== first)
  expect(read(list, without)).toEqual({ kind: 'gone', questionIds: [first] })
})

test('chapters that are off after an exchange are said on the paper', () => {
  const [paper] = drawn(7)
  const list = paper ? chosenOf(paper) : []
  const inOne = list.find((id) => id.startsWith('single-1-')) ?? ''
  const elsewhere = swapsFor(blueprint, bank, [list], inOne).find(({ chapters }) => chapters['2025'] === '2')
  const after = chosenPaper(blueprint, bank, swapIn(list, inOne, elsewhere?.questionId ?? ''), 7)
  expect(after).toMatchObject({
    paper: {
      deviations: [
        { chapter: '1', wanted: 4, drawn: 3 },
        { chapter: '2', wanted: 2, drawn: 3 },
      ],
    },
  })
})

test('forms are compared: nothing shared as drawn, something when it is put on both', () => {
  const [one, other] = drawn(11)
  if (!one || !other) throw new Error('two were drawn')
  expect(compareForms([one, other])).toMatchObject({ shared: 0, isEquallyHard: true })
  expect(compareForms([one, one]).shared).toBe(new Set(one.items.map(({ questionId }) => questionId)).size)
  const harder = { ...other, items: other.items.map((item) => ({ ...item, difficulty: 5 })) }
  expect(compareForms([one, harder])).toMatchObject({ isEquallyHard: false })
  const counts = compareForms([one, other]).levels.map((level) => level.counts[0] ?? 0)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(one.items.length)
})

test('the address of a paper is read back as it was written', () => {
  const ids = fc.array(fc.stringMatching(/^[a-z0-9-]{1,18}$/), { minLength: 1, maxLength: 90 })
  fc.assert(
    fc.property(fc.array(ids, { minLength: 1, maxLength: 3 }), seeds, (forms, seed) => {
      const address: Record<string, string | number> = paperAddress({ blueprint: 'jz-2026', seed, forms })
      const read = readPaperQuery((name) => String(address[name] ?? ''))
      expect(read).toMatchObject({ blueprint: 'jz-2026', seed, forms, swap: null, into: null })
    }),
  )
})

test('an address of nonsense asks for nothing', () => {
  const nonsense: Record<string, string> = { seed: '-1', count: '99', a: '../..', b: 'ä' }
  expect(readPaperQuery((name) => nonsense[name] ?? '')).toMatchObject({ seed: null, count: 1, forms: [] })
})
