import type { Choice } from '~/modules/questions/question.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import type { DayMode } from './exam-plan.ts'
import type { Confidence } from './review-log.ts'
import type { StudyPlan } from './study.ts'
import type { ErrorCause } from './wrong-book.ts'

/** Which questions are practised: a chapter, the wrong-answer book, favourites, what is due today, or all. */
export type PracticeSet =
  | { readonly kind: 'chapter'; readonly chapter: number }
  | { readonly kind: 'wrong' | 'favourites' | 'all' }
  /** today's queue: queue.ts */
  | { readonly kind: 'due' }

/** «chapter-6», «wrong»: as it stands in an address. Null: no such set. */
export function readSet(name: string): PracticeSet | null {
  const [, chapter] = /^chapter-(\d{1,2})$/.exec(name) ?? []
  if (chapter) return { kind: 'chapter', chapter: Number(chapter) }
  return name === 'wrong' || name === 'favourites' || name === 'due' || name === 'all' ? { kind: name } : null
}

export function setName(set: PracticeSet): string {
  return set.kind === 'chapter' ? `chapter-${set.chapter}` : set.kind
}

/** What is known of one choice of the bank and of her with it. */
export type Candidate = {
  readonly questionId: string
  readonly part: number
  readonly chapter: number | null
  /** never answered: null */
  readonly lastAt: number | null
  readonly isWrong: boolean
  readonly isFavourite: boolean
}

/** Those of a set, the one to ask next first: what she has never answered, then what she answered longest ago. */
export function inSet(
  candidates: readonly Candidate[],
  set: Exclude<PracticeSet, { kind: 'due' }>,
): readonly Candidate[] {
  const belongs = (one: Candidate) => {
    switch (set.kind) {
      case 'chapter':
        return one.chapter === set.chapter
      case 'wrong':
        return one.isWrong
      case 'favourites':
        return one.isFavourite
      case 'all':
        return true
    }
  }
  const order = (one: Candidate) => one.lastAt ?? Number.NEGATIVE_INFINITY
  return candidates
    .filter(belongs)
    .sort((a, b) => order(a) - order(b) || a.questionId.localeCompare(b.questionId) || a.part - b.part)
}

/** A question as it is asked: no key, no explanation. */
export type AskedQuestion = Pick<Choice, 'kind' | 'stem' | 'options'> & {
  readonly questionId: string
  readonly version: number
  readonly part: number
  readonly caseStem: string | null
}

/** A question that was answered, with everything there is to say about it. */
export type AnsweredQuestion = AskedQuestion &
  Pick<Choice, 'key' | 'explanation'> & {
    readonly answerId: string
    readonly picked: readonly number[]
    readonly right: boolean
    readonly confidence: Confidence
    readonly cause: ErrorCause | null
    readonly isFavourite: boolean
    readonly isWrong: boolean
    readonly points: ReadonlyArray<{ readonly id: string; readonly title: string }>
  }

export type PracticeHome = {
  readonly subject: Subject
  readonly chapters: ReadonlyArray<{
    readonly no: number
    readonly title: string
    readonly questions: number
    readonly answered: number
    /** right at the last look */
    readonly right: number
  }>
  readonly wrong: number
  readonly favourites: number
  readonly due: number
  readonly all: number
  readonly answeredThisWeek: number
  readonly plan: StudyPlan
  /** how today's queue came about: minutes it takes, and what rests quietly */
  readonly today: { readonly mode: DayMode; readonly minutes: number; readonly resting: number }
}
