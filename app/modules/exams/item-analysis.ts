/*
 * How an item did: was it too hard, does it tell the strong from the weak, is its key perhaps wrong. A hint for a person who
 * looks at the item; never a reason to change marks by itself.
 */
export type ItemResponse = {
  /** options as indexes of the question's own order; none: left blank */
  readonly picked: readonly number[]
  /** for this item */
  readonly halfPoints: number
  /** of the whole paper, with this item */
  readonly total: number
}

export type AnalysedItem = {
  readonly key: readonly number[]
  readonly optionCount: number
  readonly halfPoints: number
}

export type OptionCount = {
  readonly index: number
  readonly isKey: boolean
  /** how many picked it: of all, of the upper and of the lower group */
  readonly all: number
  readonly upper: number
  readonly lower: number
}

export type ItemFlag = 'tooFew' | 'strongPreferDistractor' | 'negativeDiscrimination'

export type ItemAnalysis = {
  readonly count: number
  readonly blank: number
  /** p: the mean share of its points, 1 is easy; null without responses */
  readonly difficulty: number | null
  /** corrected point-biserial: the item against the rest of the paper; null where one of them never varies */
  readonly discrimination: number | null
  readonly upperSize: number
  readonly lowerSize: number
  readonly options: readonly OptionCount[]
  readonly flags: readonly ItemFlag[]
}

/** Below this, chance says more than the item: figures are given, warnings are not. */
export const enoughResponses = 30

/** Kelley's 27 %: the largest groups that are still far apart. */
const groupShare = 0.27

export function analyseItem(item: AnalysedItem, responses: readonly ItemResponse[]): ItemAnalysis {
  const count = responses.length
  const { upper, lower } = extremeGroups(responses)
  const discrimination = correlation(
    responses.map(({ halfPoints }) => halfPoints),
    // Without the item itself: on a short paper it would agree with itself.
    responses.map(({ total, halfPoints }) => total - halfPoints),
  )
  const options = Array.from({ length: item.optionCount }, (_, index) => ({
    index,
    isKey: item.key.includes(index),
    all: countPicking(responses, index),
    upper: countPicking(upper, index),
    lower: countPicking(lower, index),
  }))
  return {
    count,
    blank: responses.filter(({ picked }) => picked.length === 0).length,
    difficulty: count === 0 ? null : sum(responses.map(({ halfPoints }) => halfPoints)) / (count * item.halfPoints),
    discrimination,
    upperSize: upper.length,
    lowerSize: lower.length,
    options,
    flags: count < enoughResponses ? ['tooFew'] : flagsOf(options, discrimination),
  }
}

function flagsOf(options: readonly OptionCount[], discrimination: number | null): readonly ItemFlag[] {
  const flags: ItemFlag[] = []
  const leastPickedKey = Math.min(...options.flatMap(({ isKey, upper }) => (isKey ? upper : [])))
  if (options.some(({ isKey, upper }) => !isKey && upper > leastPickedKey)) flags.push('strongPreferDistractor')
  if (discrimination !== null && discrimination < 0) flags.push('negativeDiscrimination')
  return flags
}

/** Whoever ties with the last of a group belongs to it: else the order of the list would decide. */
function extremeGroups(responses: readonly ItemResponse[]) {
  const totals = responses.map(({ total }) => total).sort((a, b) => a - b)
  const size = Math.max(1, Math.round(totals.length * groupShare))
  const [lowEdge, highEdge] = [totals[size - 1] ?? 0, totals[totals.length - size] ?? 0]
  return {
    upper: responses.filter(({ total }) => total >= highEdge),
    lower: responses.filter(({ total }) => total <= lowEdge),
  }
}

function countPicking(responses: readonly ItemResponse[], index: number): number {
  return responses.filter(({ picked }) => picked.includes(index)).length
}

/**
 * Pearson's r, of which the point-biserial is the case of right and wrong; with half marks it stays meaningful. Half points
 * are whole numbers, so the sums are exact: no speck of rounding makes an item look negative in one order of the list.
 */
function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const [sumX, sumY, count] = [sum(xs), sum(ys), xs.length]
  const spread = (values: readonly number[], total: number) =>
    count * sum(values.map((value) => value ** 2)) - total ** 2
  const [spreadX, spreadY] = [spread(xs, sumX), spread(ys, sumY)]
  if (spreadX === 0 || spreadY === 0) return null
  const together = count * sum(xs.map((x, at) => x * (ys[at] ?? 0))) - sumX * sumY
  return Math.min(1, Math.max(-1, together / Math.sqrt(spreadX * spreadY)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
