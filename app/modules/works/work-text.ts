/*
 * What a work says: fields in the order of its form, each a text of paragraphs. The kind knows what its fields are called and
 * ask; everything else (revisions, comments, comparison, sealing) knows only this.
 */
export type WorkField = { readonly key: string; readonly text: string }

/** As it is sealed. */
export function packFields(fields: readonly WorkField[]): string {
  return JSON.stringify(fields.map(({ key, text }) => [key, text]))
}

/** From a row that `packFields` wrote. */
export function unpackFields(packed: string): readonly WorkField[] {
  const pairs: ReadonlyArray<readonly [string, string]> = JSON.parse(packed)
  return pairs.map(([key, text]) => ({ key, text }))
}

export function fieldText(fields: readonly WorkField[], key: string): string {
  return fields.find((field) => field.key === key)?.text ?? ''
}
