import type { Choice } from '~/modules/questions/question.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import type { Day } from '~/platform/calendar.ts'
import type { DayMode } from './exam-plan.ts'
import type { Confidence } from './review-log.ts'
import type { StudyPlan } from './study.ts'
import { type ErrorCause, errorCauses, type UntilOut } from './wrong-book.ts'

/** Which questions are practised: a chapter, the wrong-answer book, favourites, what today holds, or all. */
export type PracticeSet =
  | { readonly kind: 'chapter'; readonly chapter: number }
  | { readonly kind: 'favourites' | 'all' }
  /** all of the book, or only what she missed for one cause, or of one chapter */
  | { readonly kind: 'wrong'; readonly cause?: ErrorCause; readonly chapter?: number }
  /** today's queue: queue.ts; 每日一练: daily-set.ts; her weak points: weakness.ts */
  | { readonly kind: 'due' }
  | { readonly kind: 'daily' }
  | { readonly kind: 'weak' }

const drawnSets = ['due', 'daily', 'weak'] as const
const plainSets = ['wrong', 'favourites', 'all'] as const

/** «chapter-6», «wrong»: as it stands in an address. Null: no such set. */
export function readSet(name: string): PracticeSet | null {
  const [, chapter] = /^chapter-(\d{1,2})$/.exec(name) ?? []
  if (chapter) return { kind: 'chapter', chapter: Number(chapter) }
  const [, wrongChapter] = /^wrong-chapter-(\d{1,2})$/.exec(name) ?? []
  if (wrongChapter) return { kind: 'wrong', chapter: Number(wrongChapter) }
  const cause = errorCauses.find((one) => name === `wrong-${one}`)
  if (cause) return { kind: 'wrong', cause }
  const kind = [...plainSets, ...drawnSets].find((one) => one === name)
  return kind ? { kind } : null
}

export function setName(set: PracticeSet): string {
  if (set.kind === 'chapter') return `chapter-${set.chapter}`
  if (set.kind !== 'wrong') return set.kind
  const part = set.cause ?? (set.chapter === undefined ? null : `chapter-${set.chapter}`)
  return part === null ? 'wrong' : `wrong-${part}`
}

/** What is known of one choice of the bank and of her with it. */
export type Candidate = {
  readonly questionId: string
  readonly part: number
  readonly chapter: number | null
  /** never answered: null */
  readonly lastAt: number | null
  readonly isWrong: boolean
  /** why she missed it, as she last said */
  readonly cause: ErrorCause | null
  readonly isFavourite: boolean
}

export type WrongSet = Extract<PracticeSet, { kind: 'wrong' }>

/** The ways to look at the book that hold any of it: the causes she said, then the chapters. */
export function wrongSets(candidates: readonly Candidate[], chapters: readonly number[]): PracticeHome['wrongSets'] {
  const sets: readonly WrongSet[] = [
    ...errorCauses.map((cause) => ({ kind: 'wrong', cause }) as const),
    ...chapters.map((chapter) => ({ kind: 'wrong', chapter }) as const),
  ]
  return sets.map((set) => ({ set, count: inSet(candidates, set).length })).filter(({ count }) => count > 0)
}

/** A set that follows from what is known of each question alone. */
export type KnownSet = Exclude<PracticeSet, { kind: (typeof drawnSets)[number] }>

/** Those of a set, the one to ask next first: what she has never answered, then what she answered longest ago. */
export function inSet(candidates: readonly Candidate[], set: KnownSet): readonly Candidate[] {
  const belongs = (one: Candidate) => {
    switch (set.kind) {
      case 'chapter':
        return one.chapter === set.chapter
      case 'wrong':
        return (
          one.isWrong &&
          (set.cause === undefined || one.cause === set.cause) &&
          (set.chapter === undefined || one.chapter === set.chapter)
        )
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

/** Of questions in an order of their own, those that may be asked and were not answered since an instant. */
export function stillToAsk(
  candidates: readonly Candidate[],
  questionIds: readonly string[],
  since: number,
): readonly Candidate[] {
  return questionIds.flatMap((id) =>
    candidates.filter(({ questionId, lastAt }) => questionId === id && (lastAt === null || lastAt < since)),
  )
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
    /** null: not in the wrong-answer book */
    readonly untilOut: UntilOut | null
    readonly points: ReadonlyArray<{ readonly id: string; readonly title: string }>
    /** when it comes again; null: not before the exam */
    readonly nextLookOn: Day | null
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
  /** of the book: by cause and by chapter, only those that hold any */
  readonly wrongSets: ReadonlyArray<{ readonly set: WrongSet; readonly count: number }>
  readonly favourites: number
  readonly due: number
  /** 每日一练: what is left of it today */
  readonly daily: number
  readonly weak: number
  /** the weakest points, worst first */
  readonly weakPoints: readonly string[]
  readonly all: number
  readonly answeredThisWeek: number
  readonly plan: StudyPlan
  /** how today's queue came about: minutes it takes, and what rests quietly */
  readonly today: { readonly mode: DayMode; readonly minutes: number; readonly resting: number }
}
