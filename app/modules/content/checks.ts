import type { CheckKey } from './document.ts'

export type Judgement = {
  readonly right: boolean
  /** HTML, shown after answering */
  readonly explanation: string
  /** texts of what she chose, in the order of the options */
  readonly chosen: readonly string[]
}

/**
 * An answer is right when exactly the right options are picked. Undefined when it is no answer to this check: nothing
 * picked, an option that is not there, several where one is asked for.
 */
export function judge(check: CheckKey, picks: readonly string[]): Judgement | undefined {
  const picked = new Set(picks)
  const chosen = check.options.filter((option) => picked.has(option.id))
  if (picked.size === 0 || chosen.length !== picked.size) return undefined
  if (!check.multiple && picked.size > 1) return undefined
  return {
    right: check.options.every((option) => option.right === picked.has(option.id)),
    explanation: check.explanation,
    chosen: chosen.map((option) => option.text),
  }
}
