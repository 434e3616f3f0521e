/*
 * How guessing is slowed down without locking out a classroom. An account takes five guesses at once and then makes the next
 * one wait, four times longer each time, up to a quarter of an hour: ten guesses in fifteen minutes, whoever guesses and from
 * wherever, and never a lock that somebody else could put on for good. A guess at an account is counted before it is verified,
 * so that guesses made in parallel cannot all pass. An address is limited by its failures only, because three hundred people
 * may sit behind one.
 */
export type Tally = {
  readonly failures: number
  readonly windowStart: Date
  readonly blockedUntil: Date
}

export type BackOff = {
  readonly kind: 'backOff'
  readonly free: number
  readonly firstWaitMs: number
  readonly factor: number
  readonly longestWaitMs: number
  /** this long after the last wait all is forgotten */
  readonly forgetMs: number
}
export type Quota = { readonly kind: 'quota'; readonly limit: number; readonly windowMs: number }
export type Law = BackOff | Quota

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

export const accountLaw: BackOff = {
  kind: 'backOff',
  free: 5,
  firstWaitMs: second,
  factor: 4,
  longestWaitMs: 15 * minute,
  forgetMs: 12 * hour,
}
/** Failures are counted when they have happened: with those still being verified it is never more than 300. */
export const addressLaw: Quota = { kind: 'quota', limit: 290, windowMs: 15 * minute }
/** A code has 39 bits; this many slips an hour leave room for a classroom that types them from paper. */
export const codeLaw: Quota = { kind: 'quota', limit: 100, windowMs: hour }

export type Charge =
  | { readonly allowed: true; readonly tally: Tally }
  | { readonly allowed: false; readonly retryAfterSeconds: number }

export function charge(law: Law, before: Tally | null, now: Date): Charge {
  const tally = standing(law, before, now)
  const wait = waitMs(law, tally, now)
  if (wait > 0) return { allowed: false, retryAfterSeconds: Math.ceil(wait / second) }
  const failures = tally.failures + 1
  const blockedUntil = law.kind === 'backOff' ? new Date(now.getTime() + backOffMs(law, failures)) : tally.blockedUntil
  return { allowed: true, tally: { failures, windowStart: tally.windowStart, blockedUntil } }
}

/** How long to wait before the next guess would be allowed; 0: none. */
export function waitSeconds(law: Law, before: Tally | null, now: Date): number {
  return Math.ceil(waitMs(law, standing(law, before, now), now) / second)
}

function standing(law: Law, tally: Tally | null, now: Date): Tally {
  if (tally && now.getTime() < forgottenAt(law, tally)) return tally
  return { failures: 0, windowStart: now, blockedUntil: now }
}

function forgottenAt(law: Law, tally: Tally): number {
  return law.kind === 'backOff'
    ? tally.blockedUntil.getTime() + law.forgetMs
    : tally.windowStart.getTime() + law.windowMs
}

function waitMs(law: Law, tally: Tally, now: Date): number {
  if (law.kind === 'backOff') return Math.max(0, tally.blockedUntil.getTime() - now.getTime())
  return tally.failures < law.limit ? 0 : forgottenAt(law, tally) - now.getTime()
}

function backOffMs(law: BackOff, failures: number): number {
  if (failures < law.free) return 0
  return Math.min(law.longestWaitMs, law.firstWaitMs * law.factor ** (failures - law.free))
}

/** An IPv6 subscriber has a /64 to himself: his addresses are one. */
export function addressKey(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length)
  return [...front, ...Array<string>(zeros).fill('0'), ...back].slice(0, 4).join(':')
}
