import type { Choice } from '~/modules/questions/question.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import type { AskedQuestion } from './practice.ts'
import type { Confidence } from './review-log.ts'
import type { ErrorCause } from './wrong-book.ts'

/*
 * 今日一练 for a place without a network: its questions with keys and explanations in one page, and the answers that a device
 * gives to them. Instants are milliseconds since 1970.
 */
export type OfflineQuestion = AskedQuestion &
  Pick<Choice, 'key' | 'explanation'> & {
    /** titles of what it tests */
    readonly points: readonly string[]
  }

export type OfflineSet = {
  readonly personId: string
  readonly subject: Subject
  readonly questions: readonly OfflineQuestion[]
  /** says when this was loaded, so that only the site can have said it: set-stamp.server.ts */
  readonly stamp: string
  /** when the day began: what was answered before is of another set */
  readonly since: number
  readonly now: number
  /** where its pictures are */
  readonly pictures: readonly string[]
}

/** As a device keeps and sends it. Whether it was right is nobody's word but the server's. */
export type OfflineAnswer = Pick<AskedQuestion, 'questionId' | 'version' | 'part'> & {
  readonly picked: readonly number[]
  readonly confidence: Confidence
  readonly seconds: number
  readonly at: number
  readonly stamp: string
  /** why it went wrong, as she said after reading the explanation */
  readonly cause: ErrorCause | null
  readonly causeAt: number
}

/** When it happened: what the device says, but not before the set was there nor after it arrived. */
export function instantOf(at: number, loadedAt: Date | null, now: Date): Date {
  // A stamp that cannot be read says nothing, and then only the arrival is known.
  const earliest = (loadedAt ?? now).getTime()
  return new Date(Math.max(Math.min(at, now.getTime()), Math.min(earliest, now.getTime())))
}

/** A UUID (version 4) from sixteen random bytes: over plain http a browser makes none by itself. */
export function uuidFrom(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte, at) => {
    const kept = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte
    return kept.toString(16).padStart(2, '0')
  })
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-')
}

export function keyOf({ questionId, part }: Pick<AskedQuestion, 'questionId' | 'part'>): string {
  return `${questionId} ${part}`
}

/** The questions of the set that she has not answered since the day began, in the order of the set. */
export function leftOf(
  { questions, since }: Pick<OfflineSet, 'questions' | 'since'>,
  answers: readonly OfflineAnswer[],
): readonly OfflineQuestion[] {
  const done = new Set(answers.filter(({ at }) => at >= since).map(keyOf))
  return questions.filter((question) => !done.has(keyOf(question)))
}
