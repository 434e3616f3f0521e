import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nationalParts, sampleBlueprint, sampleCase, sampleItem, sampleItems } from '#tests/support/sample-bank.ts'
import type { BankItem } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import { feasibility } from './blueprint-check.ts'
import { chapterTolerance } from './chapter-plan.ts'
import { drawPaper, type Paper, withKeys } from './paper.ts'
import { scorePaper } from './scoring.ts'
import { shuffle } from './shuffle.ts'

const weights = { '1': 30, '2': 25, '3': 20, '4': 15 }
const national = sampleBlueprint({ chapterWeights: weights })
const chapters = ['1', '2', '3', '4', '5', '6']
const bank = [...sampleItems('single', 40, chapters), ...sampleItems('multiple', 20, chapters)]

function draw(blueprint: Blueprint, items: readonly BankItem[], seed: number): Paper {
  const drawn = drawPaper(blueprint, items, seed)
  if ('impossible' in drawn) throw new Error(JSON.stringify(drawn))
  return drawn
}

const byId = new Map(bank.map((item) => [item.questionId, item]))
const chapterOf = (questionId: string) => byId.get(questionId)?.chapters['2025'] ?? ''

test('a paper has the parts, numbers, points and rules of its blueprint', () => {
  const paper = draw(national, bank, 1)

  expect(paper.items.map(({ number, itemId }) => [number, itemId])).toEqual(
    Array.from({ length: 80 }, (_, at) => [at + 1, `q${at + 1}`]),
  )
  expect(paper.items.slice(0, 60)).toSatisfy((items: Paper['items']) =>
    items.every((item) => item.kind === 'single' && item.part === 0 && item.halfPoints === 2 && item.rule === 'single'),
  )
  expect(paper.items.slice(60)).toSatisfy((items: Paper['items']) =>
    items.every((item) => item.kind === 'multiple' && item.part === 1 && item.rule === 'multipleSocialWork'),
  )
  expect(paper).toMatchObject({ blueprintId: 'jz-2026', passLine: 120, outOf: 200, minutes: 120, deviations: [] })
})

test('for every seed: kinds and chapters exactly as asked, and no question twice', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { items } = draw(national, bank, seed)
      const counts = Object.keys(weights).map(
        (chapter) => items.filter((item) => chapterOf(item.questionId) === chapter).length,
      )
      expect(counts).toEqual([24, 20, 16, 12])
      expect(items.filter(({ kind }) => kind === 'single')).toHaveLength(60)
      expect(new Set(items.map(({ questionId }) => questionId)).size).toBe(80)
    }),
    { numRuns: 60 },
  )
})

test('chapters are mixed in each kind, not one kind from the first and another from the last', () => {
  const { items } = draw(national, bank, 5)
  const share = items.filter((item) => item.kind === 'multiple' && chapterOf(item.questionId) === '1').length
  expect(share).toBe(6)
})

test('the same seed draws the same paper, whatever the order of the bank; another seed another one', () => {
  fc.assert(
    fc.property(fc.integer(), fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (seed, stream) => {
      const mixed = shuffle(() => stream.next().value, bank)
      expect(draw(national, mixed, seed)).toEqual(draw(national, bank, seed))
    }),
    { numRuns: 25 },
  )
  expect(draw(national, bank, 1).items).not.toEqual(draw(national, bank, 2).items)
})

test('a paper is frozen', () => {
  const paper = draw(national, bank, 1)
  expect([paper, paper.items, paper.items[0], paper.deviations].every(Object.isFrozen)).toBe(true)
})

