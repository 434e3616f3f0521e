import type { Chosen } from './chosen-paper.ts'

/*
 * A paper that is being put together lives in its address: reloading, going back and sending it to a colleague lose nothing,
 * and nothing is in the database before somebody keeps it.
 */
export type PaperQuery = {
  readonly blueprint: string
  /** null: none was asked for */
  readonly seed: number | null
  readonly count: number
  /** one list for each form; none before it is drawn */
  readonly forms: readonly Chosen[]
  /** a question that is to be exchanged, and what for */
  readonly swap: string | null
  readonly into: string | null
}

const letters = ['a', 'b', 'c'] as const
export const mostForms = letters.length
export const mostSeed = 2 ** 31 - 1

/** `read`: the value of a name, «» when there is none: of an address or of a posted form. */
export function readPaperQuery(read: (name: string) => string): PaperQuery {
  const [seed, count] = [Number(read('seed') || Number.NaN), Number(read('count'))]
  const forms = letters.map((letter) => readChosen(read(letter))).filter((list) => list.length > 0)
  return {
    blueprint: read('blueprint').slice(0, 128),
    seed: Number.isSafeInteger(seed) && seed >= 0 && seed <= mostSeed ? seed : null,
    count: count >= 1 && count <= mostForms ? Math.floor(count) : 1,
    forms,
    swap: read('swap').slice(0, 128) || null,
    into: read('into').slice(0, 128) || null,
  }
}

function readChosen(text: string): Chosen {
  return text
    .slice(0, 16_000)
    .split('.')
    .filter((id) => /^[A-Za-z0-9_-]{1,64}$/.test(id))
    .slice(0, 400)
}

/** The parts of the address that say which paper it is. */
export function paperAddress({ blueprint, seed, forms }: Pick<PaperQuery, 'blueprint' | 'seed' | 'forms'>) {
  const lists = forms.map((list, at) => [letters[at] ?? '', list.join('.')] as const)
  return { blueprint, seed: seed ?? '', ...Object.fromEntries(lists) }
}
