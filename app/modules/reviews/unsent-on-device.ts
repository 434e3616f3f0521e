import type { StoredAnswer } from '~/modules/exams/attempt-store.ts'
import { keptAnswers } from '~/modules/exams/kept-answers.ts'
import { type Kept, type Outcome, type Post, sendKept } from '~/modules/exams/send-kept.ts'
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
  readonly forgetExam: Kept<StoredAnswer>['forget']
  readonly forgetPractice: Kept<StoredPractice>['forget']
  readonly post: Post
}

export type Sent = {
  /** what could not be sent, and may be hers */
  readonly left: OnDevice
  readonly hasOthers: boolean
  readonly isSignedOut: boolean
}

export async function sendUnsent(device: Device): Promise<Sent> {
  const held = await device.read()
  const exams = await sendKept(held.exams, keptAnswers(device.forgetExam), device.post)
  const practice = await sendKept(held.practice, keptPractice(device.forgetPractice), device.post)
  const happened = (outcome: Outcome) => exams.outcomes.has(outcome) || practice.outcomes.has(outcome)
  return {
    left: { exams: exams.left, practice: practice.left },
    hasOthers: happened('others'),
    isSignedOut: happened('signedOut'),
  }
}

function keptPractice(forget: Kept<StoredPractice>['forget']): Kept<StoredPractice> {
  return {
    nameOf: ({ personId }) => personId,
    pathOf: paths.practiceSync,
    messageOf: (batch) => ({
      personId: batch[0].personId,
      answers: batch.map(({ id, seq, value }) => ({ id, seq, answer: JSON.parse(value) })),
    }),
    forget,
  }
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
