import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  act,
  holderOf,
  leaseMs,
  newWork,
  roundBudget,
  type WorkAct,
  type WorkLife,
  type WorkOutcome,
} from './work-life.ts'

const now = new Date('2026-11-23T12:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)

function after(acts: readonly WorkAct[], at = now): WorkLife {
  return acts.reduce<WorkLife>((work, one) => {
    const outcome = act(work, one, at)
    if (!outcome.ok) throw new Error(`${one.kind}: ${outcome.code}`)
    return outcome.work
  }, newWork)
}

const submit: WorkAct = { kind: 'submit', openComments: 0 }
const claim: WorkAct = { kind: 'claim', by: 'm1' }
const back: WorkAct = { kind: 'return', by: 'm1', comments: 2 }

test('write, hand in, be read, be returned, write again, be accepted', () => {
  const work = after([submit, claim, back, submit, claim, { kind: 'accept', by: 'm1' }])
  expect(work).toMatchObject({ status: 'accepted', revision: 2, rounds: 1, claim: null })
})

test.each([
  ['handing in twice', [submit], submit, 'state'],
  ['withdrawing what was never handed in', [], { kind: 'withdraw' }, 'state'],
  ['withdrawing what a mentor has opened', [submit, { kind: 'open', by: 'm2' }], { kind: 'withdraw' }, 'opened'],
  [
    'withdrawing what a mentor has taken and laid back',
    [submit, claim, { kind: 'release', by: 'm1' }],
    { kind: 'withdraw' },
    'opened',
  ],
  ['taking what another has', [submit, claim], { kind: 'claim', by: 'm2' }, 'claimed'],
  ['deciding without having it', [submit], { kind: 'accept', by: 'm1' }, 'notHeld'],
  ['deciding what another has', [submit, claim], { kind: 'return', by: 'm2', comments: 1 }, 'notHeld'],
  ['deciding what another took over', [submit, claim, { kind: 'take', by: 'm2' }], back, 'notHeld'],
  ['returning without a word', [submit, claim], { kind: 'return', by: 'm1', comments: 0 }, 'noComment'],
  ['failing without a reason', [submit, claim], { kind: 'fail', by: 'm1', reason: '  ' }, 'noReason'],
  [
    'handing in before each comment is answered',
    [submit, claim, back],
    { kind: 'submit', openComments: 1 },
    'openComments',
  ],
  ['a decision on what is decided', [submit, claim, back], { kind: 'accept', by: 'm1' }, 'state'],
  ['reopening what was not failed', [submit, claim, back], { kind: 'reopen', by: 'm1', reason: '漏看' }, 'state'],
] as const)('refused: %s', (_case, before, one, code) => {
  expect(act(after(before), one, now)).toEqual({ ok: false, code })
})

test('as often as the budget says it may be returned, then it is accepted or failed', () => {
  const rounds = Array.from({ length: roundBudget }, () => [submit, claim, back]).flat()
  const work = after([...rounds, submit, claim])
  expect(act(work, back, now)).toEqual({ ok: false, code: 'roundsSpent' })
  expect(act(work, { kind: 'accept', by: 'm1' }, now)).toMatchObject({ ok: true })
})

test('withdrawn unread, it is a draft again, or a returned one', () => {
  expect(after([submit, { kind: 'withdraw' }])).toMatchObject({ status: 'draft', revision: 1 })
  expect(after([submit, claim, back, submit, { kind: 'withdraw' }])).toMatchObject({ status: 'returned', revision: 2 })
})

test('a lease lapses to the millisecond; until somebody else comes its holder may still decide', () => {
  const work = after([submit, claim])
  const other: WorkAct = { kind: 'claim', by: 'm2' }
  expect([holderOf(work, later(leaseMs - 1)), holderOf(work, later(leaseMs))]).toEqual(['m1', null])
  expect(act(work, other, later(leaseMs - 1))).toEqual({ ok: false, code: 'claimed' })
  expect(act(work, other, later(leaseMs))).toMatchObject({ ok: true, work: { claim: { mentorId: 'm2' } } })
  expect(act(work, { kind: 'accept', by: 'm1' }, later(2 * leaseMs))).toMatchObject({ ok: true })
})

test('a failed work is reopened with a reason', () => {
  const failed = after([submit, claim, { kind: 'fail', by: 'm1', reason: '抄袭' }])
  expect(act(failed, { kind: 'reopen', by: 'm1', reason: '查清了' }, now)).toMatchObject({
    work: { status: 'returned' },
  })
  expect(act(failed, { kind: 'reopen', by: 'm1', reason: '' }, now)).toEqual({ ok: false, code: 'noReason' })
})

const by = fc.constantFrom('m1', 'm2', 'm3')
const reason = fc.constantFrom('', '说明')
const anyAct: fc.Arbitrary<WorkAct> = fc.oneof(
  fc.record({ kind: fc.constant('submit' as const), openComments: fc.nat(1) }),
  fc.constant({ kind: 'withdraw' } as const),
  fc.record({ kind: fc.constantFrom('open' as const, 'claim' as const, 'take' as const, 'release' as const), by }),
  fc.record({ kind: fc.constant('return' as const), by, comments: fc.nat(2) }),
  fc.record({ kind: fc.constant('accept' as const), by }),
  fc.record({ kind: fc.constantFrom('fail' as const, 'reopen' as const), by, reason }),
)
const history = fc.array(fc.record({ one: anyAct, afterMs: fc.constantFrom(0, 1, 60_000, leaseMs) }), { maxLength: 40 })

type Step = { readonly before: WorkLife; readonly one: WorkAct; readonly at: Date; readonly outcome: WorkOutcome }

function play(acts: ReadonlyArray<{ readonly one: WorkAct; readonly afterMs: number }>): readonly Step[] {
  const steps: Step[] = []
  let [work, at] = [newWork, now]
  for (const { one, afterMs } of acts) {
    at = new Date(at.getTime() + afterMs)
    const outcome = act(work, one, at)
    steps.push({ before: work, one, at, outcome })
    if (outcome.ok) work = outcome.work
  }
  return steps
}

const decisions: readonly string[] = ['return', 'accept', 'fail']

function brokenLaws({ before, one, at, outcome }: Step): readonly string[] {
  if (!outcome.ok) return []
  const { work } = outcome
  const laws: Readonly<Record<string, boolean>> = {
    'accepted is the end': before.status !== 'accepted',
    'only handing in makes a revision': work.revision === before.revision + (one.kind === 'submit' ? 1 : 0),
    'only a return makes a round': work.rounds === before.rounds + (one.kind === 'return' ? 1 : 0),
    'rounds stay within the budget': work.rounds <= roundBudget,
    'whoever decides has it': !decisions.includes(one.kind) || ('by' in one && before.claim?.mentorId === one.by),
    'what is in review has somebody': (work.status === 'inReview') === (work.claim !== null),
    'whoever has it has opened it': work.claim === null || work.openedAt !== null,
    'nothing that was opened is withdrawn': one.kind !== 'withdraw' || before.openedAt === null,
    'nobody loses a lease to a claim': one.kind !== 'claim' || [null, one.by].includes(holderOf(before, at)),
    'a return says something': one.kind !== 'return' || one.comments > 0,
    'comments are answered before she hands in again':
      one.kind !== 'submit' || before.status === 'draft' || one.openComments === 0,
  }
  return Object.entries(laws).flatMap(([law, holds]) => (holds ? [] : [`${law}: ${one.kind} in ${before.status}`]))
}

test('five thousand histories keep the laws', () => {
  fc.assert(
    fc.property(history, (acts) => {
      expect(play(acts).flatMap(brokenLaws)).toEqual([])
    }),
    { numRuns: 5_000 },
  )
})

test('the same act twice at once: one of the two is refused, unless it only renews or looks', () => {
  const renewing: readonly string[] = ['open', 'claim', 'take']
  fc.assert(
    fc.property(history, anyAct, (acts, one) => {
      const last = play(acts).at(-1)
      const work = last?.outcome.ok ? last.outcome.work : (last?.before ?? newWork)
      const first = act(work, one, now)
      const second = first.ok ? act(first.work, one, now) : first
      expect(second.ok && !renewing.includes(one.kind)).toBe(false)
    }),
    { numRuns: 5_000 },
  )
})
