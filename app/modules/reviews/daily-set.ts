import { apportion } from '~/modules/exams/apportion.ts'
import type { Blueprint } from '~/modules/exams/blueprint.ts'
import type { Random } from '~/platform/random.ts'
import { shareOf } from './mark-weight.ts'
import { compare } from './review-log.ts'

/*
 * 每日一练: some cards that are due, some questions of weak points, some that she never saw. What one part cannot fill the
 * others do. `random` is seeded by person and day, so that the set stays the same all day.
 */
export const setParts = ['due', 'weak', 'fresh'] as const
export type SetPart = (typeof setParts)[number]

/** Shares of the three parts, in percent. */
export const setMix: Readonly<Record<SetPart, number>> = { due: 40, weak: 30, fresh: 30 }

export type SetQuestion = {
  readonly questionId: string
  readonly points: readonly string[]
  readonly chapter: string | null
  readonly wasSeen: boolean
}

export type DailySet = readonly { readonly questionId: string; readonly part: SetPart }[]

export type SetInput = {
  readonly size: number
  /** of today's queue, the most valuable first */
  readonly due: readonly string[]
  /** weakest first */
  readonly weakPoints: readonly string[]
  readonly bank: readonly SetQuestion[]
  readonly blueprint: Blueprint
}

export function dailySet({ size, due, weakPoints, bank, blueprint }: SetInput, random: Random): DailySet {
  const mixed = shuffled(bank, random)
  const known = new Set(bank.map(({ questionId }) => questionId))
  const pools: Readonly<Record<SetPart, readonly string[]>> = {
    due: due.filter((id) => known.has(id)),
    weak: weakQuestions(mixed, weakPoints),
    fresh: freshQuestions(mixed, blueprint),
  }
  const quotas = apportion(
    size,
    setParts.map((part) => setMix[part]),
  )
  const taken = new Map<string, SetPart>()
  for (const [at, part] of setParts.entries()) take(taken, pools[part], part, quotas[at] ?? 0)
  for (const part of setParts) take(taken, pools[part], part, size - taken.size)
  return shuffled([...taken], random).map(([questionId, part]) => ({ questionId, part }))
}

function take(taken: Map<string, SetPart>, pool: readonly string[], part: SetPart, quota: number): void {
  let left = quota
  for (const questionId of pool) {
    if (left <= 0) return
    if (taken.has(questionId)) continue
    taken.set(questionId, part)
    left -= 1
  }
}

/** In turn one of each weak point, the weakest point first, so that one point does not fill the set. */
export function weakQuestions(
  bank: ReadonlyArray<Pick<SetQuestion, 'questionId' | 'points'>>,
  weakPoints: readonly string[],
): readonly string[] {
  return inTurn(
    weakPoints.map((point) => bank.filter(({ points }) => points.includes(point)).map(({ questionId }) => questionId)),
  )
}

/** Unseen ones in an order in which every beginning has about the chapters of the paper. */
function freshQuestions(bank: readonly SetQuestion[], blueprint: Blueprint): readonly string[] {
  const placed = new Map<string | null, number>()
  // The n-th question of a chapter stands the further back the smaller the chapter's share.
  return bank
    .filter(({ wasSeen }) => !wasSeen)
    .map(({ questionId, chapter }) => {
      const column = chapter !== null && Object.hasOwn(blueprint.chapterWeights, chapter) ? chapter : null
      const at = placed.get(column) ?? 0
      placed.set(column, at + 1)
      return { questionId, place: (at + 0.5) / Math.max(0.001, shareOf(blueprint, column)) }
    })
    .sort((one, other) => one.place - other.place || compare(one.questionId, other.questionId))
    .map(({ questionId }) => questionId)
}

function inTurn(lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat()
}

/** By a random key each. */
function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const order = items.map((item) => ({ item, key: random() }))
  return order.sort((one, other) => one.key - other.key).map(({ item }) => item)
}
