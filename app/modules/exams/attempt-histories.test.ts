import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Attempt,
  acceptSave,
  boundaryOf,
  expire,
  extend,
  type IncomingSave,
  openAttempt,
  reopen,
  type Save,
  submit,
  takeOver,
  voidAttempt,
} from './attempt.ts'

/*
 * Histories of everything that goes wrong (reliability.md A5, A6): devices that save, networks that reorder, repeat, lose and
 * hold back, two tabs, takeovers, restarts. The system under test is the functions with a store around them; the model knows
 * nothing of them: it writes down what arrived when, and works the end out of the whole list.
 */
const started = new Date('2026-11-23T09:00:00Z').getTime()
const limitMs = 60_000

type Step =
  | { readonly do: 'change'; readonly device: number; readonly item: number }
  | { readonly do: 'deliver' | 'repeat' | 'drop'; readonly which: number }
  | { readonly do: 'flush'; readonly device: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'waitForBoundary'; readonly off: number }
  | { readonly do: 'submit' | 'takeOver'; readonly device: number }
  | { readonly do: 'extend' | 'reopen'; readonly byMs: number }
  | { readonly do: 'look' | 'restart' | 'void' }

const device = fc.nat(1)
const which = fc.nat(20)
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant('change' as const), device, item: fc.nat(2) }) },
    { weight: 8, arbitrary: fc.record({ do: fc.constant('deliver' as const), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), which }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('flush' as const), device }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(15_000) }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('waitForBoundary' as const), off: fc.constantFrom(-1, 0, 1) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('submit' as const), device }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('takeOver' as const), device }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('extend' as const), byMs: fc.integer({ min: -20_000, max: 40_000 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('reopen' as const), byMs: fc.integer({ min: -5_000, max: 40_000 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('look' as const, 'restart' as const, 'void' as const) }) },
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
)

/** What reached the server, when. */
type Arrival =
  | { readonly at: number; readonly kind: 'save'; readonly save: Save }
  | { readonly at: number; readonly kind: 'submit'; readonly epoch: number }
  | { readonly at: number; readonly kind: 'takeOver' | 'void' }
  | { readonly at: number; readonly kind: 'extend' | 'reopen'; readonly until: number }

type Ending = {
  readonly status: string
  readonly deadline: number
  readonly submitted: readonly [number | null, string | null]
  readonly epoch: number
  readonly answers: Readonly<Record<string, string>>
  readonly apart: readonly string[]
}

const label = (save: Save) => `${save.itemId} ${save.takeoverEpoch} ${save.seq}`

