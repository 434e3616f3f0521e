import type { BankItem } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import type { Missing } from './chapter-plan.ts'

/*
 * Cases and constructed responses are drawn as wholes: a case brings all its choices, which must add up to the count of its
 * part exactly, and a constructed response the points that its own answer points give.
 */
export type Placed = {
  readonly part: number
  readonly item: BankItem
  /** items of one cell may stand for each other */
  readonly cell: string
}

/** `outOf`: of constructed responses, the full marks that are asked for. */
export type Short = Missing & { readonly outOf: number | null }

export type WholeQuestions = { readonly forms: readonly (readonly Placed[])[]; readonly short: readonly Short[] }

/** Takes those that come first in `items` where it can. Several forms share none. */
export function drawWholeQuestions(blueprint: Blueprint, items: readonly BankItem[], count: number): WholeQuestions {
  const used = new Set<string>()
  const forms: Placed[][] = Array.from({ length: count }, () => [])
  const short: Short[] = []
  for (const [number, part] of blueprint.parts.entries()) {
    if (part.kind !== 'case' && part.kind !== 'constructed') continue
    const outOf = part.kind === 'constructed' ? part.halfPoints : null
    for (const form of forms) {
      const pool = items.filter(
        (item) => item.kind === part.kind && item.outOf === outOf && !used.has(item.questionId) && sizeOf(item) > 0,
      )
      const taken = withSizes(pool, part.count)
      for (const item of taken) {
        used.add(item.questionId)
        form.push({ part: number, item, cell: `${part.kind} ${sizeOf(item)} ${outOf}` })
      }
      const missing = part.count - taken.reduce((total, item) => total + sizeOf(item), 0)
      if (missing > 0) short.push({ kind: part.kind, chapter: null, missing, outOf })
    }
  }
  return { forms, short: inOne(short) }
}

export function wholeQuestionsShort(blueprint: Blueprint, items: readonly BankItem[], count: number): readonly Short[] {
  return drawWholeQuestions(blueprint, items, count).short
}

/** How many items of a paper a question makes. */
export function sizeOf(item: BankItem): number {
  return item.kind === 'constructed' ? 1 : item.choices.length
}

/** Of `pool` what adds up to `total`, or else to the most below it. */
function withSizes(pool: readonly BankItem[], total: number): readonly BankItem[] {
  const ways = new Map<number, readonly BankItem[]>([[0, []]])
  for (const item of pool) {
    if (ways.has(total)) break
    for (const [reached, way] of [...ways]) {
      const next = reached + sizeOf(item)
      if (next <= total && !ways.has(next)) ways.set(next, [...way, item])
    }
  }
  return ways.get(Math.max(...ways.keys())) ?? []
}

function inOne(short: readonly Short[]): readonly Short[] {
  const groups = new Map<string, Short>()
  for (const one of short) {
    const key = `${one.kind} ${one.outOf}`
    groups.set(key, { ...one, missing: one.missing + (groups.get(key)?.missing ?? 0) })
  }
  return [...groups.values()]
}
