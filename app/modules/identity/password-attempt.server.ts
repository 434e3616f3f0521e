import { audit } from '~/modules/audit/audit.server.ts'
import type { Passwords } from './password-hash.server.ts'
import { accountLimit, addressLimit, chargeLimit, countingWrite, secondsToWait } from './throttle.server.ts'

/** Whose password is guessed. An account that does not exist has an id of its own, made of what was typed. */
export type Target = {
  readonly accountId: string
  readonly personId: string | null
  readonly passwordHash: string | null
}

export type Verdict =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }

/**
 * One guess at a password, the same way for every door that asks for one: refused while the account or the address has to
 * wait, counted before it is verified, and written down when it was wrong. Existing or not, an account takes the same steps.
 */
export async function attemptPassword(
  target: Target,
  password: string,
  address: string,
  now: Date,
  passwords: Passwords,
): Promise<Verdict> {
  const [account, place] = [accountLimit(target.accountId), addressLimit(address)]
  const wait = await secondsToWait([account, place], now)
  if (wait > 0) return throttled(wait)

  return passwords.inTurn(async () => {
    // Asked again: many may have failed while this one stood in the queue.
    const placeWait = await secondsToWait([place], now)
    if (placeWait > 0) return throttled(placeWait)
    const accountWait = await countingWrite((tx) => chargeLimit(tx, account, now))
    if (accountWait > 0) return throttled(accountWait)

    if (await passwords.verify(target.passwordHash, password)) return { kind: 'right' }
    await countingWrite(async (tx) => {
      await chargeLimit(tx, place, now)
      await audit(tx, {
        actor: null,
        action: 'person.password-wrong',
        objectType: 'person',
        objectId: target.personId ?? 'unknown',
        outcome: 'refused',
        now,
      })
    })
    return { kind: 'wrong' }
  })
}

function throttled(retryAfterSeconds: number): Verdict {
  return { kind: 'throttled', retryAfterSeconds }
}