/** The functions, and a store that a restart reads back from text. */
function openServer() {
  let now = started
  const opened = openAttempt({
    startedAt: new Date(now),
    limitMinutes: limitMs / 60_000,
    timeFactor: 1,
    extraMinutes: 0,
    closesAt: null,
    personalClosesAt: null,
  })
  if (!opened) throw new Error('not opened')
  let attempt: Attempt = opened
  let answers: Record<string, Save> = {}
  let apart: Record<string, string> = {}
  const arrivals: Arrival[] = []

  const date = () => new Date(now)
  const dated = (held: Attempt): Attempt => ({
    ...held,
    startedAt: new Date(held.startedAt),
    deadlineAt: new Date(held.deadlineAt),
    submittedAt: held.submittedAt && new Date(held.submittedAt),
  })
  return {
    arrivals,
    now: () => now,
    attempt: () => attempt,
    wait: (ms: number) => {
      now += Math.max(0, ms)
    },
    look: () => {
      attempt = expire(attempt, date())
    },
    restart: () => {
      const stored = JSON.parse(JSON.stringify({ attempt, answers, apart }))
      attempt = dated(stored.attempt)
      answers = stored.answers
      apart = stored.apart
    },
    save: (save: Save) => {
      arrivals.push({ at: now, kind: 'save', save })
      const outcome = acceptSave(attempt, answers[save.itemId] ?? null, { ...save, at: date() } satisfies IncomingSave)
      if (outcome.kind === 'saved') answers[save.itemId] = outcome.answer
      else if (outcome.kind !== 'known') apart[label(save)] ??= outcome.kind
    },
    submit: (epoch: number) => {
      arrivals.push({ at: now, kind: 'submit', epoch })
      attempt = submit(attempt, epoch, date())
    },
    takeOver: () => {
      arrivals.push({ at: now, kind: 'takeOver' })
      attempt = takeOver(attempt, date())
    },
    void: () => {
      arrivals.push({ at: now, kind: 'void' })
      attempt = voidAttempt(attempt, date())
    },
    extend: (until: number) => {
      arrivals.push({ at: now, kind: 'extend', until })
      attempt = extend(attempt, new Date(until), date())
    },
    reopen: (until: number) => {
      arrivals.push({ at: now, kind: 'reopen', until })
      attempt = reopen(attempt, new Date(until), date()) ?? expire(attempt, date())
    },
    ending: (): Ending => {
      const { status, deadlineAt, submittedAt, submittedBy, takeoverEpoch } = expire(attempt, date())
      return {
        status,
        deadline: deadlineAt.getTime(),
        submitted: [submittedAt?.getTime() ?? null, submittedBy],
        epoch: takeoverEpoch,
        answers: Object.fromEntries(Object.entries(answers).map(([itemId, { value }]) => [itemId, value])),
        apart: Object.entries(apart)
          .map(([key, why]) => `${key} ${why}`)
          .sort(),
      }
    },
  }
}

/** The model: a list of what arrived, and sentences about it. Milliseconds, no functions of the module. */
function endingOf(arrivals: readonly Arrival[], end: number): Ending {
  let deadline = started + limitMs
  let epoch = 0
  /** when it stopped being open, and why */
  let stop: { at: number; by: 'self' | 'expiry' | 'void' } | null = null
  let ended: readonly [number | null, string | null] = [null, null]
  const counted: Save[] = []
  const apart = new Map<string, string>()
  const noticeTime = (at: number) => {
    if (stop === null && at > deadline + 10_000) {
      stop = { at: deadline + 10_000, by: 'expiry' }
      ended = [deadline + 10_000, 'expiry']
    }
  }
  for (const arrival of arrivals) {
    noticeTime(arrival.at)
    const isOpen = stop === null
    if (arrival.kind === 'save') {
      const { save } = arrival
      const newest = newestOf(counted.filter(({ itemId }) => itemId === save.itemId))
      if (newest && newest.takeoverEpoch === save.takeoverEpoch && newest.seq >= save.seq) continue
      if (isOpen && save.takeoverEpoch === epoch) counted.push(save)
      else if (!apart.has(label(save))) apart.set(label(save), isOpen ? 'foreign' : 'late')
    } else if (arrival.kind === 'submit' && isOpen && arrival.epoch === epoch) {
      stop = { at: arrival.at, by: 'self' }
      ended = [arrival.at, 'self']
    } else if (arrival.kind === 'takeOver' && isOpen) {
      epoch += 1
    } else if (arrival.kind === 'void') {
      stop = { at: arrival.at, by: 'void' }
    } else if (arrival.kind === 'extend' && isOpen) {
      deadline = Math.max(deadline, arrival.until)
    } else if (arrival.kind === 'reopen' && (isOpen || arrival.until > arrival.at)) {
      deadline = Math.max(deadline, arrival.until)
      if (!isOpen) ended = [null, null]
      stop = null
    }
  }
  noticeTime(end)
  const by = (stop as { by: string } | null)?.by
  const items = [...new Set(counted.map(({ itemId }) => itemId))]
  return {
    status: by === undefined ? 'open' : by === 'void' ? 'void' : 'submitted',
    deadline,
    submitted: ended,
    epoch,
    answers: Object.fromEntries(
      items.map((itemId) => [itemId, newestOf(counted.filter((save) => save.itemId === itemId))?.value ?? '']),
    ),
    apart: [...apart].map(([key, why]) => `${key} ${why}`).sort(),
  }
}

