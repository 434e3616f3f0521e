import { type ScoringRule, scoringRules } from './blueprint.ts'

/*
 * Scoring of a paper. Pure: the same paper and the same answers give the same result on any machine, on any day. All points
 * are whole half-points, so totals never drift. Options are indexes of the question's own order, whatever order was shown.
 */
export const standings = ['scored', 'fullMarks', 'dropped', 'rescaled'] as const
/**
 * scored: as answered. fullMarks: everybody has all of it. dropped: it counts for nobody, the paper is out of less and the
 * pass line falls with it. rescaled: it counts for nobody, the other items are stretched to the old total.
 */
export type Standing = (typeof standings)[number]

export type ItemToScore = {
  readonly itemId: string
  readonly versionId: string
  /** which choice of the question: 0 but in a case */
  readonly choice: number
  readonly halfPoints: number
  /** byHand: a constructed response, which only a person marks */
  readonly rule: ScoringRule | 'byHand'
  readonly optionCount: number
  /** accepted answers; when there are several, the one that is best for her counts */
  readonly keys: readonly (readonly number[])[]
  readonly standing: Standing
}

export type PaperToScore = {
  /** in half-points, of the whole paper */
  readonly passLine: number
  readonly items: readonly ItemToScore[]
}

/** Chosen options by item; an item left out is blank. */
export type AnswerSheet = Readonly<Record<string, readonly number[]>>
/** Half-points that a person gave, by item: they win over the key. */
export type MarksByHand = Readonly<Record<string, number>>

export type Outcome = 'right' | 'partial' | 'wrong' | 'blank' | 'given' | 'byHand' | 'pending' | 'void'
export type Mark = { readonly itemId: string; readonly outcome: Outcome; readonly halfPoints: number }

export type Result = {
  readonly marks: readonly Mark[]
  readonly halfPoints: number
  readonly outOf: number
  /** what the paper was out of before anything was dropped */
  readonly nominal: number
  /** what had to be reached */
  readonly passLine: number
  readonly passed: boolean
  /** items that wait for a person: while there are any, nothing is final */
  readonly pending: readonly string[]
  /** nothing was put down at all: a paper to look at before a zero is believed (异常卷) */
  readonly isEmpty: boolean
}

export function scorePaper(paper: PaperToScore, answers: AnswerSheet, byHand: MarksByHand = {}): Result {
  const marks = paper.items.map((item) => markItem(item, answers[item.itemId] ?? [], byHand[item.itemId] ?? null))
  const nominal = worth(paper.items)
  const outOf = nominal - worth(paper.items.filter(({ standing }) => standing === 'dropped'))
  const counted = outOf - worth(paper.items.filter(({ standing }) => standing === 'rescaled'))
  const earned = sum(marks.map((mark) => mark.halfPoints))
  // Down to a half-point here and up there: with both, exactly those pass whose share reaches the share of the pass line.
  const halfPoints = counted === 0 ? 0 : Math.floor((earned * outOf) / counted)
  const passLine = nominal === 0 ? paper.passLine : Math.ceil((paper.passLine * outOf) / nominal)
  return {
    marks,
    halfPoints,
    outOf,
    nominal,
    passLine,
    passed: counted > 0 && halfPoints >= passLine,
    pending: marks.filter(({ outcome }) => outcome === 'pending').map(({ itemId }) => itemId),
    isEmpty: paper.items.every(({ itemId }) => !answers[itemId]?.length && byHand[itemId] === undefined),
  }
}

function markItem(item: ItemToScore, picked: readonly number[], byHand: number | null): Mark {
  const mark = (outcome: Outcome, halfPoints: number): Mark => ({ itemId: item.itemId, outcome, halfPoints })
  if (item.standing === 'dropped' || item.standing === 'rescaled') return mark('void', 0)
  if (byHand !== null) return mark('byHand', Math.min(item.halfPoints, Math.max(0, byHand)))
  if (item.standing === 'fullMarks') return mark('given', item.halfPoints)
  const { rule } = item
  if (rule === 'byHand') return mark('pending', 0)
  if (picked.length === 0) return mark('blank', 0)
  const best = Math.max(0, ...item.keys.map((key) => pointsFor(rule, { ...item, key }, picked)))
  if (best === item.halfPoints) return mark('right', best)
  return mark(best > 0 ? 'partial' : 'wrong', best)
}

export type KeyedChoice = {
  readonly key: readonly number[]
  readonly optionCount: number
  readonly halfPoints: number
}

/** Half-points of one choice. Something picked twice was picked once; what is not in the key is wrong. */
export function pointsFor(rule: ScoringRule, choice: KeyedChoice, picked: readonly number[]): number {
  const { halfPoints } = choice
  const key = new Set(choice.key)
  const chosen = new Set(picked)
  const right = [...chosen].filter((option) => key.has(option)).length
  const wrong = chosen.size - right
  if (chosen.size === 0 || key.size === 0) return 0
  if (wrong === 0 && right === key.size) return halfPoints
  switch (rule) {
    case 'single':
    case 'allOrNothing':
      return 0
    case 'multipleSocialWork':
      // 错选不得分，少选每个得 0.5 分: too few can never be as good as all.
      return wrong > 0 ? 0 : Math.min(right, halfPoints - 1)
    case 'perOption':
      return Math.max(0, Math.floor((halfPoints * (right - wrong)) / key.size))
    case 'proportional': {
      // One fraction, so that nothing is rounded twice; more wrong than there are makes no sense and costs all.
      const others = Math.max(choice.optionCount - key.size, wrong, 1)
      return Math.max(0, Math.floor((halfPoints * (right * others - wrong * key.size)) / (key.size * others)))
    }
  }
}

export type RuleExample = {
  readonly rule: ScoringRule
  readonly optionCount: number
  readonly outOf: number
  readonly key: readonly number[]
  readonly cases: readonly { readonly picked: readonly number[]; readonly halfPoints: number }[]
}

/** A worked example for the page before the start. The points are computed, so it cannot say what the scoring does not do. */
export function explainRule(rule: ScoringRule, outOf: number = rule === 'single' ? 2 : 4): RuleExample {
  const isSingle = rule === 'single'
  const key = isSingle ? [1] : [0, 1, 3]
  const optionCount = isSingle ? 4 : 5
  const picks = isSingle ? [[1], [0], []] : [[0, 1, 3], [0, 1], [3], [0, 1, 2], [0, 1, 2, 3], []]
  const choice = { key, optionCount, halfPoints: outOf }
  return {
    rule,
    optionCount,
    outOf,
    key,
    cases: picks.map((picked) => ({ picked, halfPoints: pointsFor(rule, choice, picked) })),
  }
}

/** One example for each rule that a paper uses, in the order in which rules are named, with the points of its own items. */
export function explainRules(
  parts: readonly { readonly rule?: ScoringRule; readonly halfPoints: number }[],
): readonly RuleExample[] {
  return scoringRules.flatMap((rule) => {
    const part = parts.find((one) => one.rule === rule)
    return part ? explainRule(rule, part.halfPoints) : []
  })
}

function worth(items: readonly ItemToScore[]): number {
  return sum(items.map(({ halfPoints }) => halfPoints))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
