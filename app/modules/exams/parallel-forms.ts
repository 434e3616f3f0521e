import type { BankItem } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import { drawForms, type Form, type Impossible } from './draw.ts'
import { type Paper, printForm } from './paper.ts'
import type { Placed } from './whole-questions.ts'

/*
 * Forms of one exam that share no item and are equally hard: whoever sits the second one has neither an easier paper nor one
 * that the first group could tell about.
 */

/** Mean difficulties of two forms differ by no more than this, on the scale of 1 to 5. */
export const difficultyTolerance = 0.2

/** The bank would do, but no division was found that is equally hard. */
export type NotParallel = { readonly impossible: 'notEquallyHard'; readonly spread: number }

export function drawParallelForms(
  blueprint: Blueprint,
  bank: readonly BankItem[],
  seed: number,
  count: number,
): readonly Paper[] | Impossible | NotParallel {
  const drawn = drawForms(blueprint, bank, seed, count)
  if ('impossible' in drawn) return drawn
  const papers = evenOut(drawn).map((form) => printForm(blueprint, form, seed))
  const spread = spreadOf(papers.map(meanDifficulty))
  return spread > difficultyTolerance + 1e-9 ? { impossible: 'notEquallyHard', spread } : papers
}

export function meanDifficulty(paper: Paper): number {
  return paper.items.reduce((total, { difficulty }) => total + difficulty, 0) / Math.max(1, paper.items.length)
}

/** Changes items of the same kind, chapter and size between the hardest and the easiest form while that brings them nearer. */
function evenOut(drawn: readonly Form[]): readonly Form[] {
  const forms = drawn.map((form) => ({ ...form, placed: [...form.placed] }))
  for (;;) {
    const loads = forms.map(({ placed }) => placed.reduce((total, one) => total + loadOf(one), 0))
    const hard = forms[loads.indexOf(Math.max(...loads))]
    const easy = forms[loads.indexOf(Math.min(...loads))]
    const swap = hard && easy && bestSwap(hard.placed, easy.placed, spreadOf(loads))
    if (!swap) return forms
    exchange(hard.placed, easy.placed, swap)
  }
}

/** A case weighs with each of its choices. */
function loadOf({ item }: Placed): number {
  return item.difficulty * Math.max(1, item.choices.length)
}

type Swap = { readonly from: number; readonly to: number }

/** A swap moves twice its difference: it helps when that is less than twice the gap, and most when it is just the gap. */
function bestSwap(hard: readonly Placed[], easy: readonly Placed[], gap: number): Swap | null {
  let best: Swap | null = null
  let bestLeft = gap
  for (const [from, one] of hard.entries()) {
    for (const [to, other] of easy.entries()) {
      if (one.cell !== other.cell) continue
      const left = Math.abs(gap - 2 * (loadOf(one) - loadOf(other)))
      if (left < bestLeft - 1e-9) {
        bestLeft = left
        best = { from, to }
      }
    }
  }
  return best
}

function exchange(hard: Placed[], easy: Placed[], { from, to }: Swap): void {
  const [one, other] = [hard[from], easy[to]]
  if (!one || !other) return
  // Each takes the other's place, and with it the part: two parts of one kind share their cells.
  hard[from] = { ...other, part: one.part }
  easy[to] = { ...one, part: other.part }
}

function spreadOf(numbers: readonly number[]): number {
  return Math.max(...numbers) - Math.min(...numbers)
}
