/*
 * What a trainee puts down for one item, as the form, the device and the database hold it: the ids of the picked options with
 * commas between them, or a text. The ids are drawn for her attempt (arrangement.ts).
 */
export type Answer = { readonly value: string; readonly isMarked: boolean }

/** An answer that was taken back counts as none; a mark alone is no answer. */
export function isBlank(answer: Answer | null | undefined): boolean {
  return !answer || answer.value.trim() === ''
}

export function pickedIds(value: string): readonly string[] {
  return value.split(',').filter((id) => id !== '')
}
