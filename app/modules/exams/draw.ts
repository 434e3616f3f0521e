import { type Random, seededRandom } from '~/platform/random.ts'
import { allot, at, columnSum, rowSum, type Table } from './allot.ts'
import { type BankItem, eligibleItems } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import {
  type Chapter,
  type ChapterPlan,
  cellsOf,
  type Deviation,
  deviationsOf,
  planChapters,
  poolOf,
} from './chapter-plan.ts'
import { shuffle } from './shuffle.ts'
import { drawWholeQuestions, type Placed, type Short } from './whole-questions.ts'

/*
 * Which questions stand on a paper. From each cell of the plan (a kind in a chapter) come those that stood on the fewest papers;
 * where that leaves a choice, easy and hard ones in the proportion of the bank.
 */
export type Form = {
  /** in the order of the paper */
  readonly placed: readonly Placed[]
  readonly deviations: readonly Deviation[]
}

/** No paper can be drawn, and why: what is short. */
export type Impossible = { readonly impossible: 'bankTooSmall'; readonly short: readonly Short[] }

/** So many forms that share no item; the same seed gives the same forms, whatever the order of the bank. */
export function drawForms(
  blueprint: Blueprint,
  bank: readonly BankItem[],
  seed: number,
  count: number,
): readonly Form[] | Impossible {
  const random = seededRandom(seed)
  const items = shuffle(random, eligibleItems(blueprint, bank).items).sort((a, b) => a.exposures - b.exposures)
  const plan = planChapters(blueprint, items, count)
  const whole = drawWholeQuestions(blueprint, items, count)
  const tables = plan.table && whole.short.length === 0 ? splitAmong(plan, plan.table, count) : null
  if (!plan.table || !tables) {
    return {
      impossible: 'bankTooSmall',
      short: [...plan.missing.map((one) => ({ ...one, outOf: null })), ...whole.short],
    }
  }
  const choices = dealChoices(random, blueprint, items, plan, plan.table, tables)
  return tables.map((table, form) => ({
    placed: inOrder(random, blueprint, [...(choices[form] ?? []), ...(whole.forms[form] ?? [])]),
    deviations: deviationsOf(plan, table),
  }))
}

/**
 * Divides the plan of all forms into one for each. Every form takes the whole part of its share of each cell and, of what is
 * left, one at most: such a division always exists, because the exact fractions are one that is not whole.
 */
function splitAmong({ counts, chapters }: ChapterPlan, table: Table, forms: number): readonly Table[] | null {
  const tables: Table[] = []
  let rest = table
  for (let left = forms; left > 0; left--) {
    const base = rest.map((row) => row.map((cell) => Math.floor(cell / left)))
    const share = (round: (share: number) => number) =>
      chapters.map((_, column) => round(columnSum(rest, column) / left) - columnSum(base, column))
    const more = allot({
      rows: counts.map((want, row) => want - rowSum(base, row)),
      least: share(Math.floor),
      most: share(Math.ceil),
      room: rest.map((row) => row.map((cell) => (cell % left > 0 ? 1 : 0))),
    })
    if (!more) return null
    const own = base.map((row, r) => row.map((cell, c) => cell + at(more, r, c)))
    rest = rest.map((row, r) => row.map((cell, c) => cell - at(own, r, c)))
    tables.push(own)
  }
  return tables
}

type Dealt = { readonly item: BankItem; readonly chapter: Chapter }

/** Takes the items of every cell and deals them to the forms. */
function dealChoices(
  random: Random,
  blueprint: Blueprint,
  items: readonly BankItem[],
  plan: ChapterPlan,
  whole: Table,
  tables: readonly Table[],
): readonly (readonly Placed[])[] {
  const forms: Dealt[][] = tables.map(() => [])
  const tallies = new Map(plan.kinds.map((kind) => [kind, startTally(items.filter((item) => item.kind === kind))]))
  for (const { kind, chapter, row, column, count } of cellsOf(plan, whole)) {
    const taken = takeFewestExposed(poolOf(blueprint, items, kind, chapter), count, tallies.get(kind) ?? startTally([]))
    let dealt = 0
    for (const [form, table] of tables.entries()) {
      const own = taken.slice(dealt, dealt + at(table, row, column))
      dealt += own.length
      forms[form]?.push(...own.map((item) => ({ item, chapter })))
    }
  }
  // Mixed, so that of two parts of one kind each has all chapters.
  return forms.map((dealt) => intoParts(blueprint, shuffle(random, dealt)))
}

/** How many of each difficulty are in the bank, and were taken. */
type Tally = { readonly shares: ReadonlyMap<number, number>; readonly taken: Map<number, number> }

function startTally(items: readonly BankItem[]): Tally {
  const shares = new Map<number, number>()
  for (const item of items) shares.set(levelOf(item), (shares.get(levelOf(item)) ?? 0) + 1 / items.length)
  return { shares, taken: new Map() }
}

function levelOf(item: BankItem): number {
  return Math.round(item.difficulty)
}

/** `pool` comes by exposure. Only among equally exposed ones does difficulty choose. */
function takeFewestExposed(pool: readonly BankItem[], count: number, tally: Tally): readonly BankItem[] {
  const edge = pool[count - 1]?.exposures
  if (edge === undefined) return []
  const taken = pool.filter(({ exposures }) => exposures < edge)
  for (const item of taken) note(tally, item)
  const open = pool.filter(({ exposures }) => exposures === edge)
  while (taken.length < count) {
    const next = open.reduce((best, item) => (wantOf(tally, item) > wantOf(tally, best) ? item : best))
    open.splice(open.indexOf(next), 1)
    note(tally, next)
    taken.push(next)
  }
  return taken
}

function note({ taken }: Tally, item: BankItem): void {
  taken.set(levelOf(item), (taken.get(levelOf(item)) ?? 0) + 1)
}

/** How far the difficulty of an item is behind its share. */
function wantOf({ shares, taken }: Tally, item: BankItem): number {
  const total = [...taken.values()].reduce((sum, count) => sum + count, 0)
  return (shares.get(levelOf(item)) ?? 0) * (total + 1) - (taken.get(levelOf(item)) ?? 0)
}

/** Two parts of one kind (with other points) take from what was dealt of it, one after the other. */
function intoParts({ parts }: Blueprint, dealt: readonly Dealt[]): readonly Placed[] {
  return parts.flatMap(({ kind, count }, part) => {
    const before = parts.slice(0, part).reduce((total, one) => total + (one.kind === kind ? one.count : 0), 0)
    const own = dealt.filter(({ item }) => item.kind === kind).slice(before, before + count)
    return kind === 'case' || kind === 'constructed'
      ? []
      : own.map(({ item, chapter }) => ({ part, item, cell: `${kind} ${chapter}` }))
  })
}

function inOrder(random: Random, { parts }: Blueprint, placed: readonly Placed[]): readonly Placed[] {
  return [...parts.keys()].flatMap((part) =>
    shuffle(
      random,
      placed.filter((one) => one.part === part),
    ),
  )
}
