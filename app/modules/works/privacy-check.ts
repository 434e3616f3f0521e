import { type Finding, scanText } from './privacy-scan.ts'
import type { WorkField } from './work-text.ts'

/** Something that tells who a resident is, and in which field. */
export type FieldFinding = Finding & { readonly field: string }

/** What is in the way of handing in: first what must go, then what wants a reason. The author's own names stay on her device. */
export function findingsIn(fields: readonly WorkField[], ownNames: readonly string[] = []): readonly FieldFinding[] {
  const found = fields.flatMap(({ key, text }) => scanText(text, ownNames).map((one) => ({ ...one, field: key })))
  return [...found.filter(({ blocks }) => blocks), ...found.filter(({ blocks }) => !blocks)]
}

/** May it be handed in? A finding that does not block may stay with a reason. */
export function isClean(findings: readonly FieldFinding[], passedOver: string | null): boolean {
  return findings.length === 0 || (passedOver !== null && findings.every(({ blocks }) => !blocks))
}
