import { kindNamed, type SectionKind } from './chinese-marks.ts'
import { fold } from './source-lines.ts'

/** A stem without the marks that say its kind and its worth: «[单选题]», «（多选题，2分）», «（10分）», the asterisk of a survey. */
export type ReadStem = { readonly stem: string; readonly kind: SectionKind | null; readonly halfPoints: number | null }

const kindWords = '[\\u4e00-\\u9fff]{2,6}?'
const kindBefore = new RegExp(
  `^[(【\\[]\\s*(?:题型\\s*:\\s*)?(${kindWords})题?\\s*(?:[,、;\\s]\\s*(\\d+(?:\\.5)?)\\s*分?)?\\s*[)】\\]]\\s*[.、:]?\\s*`,
)
const kindAfter = new RegExp(
  `\\s*[(【\\[]\\s*(${kindWords})题?\\s*(?:[,、;\\s]\\s*(\\d+(?:\\.5)?)\\s*分?)?\\s*[)】\\]]\\s*\\*?$`,
)
const marksBefore = /^[(【[]\s*(?:本题)?(?:共|满分|计)?\s*(\d+(?:\.5)?)\s*分\s*[)】\]]\s*/
const marksAfter = /\s*[(【[]\s*(?:本题|本小题)?(?:共|满分|计)?\s*(\d+(?:\.5)?)\s*分\s*[)】\]]\s*$/

export function readStem(text: string): ReadStem {
  let stem = text.trim()
  let kind: SectionKind | null = null
  let halfPoints: number | null = null
  for (let isFound = true; isFound; ) {
    const folded = fold(stem)
    const before = kindBefore.exec(folded)
    const after = kindAfter.exec(folded)
    const named = [before, after].find((found) => found && kindNamed(found[1] ?? ''))
    const worth = marksBefore.exec(folded) ?? marksAfter.exec(folded)
    const cut = named ?? worth
    isFound = cut !== null && cut !== undefined && stem.length > cut[0].length
    if (!cut || !isFound) break
    if (named) kind = kindNamed(named[1] ?? '')
    const marks = named ? named[2] : worth?.[1]
    if (marks) halfPoints = Number(marks) * 2
    stem = (stem.slice(0, cut.index) + stem.slice(cut.index + cut[0].length)).trim()
  }
  return { stem: stem.replace(/(?<=[)）?？。:：])\s*\*$/, ''), kind, halfPoints }
}
