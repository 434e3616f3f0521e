import type { StoredAnswer } from '~/modules/exams/attempt-store.ts'
import { paths } from '~/paths.ts'
import type { StoredPractice } from './practice-store.ts'

/*
 * Answers of exams and of practice that this device holds and the server has not got. Whoever signs out takes the device's
 * storage with her, so they are sent first. Whose they are the server says: at a shared computer some may be another's, and
 * those stay for her.
 */
export type OnDevice = { readonly exams: readonly StoredAnswer[]; readonly practice: readonly StoredPractice[] }

export type Device = {
  readonly read: () => Promise<OnDevice>
  /** neither fails: what cannot be forgotten is sent again */
  readonly forgetExam: (answer: StoredAnswer) => Promise<void>
  readonly forgetPractice: (answer: StoredPractice) => Promise<void>
  /** null: signed out; throws when nobody answers */
  readonly post: (path: string, message: object) => Promise<Response | null>
}

export type Sent = {
  /** what could not be sent, and may be hers */
  readonly left: OnDevice
  readonly hasOthers: boolean
  readonly isSignedOut: boolean
}

type Outcome = 'sent' | 'others' | 'signedOut' | 'left'

/** As many as the server takes at once. */
const atOnce = 50

export async function sendUnsent(device: Device): Promise<Sent> {
  const { exams, practice } = await device.read()
  const left: { exams: StoredAnswer[]; practice: StoredPractice[] } = { exams: [], practice: [] }
  const outcomes = new Set<Outcome>()
  for (const batch of batchesOf(exams, ({ attemptId, epoch }) => `${attemptId} ${epoch}`)) {
    const [{ attemptId, epoch }] = batch
    const outcome = await send(device, paths.attemptSync(attemptId), () => ({
      ...{ kind: 'save', epoch },
      answers: batch.map(({ itemId, value, isMarked, seq }) => ({ itemId, value, isMarked, seq })),
    }))
    outcomes.add(outcome)
    if (outcome === 'sent') for (const one of batch) await device.forgetExam(one)
    else if (outcome !== 'others') left.exams.push(...batch)
  }
  for (const batch of batchesOf(practice, ({ personId }) => personId)) {
    const [{ personId }] = batch
    const outcome = await send(device, paths.practiceSync(), () => ({
      personId,
      answers: batch.map(({ id, seq, value }) => ({ id, seq, answer: JSON.parse(value) })),
    }))
    outcomes.add(outcome)
    if (outcome === 'sent') for (const one of batch) await device.forgetPractice(one)
    else if (outcome !== 'others') left.practice.push(...batch)
  }
  return { left, hasOthers: outcomes.has('others'), isSignedOut: outcomes.has('signedOut') }
}

/** To what is taken the server answers for every one; of another's it says that there is nothing. */
async function send(device: Device, path: string, message: () => object): Promise<Outcome> {
  try {
    const response = await device.post(path, message())
    if (response === null) return 'signedOut'
    if (response.ok) return 'sent'
    return response.status === 404 ? 'others' : 'left'
  } catch {
    return 'left'
  }
}

type Some<One> = readonly [One, ...One[]]

/** Those of one name go together, the oldest first. */
function batchesOf<One extends { readonly seq: number }>(
  all: readonly One[],
  nameOf: (one: One) => string,
): ReadonlyArray<Some<One>> {
  const named = new Map<string, One[]>()
  for (const one of all.toSorted((a, b) => a.seq - b.seq)) {
    named.set(nameOf(one), [...(named.get(nameOf(one)) ?? []), one])
  }
  return [...named.values()].flatMap((group) => {
    const starts = Array.from({ length: Math.ceil(group.length / atOnce) }, (_, at) => at * atOnce)
    return starts.flatMap((start): ReadonlyArray<Some<One>> => {
      const [first, ...rest] = group.slice(start, start + atOnce)
      return first ? [[first, ...rest]] : []
    })
  })
}

export type UnsentCounts = { readonly exams: number; readonly practice: number; readonly all: number }

/** In questions, as she counts them. */
export function countUnsent({ exams, practice }: OnDevice): UnsentCounts {
  const items = new Set(exams.map(({ attemptId, itemId }) => `${attemptId} ${itemId}`))
  return { exams: items.size, practice: practice.length, all: items.size + practice.length }
}

export type UnsentFile = NonNullable<StoredAnswer['file']> & {
  readonly attemptId: string
  readonly answers: readonly StoredAnswer[]
}

/** Exams whose answers can go into a file for the coordinator, one for each attempt. */
export function filesOf(exams: readonly StoredAnswer[]): readonly UnsentFile[] {
  const files = new Map<string, UnsentFile>()
  for (const one of exams) {
    const { attemptId, file } = one
    if (file) files.set(attemptId, { ...file, attemptId, answers: [...(files.get(attemptId)?.answers ?? []), one] })
  }
  return [...files.values()]
}
