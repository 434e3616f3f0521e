import { type ComparedParagraph, compareField } from './compare-revisions.ts'
import { type Field, type Paragraph, type Place, paragraphsOf } from './paragraphs.ts'

export type Revision = { readonly number: number; readonly fields: readonly Field[] }

/** What a comment is about: a paragraph of one revision, or the words quoted from it. */
export type CommentAnchor = Place & { readonly revision: number; readonly quote: string | null }

/**
 * Where a comment stands in a later revision. Kept: its paragraph reads as it did. Changed: `before` became `after`, and the quote is
 * null when its words are no longer there. Gone: only `before` is left to show beside it.
 */
export type Followed =
  | { readonly kind: 'kept'; readonly anchor: CommentAnchor }
  | { readonly kind: 'changed'; readonly anchor: CommentAnchor; readonly before: string; readonly after: string }
  | { readonly kind: 'gone'; readonly before: string }

/** Words fewer than this may stand anywhere by chance: they are looked for in their own paragraph only. */
const leastTelling = 4

export function followAnchor(anchor: CommentAnchor, before: Revision, after: Revision): Followed {
  const was = paragraphAt(anchor, before)
  if (!was) return { kind: 'gone', before: anchor.quote ?? '' }
  const compared = compareField(was.field, before.fields, after.fields)
  const kept = keptAt(was, compared)
  if (kept) return { kind: 'kept', anchor: moved(anchor, after, kept) }
  const now = changedAt(was, anchor.quote, compared)
  if (!now) return { kind: 'gone', before: was.text }
  return { kind: 'changed', anchor: moved(anchor, after, now), before: was.text, after: now.text }
}

/** The comment through every later revision, one step at a time: `before` is always what it was said about. */
export function followThrough(anchor: CommentAnchor, revisions: readonly Revision[]): Followed {
  const [first, ...later] = revisions.filter(({ number }) => number >= anchor.revision)
  const was = first && paragraphAt(anchor, first)
  if (!was) return { kind: 'gone', before: anchor.quote ?? '' }
  let [here, text, revision] = [anchor, was.text, first]
  for (const next of later) {
    const step = followAnchor(here, revision, next)
    if (step.kind === 'gone') return { kind: 'gone', before: was.text }
    if (step.kind === 'changed') text = step.after
    here = step.anchor
    revision = next
  }
  // A quote that one revision lost and a later one has again is found again.
  const found = { ...here, quote: quoteIn(text, anchor.quote) }
  if (text === was.text) return { kind: 'kept', anchor: { ...here, quote: anchor.quote } }
  return { kind: 'changed', anchor: found, before: was.text, after: text }
}

function paragraphAt(anchor: CommentAnchor, revision: Revision): Paragraph | undefined {
  if (anchor.revision !== revision.number) return undefined
  const field = revision.fields.filter(({ key }) => key === anchor.field)
  return paragraphsOf(field)[anchor.index]
}

/** Its paragraph if it reads as it did, wherever it was moved in its field. Of several that read the same: one that is not another's, the nearest. */
function keptAt(was: Paragraph, compared: readonly ComparedParagraph[]): Paragraph | undefined {
  const own = compared.find((one) => one.kind === 'same' && one.before.index === was.index)
  if (own?.kind === 'same') return own.after
  const reads = compared.filter((one) => one.kind !== 'removed' && one.after.text === was.text)
  return nearest(was, reads, 'added') ?? nearest(was, reads, 'same') ?? nearest(was, reads, 'changed')
}

/** What became of its paragraph; or, when it was divided or joined to another, where its words stand now. */
function changedAt(
  was: Paragraph,
  quote: string | null,
  compared: readonly ComparedParagraph[],
): Paragraph | undefined {
  const own = compared.find((one) => one.kind === 'changed' && one.before.index === was.index)
  const became = own?.kind === 'changed' ? own.after : undefined
  if (became && (quote === null || became.text.includes(quote))) return became
  const words = quote ?? was.text
  const holds = compared.filter((one) => one.kind !== 'removed' && one.after.text.includes(words))
  const elsewhere =
    words.length < leastTelling ? undefined : (nearest(was, holds, 'added') ?? nearest(was, holds, 'changed'))
  return elsewhere ?? became
}

function nearest(
  was: Paragraph,
  compared: readonly ComparedParagraph[],
  kind: 'added' | 'same' | 'changed',
): Paragraph | undefined {
  return compared
    .flatMap((one) => (one.kind === kind ? [one.after] : []))
    .sort((a, b) => Math.abs(a.index - was.index) - Math.abs(b.index - was.index))[0]
}

function moved(anchor: CommentAnchor, to: Revision, { field, index, text }: Paragraph): CommentAnchor {
  return { revision: to.number, field, index, quote: quoteIn(text, anchor.quote) }
}

function quoteIn(text: string, quote: string | null): string | null {
  return quote !== null && text.includes(quote) ? quote : null
}
