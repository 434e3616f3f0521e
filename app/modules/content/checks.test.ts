import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge } from './checks.ts'
import type { CheckKey } from './document.ts'

function check(right: readonly boolean[]): CheckKey {
  return {
    id: 'q1',
    multiple: right.filter(Boolean).length > 1,
    optional: false,
    options: right.map((isRight, at) => ({ id: `o${at}`, text: `选项${at}`, right: isRight })),
    explanation: '<p>因为</p>',
  }
}

test('a single choice is right when the right one is picked', () => {
  const single = check([false, true, false])
  expect(judge(single, ['o1'])).toEqual({ right: true, explanation: '<p>因为</p>', chosen: ['选项1'] })
  expect(judge(single, ['o0'])?.right).toBe(false)
})

test('several are right only when all of them are picked and nothing else', () => {
  const several = check([true, false, true])
  expect(judge(several, ['o2', 'o0'])?.right).toBe(true)
  expect(judge(several, ['o0'])?.right).toBe(false)
  expect(judge(several, ['o0', 'o1', 'o2'])?.right).toBe(false)
})

test('no pick, a foreign option, two where one is asked for: no answer at all', () => {
  expect(judge(check([true, false]), [])).toBeUndefined()
  expect(judge(check([true, false]), ['o7'])).toBeUndefined()
  expect(judge(check([true, false]), ['o0', 'o1'])).toBeUndefined()
})

test('law: the order of options and of picks means nothing, and picking one twice is picking it once', () => {
  const rights = fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }).filter((all) => all.some(Boolean))
  fc.assert(
    fc.property(rights, fc.infiniteStream(fc.nat()), (all, numbers) => {
      const own = check(all)
      const picks = own.options.filter((_, at) => Number([...numbers.take(at + 1)].at(-1)) % 2).map(({ id }) => id)
      const turned = { ...own, options: own.options.toReversed() }
      expect(judge(turned, picks.toReversed())?.right).toBe(judge(own, [...picks, ...picks])?.right)
    }),
  )
})
