import { type BankItem, eligibleItems } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import { type Chapter, deviationsOf, planChapters } from './chapter-plan.ts'
import { type Paper, printForm } from './paper.ts'
import { type Placed, sizeOf } from './whole-questions.ts'

/*
 * A paper that is being put together by hand: a list of questions, drawn first and then changed one by one. The list says all;
 * parts, points and chapters follow from it and the blueprint.
 */
export type Chosen = readonly string[]

/** The paper of this list; or what in it is not to be had any more, which nobody can print. */
export type ChosenPaper =
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'gone'; readonly questionIds: readonly string[] }
  /** too many or too few of something: a list that was not made here */
  | { readonly kind: 'unfit' }

export function chosenPaper(
  blueprint: Blueprint,
  bank: readonly BankItem[],
  chosen: Chosen,
  seed: number,
): ChosenPaper {
  const { items } = eligibleItems(blueprint, bank)
  const byId = new Map(items.map((item) => [item.questionId, item]))
  const gone = chosen.filter((id) => !byId.has(id))
  if (gone.length > 0) return { kind: 'gone', questionIds: gone }
  if (new Set(chosen).size < chosen.length) return { kind: 'unfit' }
  const placed = placeInParts(
    blueprint,
    chosen.flatMap((id) => byId.get(id) ?? []),
  )
  if (!placed) return { kind: 'unfit' }
  return {
    kind: 'paper',
    paper: printForm(blueprint, { placed, deviations: deviationsIn(blueprint, items, placed) }, seed),
  }
}

/** Each question goes to the first part of its kind that has room for it; null when that does not fill all parts exactly. */
function placeInParts({ parts }: Blueprint, items: readonly BankItem[]): readonly Placed[] | null {
  const left = parts.map(({ count }) => count)
  const placed = items.flatMap((item): Placed[] => {
    const part = parts.findIndex(
      (one, at) =>
        one.kind === item.kind &&
        (left[at] ?? 0) >= sizeOf(item) &&
        (one.kind !== 'constructed' || one.halfPoints === item.outOf),
    )
    if (part < 0) return []
    left[part] = (left[part] ?? 0) - sizeOf(item)
    return [{ part, item, cell: '' }]
  })
  if (placed.length < items.length || left.some((count) => count > 0)) return null
  return placed.toSorted((a, b) => a.part - b.part)
}

function deviationsIn(blueprint: Blueprint, items: readonly BankItem[], placed: readonly Placed[]) {
  const plan = planChapters(blueprint, items, 1)
  const drawn = (kind: string, chapter: Chapter) =>
    placed.filter(({ item }) => item.kind === kind && chapterIn(blueprint, item) === chapter).length
  return deviationsOf(
    plan,
    plan.kinds.map((kind) => plan.chapters.map((chapter) => drawn(kind, chapter))),
  )
}

/** As the shares are counted: null for every chapter that has none of its own. */
export function chapterIn({ edition, chapterWeights }: Blueprint, item: BankItem): Chapter {
  const own = item.chapters[edition] ?? ''
  return Object.hasOwn(chapterWeights, own) ? own : null
}

/** Questions of a paper, in its order: each once, however many items it makes. */
export function chosenOf(paper: Paper): Chosen {
  return [...new Set(paper.items.map(({ questionId }) => questionId))]
}

/**
 * What may stand for a question: of its kind, size and points, on none of the forms; those of its own chapter first, then
 * those that stood on the fewest papers, then those as hard as it is.
 */
export function swapsFor(
  blueprint: Blueprint,
  bank: readonly BankItem[],
  forms: readonly Chosen[],
  questionId: string,
): readonly BankItem[] {
  const { items } = eligibleItems(blueprint, bank)
  const out = items.find((item) => item.questionId === questionId)
  if (!out) return []
  const used = new Set(forms.flat())
  const farFrom = (item: BankItem) => [
    Number(item.chapters[blueprint.edition] !== out.chapters[blueprint.edition]),
    item.exposures,
    Math.abs(item.difficulty - out.difficulty),
  ]
  return items
    .filter(
      (item) =>
        !used.has(item.questionId) &&
        item.kind === out.kind &&
        item.outOf === out.outOf &&
        sizeOf(item) === sizeOf(out),
    )
    .map((item) => ({ item, far: farFrom(item) }))
    .toSorted((a, b) => compare(a.far, b.far) || (a.item.questionId < b.item.questionId ? -1 : 1))
    .map(({ item }) => item)
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

export function swapIn(chosen: Chosen, out: string, into: string): Chosen {
  return chosen.map((id) => (id === out ? into : id))
}
