import { likestInOrder, textLikeness } from './likeness.ts'
import { type Field, type Paragraph, paragraphsOf } from './paragraphs.ts'
import { type Pair, sharedInOrder } from './shared-in-order.ts'
import { type Run, runsBetween, shareKept } from './text-runs.ts'

/** A paragraph of one revision or of both. A paragraph that was moved is told as removed and added. */
export type ComparedParagraph =
  | { readonly kind: 'same'; readonly before: Paragraph; readonly after: Paragraph }
  | { readonly kind: 'changed'; readonly before: Paragraph; readonly after: Paragraph; readonly runs: readonly Run[] }
  | { readonly kind: 'added'; readonly after: Paragraph }
  | { readonly kind: 'removed'; readonly before: Paragraph }

export type ComparedField = { readonly field: string; readonly paragraphs: readonly ComparedParagraph[] }

/** A paragraph of which less than this stands is another paragraph: removed and added. */
const leastKept = 0.5

/** What changed from one revision to the next: the fields of the later one in its order, then those it no longer has. */
export function compareRevisions(before: readonly Field[], after: readonly Field[]): readonly ComparedField[] {
  const keys = [...new Set([...after, ...before].map(({ key }) => key))]
  return keys.map((field) => ({ field, paragraphs: compareField(field, before, after) }))
}

export function compareField(
  field: string,
  before: readonly Field[],
  after: readonly Field[],
): readonly ComparedParagraph[] {
  const [old, now] = [before, after].map((fields) => paragraphsOf(fields.filter(({ key }) => key === field)))
  return compareParagraphs(old ?? [], now ?? [])
}

function compareParagraphs(before: readonly Paragraph[], after: readonly Paragraph[]): readonly ComparedParagraph[] {
  const compared: ComparedParagraph[] = []
  let [left, right] = [0, 0]
  for (const [stays, stands] of [...sharedInOrder(textsOf(before), textsOf(after)), [before.length, after.length]]) {
    compared.push(...compareStretch(before.slice(left, stays), after.slice(right, stands)))
    const [old, now] = [before[stays], after[stands]]
    if (old && now) compared.push({ kind: 'same', before: old, after: now })
    left = stays + 1
    right = stands + 1
  }
  return compared
}

/** A stretch between paragraphs that stayed: those alike are one that changed, the others went or came. */
function compareStretch(before: readonly Paragraph[], after: readonly Paragraph[]): readonly ComparedParagraph[] {
  const alike = likestInOrder(before.length, after.length, textLikeness(textsOf(before), textsOf(after)))
  const compared: ComparedParagraph[] = []
  let [left, right] = [0, 0]
  const told = (until: Pair) => {
    compared.push(...before.slice(left, until[0]).map((paragraph) => ({ kind: 'removed', before: paragraph }) as const))
    compared.push(...after.slice(right, until[1]).map((paragraph) => ({ kind: 'added', after: paragraph }) as const))
  }
  for (const pair of alike) {
    const paired = comparePair(before[pair[0]], after[pair[1]])
    if (!paired) continue
    told(pair)
    compared.push(paired)
    left = pair[0] + 1
    right = pair[1] + 1
  }
  told([before.length, after.length])
  return compared
}

function comparePair(before: Paragraph | undefined, after: Paragraph | undefined): ComparedParagraph | null {
  if (!before || !after) return null
  if (before.text === after.text) return { kind: 'same', before, after }
  const runs = runsBetween(before.text, after.text)
  return shareKept(runs) < leastKept ? null : { kind: 'changed', before, after, runs }
}

function textsOf(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.map(({ text }) => text)
}