function newestOf(saves: readonly Save[]): Save | undefined {
  return [...saves].sort((a, b) => a.takeoverEpoch - b.takeoverEpoch || a.seq - b.seq).at(-1)
}

type Sent = Save & { readonly device: number }

/** Two devices and a network between them and the server; what is held back is offline until it is flushed. */
function play(history: readonly Step[]) {
  const server = openServer()
  // The second one, or second tab, has to take over before it may write: an epoch belongs to one of them.
  const devices: { epoch: number | null; seq: number }[] = [
    { epoch: 0, seq: 0 },
    { epoch: null, seq: 0 },
  ]
  let underway: Sent[] = []
  const pickOne = (which: number) => underway[which % Math.max(1, underway.length)]
  for (const step of history) {
    switch (step.do) {
      case 'change': {
        const from = devices[step.device]
        if (!from || from.epoch === null) break
        from.seq += 1
        const itemId = `q${step.item}`
        const value = `${itemId} by ${step.device} at ${from.epoch}.${from.seq}`
        underway.push({ itemId, value, isMarked: false, takeoverEpoch: from.epoch, seq: from.seq, device: step.device })
        break
      }
      case 'deliver': {
        const one = pickOne(step.which)
        underway = underway.filter((sent) => sent !== one)
        if (one) server.save(one)
        break
      }
      case 'repeat': {
        const one = pickOne(step.which)
        if (one) server.save(one)
        break
      }
      case 'drop': {
        const one = pickOne(step.which)
        underway = underway.filter((sent) => sent !== one)
        break
      }
      case 'flush': {
        for (const one of underway.filter((sent) => sent.device === step.device)) server.save(one)
        underway = underway.filter((sent) => sent.device !== step.device)
        break
      }
      case 'wait':
        server.wait(step.ms)
        break
      case 'waitForBoundary':
        server.wait(boundaryOf(server.attempt()).getTime() + step.off - server.now())
        break
      case 'submit':
        server.submit(devices[step.device]?.epoch ?? -1)
        break
      case 'takeOver': {
        server.takeOver()
        const from = devices[step.device]
        if (from) from.epoch = server.attempt().takeoverEpoch
        break
      }
      case 'extend':
        server.extend(server.attempt().deadlineAt.getTime() + step.byMs)
        break
      case 'reopen':
        server.reopen(server.now() + step.byMs)
        break
      case 'look':
        server.look()
        break
      case 'restart':
        server.restart()
        break
      case 'void':
        server.void()
    }
  }
  return server
}

test('5,000 histories end as the model says', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(steps, (history) => {
      const server = play(history)
      const ending = server.ending()
      expect(ending).toEqual(endingOf(server.arrivals, server.now()))
      seen.add(`${ending.status} ${ending.submitted[1]}`)
      for (const one of ending.apart) seen.add(one.split(' ')[3] ?? '')
    }),
    { numRuns: 5_000 },
  )
  // The histories reach every end there is.
  expect([...seen].sort()).toEqual([
    'foreign',
    'late',
    'open null',
    'submitted expiry',
    'submitted self',
    'void expiry',
    'void null',
    'void self',
  ])
}, 30_000)

test('nothing that reached the server is lost: it counts, or a newer one does, or it is kept apart', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const server = play(history)
      const { apart } = server.ending()
      const kept = new Set(apart.map((one) => one.split(' ').slice(0, 3).join(' ')))
      const saves = server.arrivals.flatMap((arrival) => (arrival.kind === 'save' ? [arrival.save] : []))
      const { answers } = server.ending()
      for (const save of saves) {
        const standing = saves.find(({ value }) => value === answers[save.itemId])
        const isCovered = standing && newestOf([save, standing]) === standing
        expect(isCovered || kept.has(label(save))).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
})
