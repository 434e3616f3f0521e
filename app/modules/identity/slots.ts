import { DomainError } from '~/platform/errors.ts'

/**
 * So many at a time, first come first served; when the queue is full, those who come are told to try again. Password hashing
 * takes memory by design: three hundred at once would take thirteen gigabytes.
 */
export type Slots = <T>(work: () => Promise<T>) => Promise<T>

export function createSlots(atOnce: number, queueCap: number): Slots {
  const waiting: (() => void)[] = []
  let free = atOnce
  return async (work) => {
    if (free > 0) free -= 1
    else if (waiting.length >= queueCap) throw new DomainError('busy')
    else await new Promise<void>((start) => waiting.push(start))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
