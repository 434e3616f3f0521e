import type { ComparedField, ComparedParagraph } from './compare-revisions.ts'

/** A paragraph as the page tells it, with its number in the later revision; what was removed has none. */
export type ToldParagraph = { readonly number: number | null; readonly compared: ComparedParagraph }

/** Paragraphs that are read, or a stretch without a change that is folded away. */
export type Stretch = { readonly isFolded: boolean; readonly paragraphs: readonly ToldParagraph[] }

export type ToldField = { readonly field: string; readonly stretches: readonly Stretch[] }

/** Fewer are not worth a fold. */
const leastFolded = 3

/** A comparison for reading: around every change the paragraphs next to it, of the rest what is long folded away. */
export function tellChanges(comparison: readonly ComparedField[]): readonly ToldField[] {
  let number = 0
  return comparison.map(({ field, paragraphs }) => {
    const told = paragraphs.map((compared) => ({ number: compared.kind === 'removed' ? null : ++number, compared }))
    return { field, stretches: stretchesOf(told) }
  })
}

function stretchesOf(told: readonly ToldParagraph[]): readonly Stretch[] {
  const isSame = (at: number) => (told[at]?.compared.kind ?? 'same') === 'same'
  const isDistant = told.map((_, at) => isSame(at - 1) && isSame(at) && isSame(at + 1))
  const stretches: { isFolded: boolean; paragraphs: ToldParagraph[] }[] = []
  for (const [at, paragraph] of told.entries()) {
    const last = stretches.at(-1)
    const isFolded = isDistant[at] ?? false
    if (last?.isFolded === isFolded) last.paragraphs.push(paragraph)
    else stretches.push({ isFolded, paragraphs: [paragraph] })
  }
  // A field in which nothing changed is folded however short it is.
  const least = isDistant.includes(false) ? leastFolded : 1
  return joined(stretches.map((one) => ({ ...one, isFolded: one.isFolded && one.paragraphs.length >= least })))
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    if (last && !last.isFolded && !stretch.isFolded) {
      result[result.length - 1] = { isFolded: false, paragraphs: [...last.paragraphs, ...stretch.paragraphs] }
    } else result.push(stretch)
  }
  return result
}

export function countChanges(comparison: readonly ComparedField[]) {
  const kinds = comparison.flatMap(({ paragraphs }) => paragraphs.map(({ kind }) => kind))
  const count = (kind: ComparedParagraph['kind']) => kinds.filter((one) => one === kind).length
  return { changed: count('changed'), added: count('added'), removed: count('removed') }
}
