import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subjectCodes } from '~/modules/questions/subjects.ts'
import type { Readiness } from './readiness.ts'
import { type ReadinessRow, readReadinessQuery, rowStanding, shownRows, standings } from './readiness-rows.ts'

const estimate = (mark: number): Readiness => ({
  ...{ kind: 'estimate', mark, low: mark - 10, high: mark + 10, outOf: 200, passLine: 120, answered: 80, method: [] },
  standing: mark >= 130 ? 'above' : mark < 110 ? 'below' : 'around',
})
const tooLittle: Readiness = { kind: 'tooLittle', answered: 3, needed: 60 }
const row = (id: string, cells: ReadonlyArray<readonly ['jz' | 'js', Readiness]> = []): ReadinessRow => ({
  ...{ id, name: id, username: id },
  cells: cells.map(([subject, readiness]) => ({ subject, readiness })),
})
const rows = [
  row('a', [['jz', estimate(150)]]),
  row('b', [['jz', estimate(90)]]),
  row('c'),
  row('d', [
    ['jz', estimate(120)],
    ['js', estimate(60)],
  ]),
  row('e', [['jz', tooLittle]]),
]
const shown = (search: string) => shownRows(rows, readReadinessQuery(new URLSearchParams(search))).map(({ id }) => id)

test('who needs help comes first: the lowest forecast, then who is on the line, then who cannot be judged', () => {
  expect(shown('')).toEqual(['d', 'b', 'e', 'c', 'a'])
  expect(shown('subject=jz')).toEqual(['b', 'd', 'e', 'c', 'a'])
})

test('by name and by a subject; without a forecast one stands at the end', () => {
  expect(shown('sort=name')).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(shown('sort=jz')).toEqual(['b', 'd', 'a', 'e', 'c'])
})

test('a filter looks at the subject that is chosen, and at the worst of all when none is', () => {
  expect(shown('standing=below')).toEqual(['d', 'b'])
  expect(shown('standing=below&subject=jz')).toEqual(['b'])
  expect(shown('standing=nothing')).toEqual(['c'])
  expect(shown('standing=nothing&subject=js')).toEqual(['a', 'b', 'c', 'e'])
})

test('an address that says something else shows everybody', () => {
  expect(shown('standing=best&subject=xx&sort=__proto__')).toEqual(shown(''))
})

test('law: the standings part the cohort, whatever is looked at and however it is sorted', () => {
  const someRow = fc.record({
    cell: fc.constantFrom<Readiness | null>(null, tooLittle, estimate(60), estimate(120), estimate(180)),
    other: fc.constantFrom<Readiness | null>(null, tooLittle, estimate(90)),
  })
  fc.assert(
    fc.property(
      fc.array(someRow, { maxLength: 12 }),
      fc.constantFrom(null, ...subjectCodes),
      fc.constantFrom('need' as const, 'name' as const, ...subjectCodes),
      (some, subject, sort) => {
        const all = some.map(({ cell, other }, at) =>
          row(String(at), [...(cell ? [['jz', cell] as const] : []), ...(other ? [['js', other] as const] : [])]),
        )
        const parts = standings.flatMap((standing) => shownRows(all, { subject, standing, sort }))
        expect(parts.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        const order = shownRows(all, { subject, standing: null, sort: 'need' }).map((one) => rowStanding(one, subject))
        expect(order).toEqual(order.toSorted((one, other) => standings.indexOf(one) - standings.indexOf(other)))
      },
    ),
  )
})
