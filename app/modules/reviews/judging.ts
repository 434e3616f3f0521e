import type { Choice } from '~/modules/questions/question.ts'

/* The one place that says what an answer in practice is worth: on the server, and on a device without a network. */
export type Judged = { readonly picked: readonly number[]; readonly right: boolean }

/** Null: nothing was chosen, or something that is not among the options. */
export function judge({ key, options }: Pick<Choice, 'key' | 'options'>, said: readonly number[]): Judged | null {
  const picked = [...new Set(said)].sort((one, other) => one - other)
  if (picked.length === 0 || picked.some((index) => !(index in options))) return null
  return { picked, right: picked.join() === key.join() }
}

/** What longer looks tell is that she went away. */
const longestLook = 3_600

export function secondsOfLook(seconds: number): number {
  return Math.min(longestLook, Math.max(0, Math.round(seconds)))
}
