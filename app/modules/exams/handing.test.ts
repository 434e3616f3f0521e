import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HandingFacts, handingOf } from './handing.ts'

const handedAt = new Date('2026-11-23T02:00:00Z')
const seenAt = new Date('2026-11-23T03:00:00Z')
const ready: HandingFacts = { isBlank: false, isMock: true, isMarked: true, mentors: ['陆青禾'], standing: null }

test.each([
  ['she has marked herself and has a mentor', {}, 'may'],
  ['she has not marked herself', { isMarked: false }, 'markFirst'],
  ['an exam of her cohort, where somebody else marks', { isMock: false, isMarked: false }, 'may'],
  ['nothing was written', { isBlank: true }, 'blank'],
  ['nobody accompanies her', { mentors: [] }, 'noMentor'],
  ['handed, and nobody has opened it', { standing: { handedAt, openings: [] } }, 'waiting'],
  ['handed, and her mentor was changed since', { standing: { handedAt, openings: [] }, mentors: [] }, 'waiting'],
  ['opened by one', { standing: { handedAt, openings: [{ name: '陆青禾', seenAt }] } }, 'seen'],
] as const)('%s', (_case, over, kind) => {
  expect(handingOf({ ...ready, ...over })).toMatchObject({ kind })
})

const facts: fc.Arbitrary<HandingFacts> = fc.record({
  ...{ isBlank: fc.boolean(), isMock: fc.boolean(), isMarked: fc.boolean() },
  mentors: fc.array(fc.constantFrom('陆青禾', '温以宁'), { maxLength: 2 }),
  standing: fc.option(
    fc.record({
      handedAt: fc.constant(handedAt),
      openings: fc.array(fc.record({ name: fc.string(), seenAt: fc.date() })),
    }),
  ),
})

test('what was opened is never waiting again, and what is with them is not handed twice', () => {
  fc.assert(
    fc.property(facts, (one) => {
      const { kind } = handingOf(one)
      if (one.standing) expect(kind).toBe(one.standing.openings.length > 0 ? 'seen' : 'waiting')
      else expect(['seen', 'waiting']).not.toContain(kind)
    }),
  )
})

test('she may hand it only to somebody, and only what says something', () => {
  fc.assert(
    fc.property(facts, (one) => {
      if (handingOf(one).kind !== 'may') return
      expect(one.mentors.length).toBeGreaterThan(0)
      expect(one.isBlank).toBe(false)
      expect(one.isMarked || !one.isMock).toBe(true)
    }),
  )
})