test('nothing is drawn while something of the same kind and chapter was seen less often', () => {
  const exposures = fc.array(fc.nat(5), { minLength: bank.length, maxLength: bank.length })
  fc.assert(
    fc.property(exposures, fc.integer(), (seen, seed) => {
      const exposed = bank.map((item, at) => ({ ...item, exposures: seen[at] ?? 0 }))
      const drawn = new Set(draw(national, exposed, seed).items.map(({ questionId }) => questionId))
      for (const kind of ['single', 'multiple']) {
        // Chapters 5 and 6 have no share of their own: they are one cell.
        for (const cell of [['1'], ['2'], ['3'], ['4'], ['5', '6']]) {
          const own = exposed.filter((item) => item.kind === kind && cell.includes(chapterOf(item.questionId)))
          const taken = own.filter(({ questionId }) => drawn.has(questionId)).map((item) => item.exposures)
          const left = own.filter(({ questionId }) => !drawn.has(questionId)).map((item) => item.exposures)
          expect(Math.max(...taken)).toBeLessThanOrEqual(Math.min(...left))
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('where exposure leaves the choice, difficulties come in the proportion of the bank', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { items } = draw(national, bank, seed)
      for (const difficulty of [1, 2, 3, 4, 5]) {
        const count = items.filter((item) => item.difficulty === difficulty).length
        expect(Math.abs(count - 16)).toBeLessThanOrEqual(2)
      }
    }),
    { numRuns: 60 },
  )
})

test('where a chapter is short the paper falls back within the tolerance, and says so', () => {
  const short = bank.filter((item) => chapterOf(item.questionId) !== '4' || Number(item.questionId.split('-')[2]) < 5)
  const paper = draw(national, short, 3)

  expect(paper.deviations).toContainEqual({ chapter: '4', wanted: 12, drawn: 10 })
  expect(paper.deviations.reduce((total, { wanted, drawn }) => total + drawn - wanted, 0)).toBe(0)
  expect(paper.items).toHaveLength(80)
})

const smallBanks = fc
  .array(
    fc.record({
      kind: fc.constantFrom('single' as const, 'multiple' as const),
      chapter: fc.constantFrom('1', '2', '3', '9'),
      exposures: fc.nat(3),
      difficulty: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 8, maxLength: 40, size: 'max' },
  )
  .map((list) =>
    list.map(({ chapter, ...facts }, at) => sampleItem(`b${at}`, { ...facts, chapters: { '2025': chapter } })),
  )

test('whatever the bank: a paper within the tolerance, or what is short; never something in between', () => {
  const blueprint = sampleBlueprint({
    parts: [
      { kind: 'single', count: 8, halfPoints: 2, rule: 'single' },
      { kind: 'multiple', count: 4, halfPoints: 4, rule: 'multipleSocialWork' },
    ],
    chapterWeights: { '1': 40, '2': 30, '3': 20 },
  })
  let [drawnPapers, impossible] = [0, 0]
  fc.assert(
    fc.property(smallBanks, fc.integer(), (items, seed) => {
      const drawn = drawPaper(blueprint, items, seed)
      const { answer, short } = feasibility(blueprint, items)
      if ('impossible' in drawn) {
        impossible += 1
        expect(answer).toBe('no')
        expect(drawn.short).toEqual(short)
        expect(short.length).toBeGreaterThan(0)
        return
      }
      drawnPapers += 1
      expect(drawn.items.map(({ kind }) => kind)).toEqual([...Array(8).fill('single'), ...Array(4).fill('multiple')])
      expect(answer).toBe(drawn.deviations.length === 0 ? 'exactly' : 'withinTolerance')
      for (const { wanted, drawn: count } of drawn.deviations) {
        expect(Math.abs(wanted - count)).toBeLessThanOrEqual(chapterTolerance)
      }
    }),
    { numRuns: 500 },
  )
  expect(Math.min(drawnPapers, impossible)).toBeGreaterThan(50)
})

test('two parts of one kind and other points share no question', () => {
  const blueprint = sampleBlueprint({
    parts: [
      { kind: 'single', count: 3, halfPoints: 2, rule: 'single' },
      { kind: 'constructed', count: 4, halfPoints: 40 },
      { kind: 'single', count: 2, halfPoints: 4, rule: 'single' },
      { kind: 'constructed', count: 1, halfPoints: 60 },
    ],
  })
  const essays = Array.from({ length: 4 }, (_, at) => sampleItem(`essay${at}`, { kind: 'constructed' }))
  const items = [...sampleItems('single', 5, ['1']), ...essays, sampleItem('long', { kind: 'constructed', outOf: 60 })]
  const paper = draw(blueprint, items, 9)

  expect(paper.items.map(({ part }) => part)).toEqual([0, 0, 0, 1, 1, 1, 1, 2, 2, 3])
  expect(paper.items.map(({ halfPoints }) => halfPoints)).toEqual([2, 2, 2, 40, 40, 40, 40, 4, 4, 60])
  expect(new Set(paper.items.map(({ questionId }) => questionId)).size).toBe(10)
  expect(paper.items.at(-1)?.questionId).toBe('long')
})

test('two parts of one kind are of all chapters', () => {
  const part = { kind: 'single', count: 30, halfPoints: 2, rule: 'single' } as const
  const { items } = draw(
    sampleBlueprint({ parts: [part, { ...part, halfPoints: 4 }], chapterWeights: weights }),
    bank,
    6,
  )
  for (const number of [0, 1]) {
    const own = items.filter((item) => item.part === number).map(({ questionId }) => chapterOf(questionId))
    expect(new Set(own).size).toBeGreaterThanOrEqual(4)
  }
})

test('a case brings its choices together and in their order', () => {
  const blueprint = sampleBlueprint({ parts: [{ kind: 'case', count: 8, halfPoints: 2, rule: 'single' }] })
  const paper = draw(blueprint, [sampleCase('a', 3), sampleCase('b', 5), sampleCase('c', 4)], 4)
  const shown = paper.items.map((item) => (item.kind === 'constructed' ? '' : `${item.questionId}${item.choice}`))

  expect([...shown].sort()).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2', 'b3', 'b4'])
  expect(shown.join(' ')).toMatch(/a0 a1 a2/)
  expect(shown.join(' ')).toMatch(/b0 b1 b2 b3 b4/)
})

test('a drawn paper can be scored: its key and nothing else is full marks', () => {
  const paper = draw(sampleBlueprint({ parts: nationalParts }), bank, 11)
  const toScore = withKeys(paper, (versionId) => (versionId.startsWith('single') ? [2] : [0, 3]))
  const right = Object.fromEntries(paper.items.map((item) => [item.itemId, item.kind === 'single' ? [2] : [3, 0]]))

  expect(scorePaper(toScore, right)).toMatchObject({ halfPoints: 200, outOf: 200, passed: true })
  expect(scorePaper(toScore, {})).toMatchObject({ halfPoints: 0, pending: [] })
})
