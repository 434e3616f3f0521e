import { type Pair, sharedInOrder } from './shared-in-order.ts'

/** A stretch of a paragraph that stayed, came or went. */
export type Run = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** A word of Latin letters or digits with the signs inside it («3.5», «follow-up»); else one character with the marks upon it. */
const token = /[\p{sc=Latin}\p{Nd}\p{M}]+(?:[.,'’-][\p{sc=Latin}\p{Nd}\p{M}]+)*|.(?:\p{M}|\p{EMod}|\u200d.)*/gsu

export function tokensOf(text: string): readonly string[] {
  return text.match(token) ?? []
}

/** How one text became the other: by character for Chinese, by word for Latin letters. */
export function runsBetween(before: string, after: string): readonly Run[] {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  return joined(changesIn(old, now, sharedInOrder(old, now))).flatMap(runsOf)
}

/** The share of the shorter text that stands in the other: who writes on, or cuts, has not rewritten what is left. */
export function shareKept(runs: readonly Run[]): number {
  const length = (kind: Run['kind']) => runs.reduce((sum, run) => sum + (run.kind === kind ? run.text.length : 0), 0)
  const same = length('same')
  const shorter = same + Math.min(length('added'), length('removed'))
  return shorter === 0 ? 1 : same / shorter
}

/** What went and came at one spot, and the tokens that stay after it. */
type Change = { readonly removed: string; readonly added: string; readonly kept: readonly string[] }

function changesIn(old: readonly string[], now: readonly string[], pairs: readonly Pair[]): readonly Change[] {
  const changes: { removed: string; added: string; kept: string[] }[] = [{ removed: '', added: '', kept: [] }]
  let [left, right] = [0, 0]
  for (const [before, after] of [...pairs, [old.length, now.length] as const]) {
    const [removed, added] = [old.slice(left, before).join(''), now.slice(right, after).join('')]
    if (removed || added) changes.push({ removed, added, kept: [] })
    changes.at(-1)?.kept.push(...old.slice(before, before + 1))
    left = before + 1
    right = after + 1
  }
  return changes
}

/** One character that happens to stand in both, between words that were replaced, is an accident and only tears them apart. */
function joined(changes: readonly Change[]): readonly Change[] {
  const result: Change[] = []
  for (const change of changes) {
    const last = result.at(-1)
    if (!last || !isTornBy(last, change)) result.push(change)
    else {
      const bridge = last.kept.join('')
      const [removed, added] = [last.removed + bridge + change.removed, last.added + bridge + change.added]
      result[result.length - 1] = { removed, added, kept: change.kept }
    }
  }
  return result
}

function isTornBy(left: Change, right: Change): boolean {
  const removes = Boolean(left.removed || right.removed)
  const adds = Boolean(left.added || right.added)
  return left.kept.length === 1 && Boolean(left.removed || left.added) && removes && adds
}

function runsOf({ removed, added, kept }: Change): readonly Run[] {
  const runs: readonly Run[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
    { kind: 'same', text: kept.join('') },
  ]
  return runs.filter(({ text }) => text !== '')
}
