import type { Judgement } from '~/modules/content/checks.ts'
import type { OutlineEntry } from '~/modules/content/document.ts'
import type { Position } from './position.ts'
import type { LessonState, Remaining } from './progress.ts'

/** What the lesson page is given. The text itself is not in it: it travels as a document. */
export type LessonPage = {
  readonly lesson: LessonInPassing
  readonly track: { readonly id: string; readonly title: string }
  readonly course: { readonly title: string }
  /** the lessons of the same course */
  readonly lessons: readonly ListedLesson[]
  readonly previous: { readonly id: string; readonly title: string } | null
  readonly next: LessonInPassing | null
  /** false for staff, who read along */
  readonly isRecorded: boolean
  readonly lock: { readonly missing: readonly ListedLesson[]; readonly next: ListedLesson } | null
  /** says when this page was opened; goes back with every act */
  readonly visitToken: string
  readonly hash: string
  readonly islands: readonly Slot[]
  readonly outline: readonly OutlineEntry[]
  readonly remaining: Remaining
  /** once it is finished: when, and the minutes it counts, in her language */
  readonly doneOn: string | null
  readonly requiredChecks: readonly string[]
  readonly resume: Position | null
  readonly outcomes: CheckOutcomes
  readonly notes: Notes
  /** watched intervals by film, «0-42,60-95» */
  readonly films: Readonly<Record<string, string>>
}

/**
 * A lesson page as it travels. Remix's format costs a microsecond a value, and most of the hundred and thirty are the same for
 * everybody: they go as one text. What may be a reader's own word stays outside.
 */
export type PackedLesson = Pick<LessonPage, 'hash' | 'visitToken' | 'doneOn' | 'notes'> & { readonly rest: string }

export function packLesson({ hash, visitToken, doneOn, notes, ...rest }: LessonPage): PackedLesson {
  return { hash, visitToken, doneOn, notes, rest: JSON.stringify(rest) }
}

export function unpackLesson({ rest, ...own }: PackedLesson): LessonPage {
  return { ...JSON.parse(rest), ...own }
}

/** A place in the text for what is hers. Questions and prompts stand in the text itself. */
export type Slot =
  | { readonly kind: 'check' | 'reflect'; readonly id: string }
  | { readonly kind: 'video'; readonly id: string; readonly seconds: number }

export type LessonInPassing = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
}

export type ListedLesson = {
  readonly id: string
  readonly title: string
  readonly state: LessonState
}

export type CheckOutcomes = Readonly<Record<string, { readonly judgement?: Judgement; readonly wasRight: boolean }>>
/** Saved when: the time of day, «14:03». */
export type Notes = Readonly<Record<string, { readonly body: string; readonly savedAt: string }>>
