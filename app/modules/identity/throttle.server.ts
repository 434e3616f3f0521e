import { db, type Tx } from '~/platform/db.server.ts'
import { sha256 } from './secrets.server.ts'
import { createSlots } from './slots.ts'
import { accountLaw, addressKey, addressLaw, charge, codeLaw, type Law, type Tally, waitSeconds } from './throttle.ts'

/** What is being limited, and how. Kept in the database: a restart forgets nothing, and every process counts alike. */
export type Limit = { readonly key: string; readonly law: Law }

const oneByOne = createSlots(1, 2_000)

/**
 * A write that counts. They all touch one small table, and on PostgreSQL serializable transactions that do so at the same
 * moment fail each other; when a whole classroom signs in, one by one is faster. Never within a `db.write`.
 */
export function countingWrite<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return oneByOne(() => db.write(work))
}

/** Guesses at one account through every door: sign-in by username, by phone, and changing a password. */
export function accountLimit(accountId: string): Limit {
  return { key: `account:${shortHash(accountId)}`, law: accountLaw }
}

export function addressLimit(address: string): Limit {
  return { key: `address:${shortHash(addressKey(address))}`, law: addressLaw }
}

export function codeLimit(address: string): Limit {
  return { key: `code:${shortHash(addressKey(address))}`, law: codeLaw }
}

/** Seconds until all of these would let somebody through; 0: now. */
export async function secondsToWait(limits: readonly Limit[], now: Date): Promise<number> {
  const rows = await db.read.throttle.findMany({ where: { key: { in: limits.map(({ key }) => key) } } })
  const waits = limits.map(({ key, law }) => waitSeconds(law, rows.find((row) => row.key === key) ?? null, now))
  return Math.max(0, ...waits)
}

/** Counts one try; 0 when it may go ahead, else the seconds to wait. Of many at the same moment each is counted. */
export async function chargeLimit(tx: Tx, { key, law }: Limit, now: Date): Promise<number> {
  const before = await tx.throttle.findUnique({ where: { key } })
  const result = charge(law, before, now)
  if (!result.allowed) return result.retryAfterSeconds
  await save(tx, key, result.tally, before !== null)
  return 0
}

/** An account whose owner has shown that it is hers starts anew. */
export async function clearLimit(tx: Tx, limit: Limit): Promise<void> {
  await clearLimits(tx, [limit])
}

export async function clearLimits(tx: Tx, limits: readonly Limit[]): Promise<void> {
  await tx.throttle.deleteMany({ where: { key: { in: limits.map(({ key }) => key) } } })
}

async function save(tx: Tx, key: string, tally: Tally, isThere: boolean): Promise<void> {
  if (isThere) await tx.throttle.update({ where: { key }, data: tally })
  else await tx.throttle.create({ data: { key, ...tally } })
}

/** Keys name nobody. */
function shortHash(text: string): string {
  return sha256(text).slice(0, 32)
}
