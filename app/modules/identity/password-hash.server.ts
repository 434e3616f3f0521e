import { hash, type Options, parseOptions, verify } from '@node-rs/argon2'
import { normalPassword } from './passwords.ts'
import { createSlots, type Slots } from './slots.ts'

/** Hashes and compares passwords. Tests hand in a fast one; nothing else does. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>
  /** `stored` null: nobody, or nobody with a password yet. It takes as long as a comparison with somebody's. */
  readonly verify: (stored: string | null, password: string) => Promise<boolean>
  readonly needsRehash: (stored: string) => boolean
  /** four at a time: whoever verifies or hashes for a visitor does it in turn */
  readonly inTurn: Slots
}

/** Argon2id, 19 MiB, two passes: four at once stay under 80 MiB on a small machine. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const satisfies Options
const atOnce = 4
const queueCap = 1_000

export const argon2Passwords: Passwords = passwordsWith(cost)

export function passwordsWith(options: Required<Pick<Options, 'memoryCost' | 'timeCost' | 'parallelism'>>): Passwords {
  let nobodys: Promise<string> | undefined
  const nobodysHash = () => {
    nobodys ??= hash(crypto.randomUUID(), options)
    return nobodys
  }
  return {
    hash: (password) => hash(normalPassword(password), options),
    verify: async (stored, password) => {
      const isRight = await verify(stored ?? (await nobodysHash()), normalPassword(password))
      return isRight && stored !== null
    },
    needsRehash: (stored) => {
      const held = parseOptions(stored)
      const isSame =
        held.memoryCost === options.memoryCost &&
        held.timeCost === options.timeCost &&
        held.parallelism === options.parallelism
      return !isSame || !stored.startsWith('$argon2id$')
    },
    inTurn: createSlots(atOnce, queueCap),
  }
}
