import {
  type AnswerSheet,
  type ItemToScore,
  type MarksByHand,
  type PaperToScore,
  type Result,
  scorePaper,
} from './scoring.ts'

/*
 * Marks changed after the fact. What an attempt is worth is always worked out from the paper as it was drawn, her answers and
 * a list of revisions that only grows: so a change applied twice is applied once, and taken back it leaves the very same marks.
 */
export type Ruling =
  | { readonly kind: 'newKey'; readonly key: readonly number[] }
  | { readonly kind: 'severalKeys'; readonly keys: readonly (readonly number[])[] }
  | { readonly kind: 'fullMarks' }
  | { readonly kind: 'void'; readonly how: 'drop' | 'rescale' }
  | { readonly kind: 'points'; readonly halfPoints: number }

/** A question is named by its version, so that it is found on every paper it stood on. */
export type Change = { readonly versionId: string; readonly choice: number; readonly ruling: Ruling }

export type Revision =
  | {
      readonly kind: 'change'
      readonly revisionId: string
      readonly change: Change
      /** 只升不降: for whoever would lose by it, it is not made */
      readonly onlyUpwards: boolean
    }
  | { readonly kind: 'undo'; readonly revisionId: string; readonly undoes: string }

export type ScoredAttempt = {
  readonly attemptId: string
  /** as it was drawn */
  readonly paper: PaperToScore
  readonly answers: AnswerSheet
  readonly byHand: MarksByHand
  readonly revisions: readonly Revision[]
}

export type CurrentMarks = {
  readonly result: Result
  /** by which she is scored */
  readonly paper: PaperToScore
  /** with every change, also those that would have cost her: what the review shows as right */
  readonly ruled: PaperToScore
}

export function currentMarks(attempt: ScoredAttempt): CurrentMarks {
  const { answers, byHand } = attempt
  let { paper } = attempt
  let ruled = paper
  let result = scorePaper(paper, answers, byHand)
  for (const { change, onlyUpwards } of standingChanges(attempt.revisions)) {
    ruled = rulePaper(ruled, change)
    const changed = rulePaper(paper, change)
    const next = scorePaper(changed, answers, byHand)
    if (onlyUpwards && isLower(next, result)) continue
    paper = changed
    result = next
  }
  return { result, paper, ruled }
}

/** Taking something back that was taken back already changes nothing. */
function standingChanges(revisions: readonly Revision[]) {
  const undone = new Set(revisions.flatMap((revision) => (revision.kind === 'undo' ? revision.undoes : [])))
  return revisions.flatMap((revision) =>
    revision.kind === 'change' && !undone.has(revision.revisionId) ? revision : [],
  )
}

/** The paper with one ruling; a paper without the question is the same paper. */
export function rulePaper(paper: PaperToScore, { versionId, choice, ruling }: Change): PaperToScore {
  if (!paper.items.some((item) => item.versionId === versionId && item.choice === choice)) return paper
  const items = paper.items.map((item) =>
    item.versionId === versionId && item.choice === choice ? ruleItem(item, ruling) : item,
  )
  return { ...paper, items }
}

/** The last ruling on an item holds: a new key brings a void item back. */
function ruleItem(item: ItemToScore, ruling: Ruling): ItemToScore {
  switch (ruling.kind) {
    case 'newKey':
      return { ...item, keys: [ruling.key], standing: 'scored' }
    case 'severalKeys':
      return { ...item, keys: ruling.keys, standing: 'scored' }
    case 'fullMarks':
      return { ...item, standing: 'fullMarks' }
    case 'void':
      return { ...item, standing: ruling.how === 'drop' ? 'dropped' : 'rescaled' }
    case 'points':
      return { ...item, halfPoints: ruling.halfPoints }
  }
}

/**
 * Whether somebody stands worse: by how near she is to the pass line, which is the same for points and for a paper that is
 * out of less. Whoever passed and would not is worse off in any case.
 */
function isLower(next: Result, before: Result): boolean {
  if (before.passed !== next.passed) return before.passed
  return next.halfPoints * next.nominal * before.outOf < before.halfPoints * before.nominal * next.outOf
}

export type RegradePreview = {
  readonly attemptId: string
  readonly before: Result
  readonly after: Result
  /** she would stand worse; with «only upwards» nothing is changed for her */
  readonly wouldGoDown: boolean
}

export type DryRun = {
  readonly attempts: readonly RegradePreview[]
  /** ids of attempts */
  readonly changed: readonly string[]
  readonly nowPass: readonly string[]
  readonly nowFail: readonly string[]
  readonly wouldGoDown: readonly string[]
}

/** What a change would do, before anybody decides. Nothing is changed. */
export function dryRun(
  attempts: readonly ScoredAttempt[],
  change: Change,
  { onlyUpwards }: { readonly onlyUpwards: boolean },
): DryRun {
  const previews = attempts.map((attempt) => preview(attempt, change, onlyUpwards))
  const idsOf = (isOne: (one: RegradePreview) => boolean) => previews.filter(isOne).map(({ attemptId }) => attemptId)
  return {
    attempts: previews,
    changed: idsOf(({ before, after }) => !isSameScore(before, after)),
    nowPass: idsOf(({ before, after }) => !before.passed && after.passed),
    nowFail: idsOf(({ before, after }) => before.passed && !after.passed),
    wouldGoDown: idsOf((one) => one.wouldGoDown),
  }
}

function preview(attempt: ScoredAttempt, change: Change, onlyUpwards: boolean): RegradePreview {
  const before = currentMarks(attempt).result
  const plain = currentMarks(withChange(attempt, previewId, change, false)).result
  const wouldGoDown = isLower(plain, before)
  return { attemptId: attempt.attemptId, before, after: wouldGoDown && onlyUpwards ? before : plain, wouldGoDown }
}

const previewId = 'preview'

function isSameScore(one: Result, other: Result): boolean {
  return one.halfPoints === other.halfPoints && one.outOf === other.outOf && one.passed === other.passed
}

export function withChange(
  attempt: ScoredAttempt,
  revisionId: string,
  change: Change,
  onlyUpwards: boolean,
): ScoredAttempt {
  return { ...attempt, revisions: [...attempt.revisions, { kind: 'change', revisionId, change, onlyUpwards }] }
}

/** Takes one change back, whichever came after it. The list keeps both. */
export function withUndo(attempt: ScoredAttempt, revisionId: string, undoes: string): ScoredAttempt {
  return { ...attempt, revisions: [...attempt.revisions, { kind: 'undo', revisionId, undoes }] }
}
