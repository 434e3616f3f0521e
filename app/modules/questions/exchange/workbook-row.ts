import { indexesOf, isTrueWord, judgementOf, readKey } from './chinese-keys.ts'
import { kindNamed } from './chinese-marks.ts'
import { fold } from './source-lines.ts'

export type RowKind = 'single' | 'multiple' | 'judgement' | 'case' | 'constructed' | 'point' | 'unknown'

/** What a row says it is, or what its key and options make it. */
export function kindOfRow(row: {
  readonly texts: { readonly kind?: string; readonly key?: string; readonly stem?: string }
  readonly options: readonly string[]
}): RowKind {
  const { kind = '', key = '', stem } = row.texts
  const plain = fold(kind).replace(/\s/g, '')
  if (/^(?:采分点|得分点|评分点|要点)$/.test(plain)) return 'point'
  const named = kindNamed(plain.replace(/(?<=.)(?:试?题型?|题目)$/, '')) ?? (/^主观/.test(plain) ? 'constructed' : null)
  switch (named) {
    case 'single':
    case 'multiple':
    case 'judgement':
    case 'case':
    case 'constructed':
      return named
    case 'blank':
      return 'constructed'
    case 'indefinite':
      return byKey(key, row.options)
    default:
      return plain === '' && stem !== undefined ? byKey(key, row.options) : 'unknown'
  }
}

function byKey(key: string, options: readonly string[]): RowKind {
  const read = readKey(fold(key))
  if (options.length === 0) {
    if (read && judgementOf(read) !== null) return 'judgement'
    return key === '' ? 'unknown' : 'constructed'
  }
  return (read?.letters.length ?? 0) > 1 ? 'multiple' : 'single'
}

/** The key of a row as indexes; null where it cannot be read. */
export function readRowKey(
  written: string,
  isJudgement: boolean,
  options: readonly string[],
): readonly number[] | null {
  const folded = fold(written)
  const read = readKey(folded)
  if (!read || folded.slice(read.end).replace(/[\s。.;,]/g, '') !== '') return digitsOf(folded, isJudgement)
  if (!isJudgement) return read.judgement === null ? read.letters : null
  // «A» in a judgement whose options were written down means what stands there.
  const [only] = read.letters
  const told = only !== undefined && options.length === 2 ? isTrueWord(options[only] ?? '') : judgementOf(read)
  return told === null ? null : [told ? 0 : 1]
}

/** Some sheets number their options: «1,3»; and a judgement is 1 or 0. */
function digitsOf(folded: string, isJudgement: boolean): readonly number[] | null {
  if (isJudgement) return folded === '1' ? [0] : folded === '0' ? [1] : null
  if (!/^[1-9](?:[\s,、;|]*[1-9])*$/.test(folded)) return null
  return indexesOf(folded.replace(/[^1-9]/g, '').replace(/\d/g, (digit) => String.fromCharCode(64 + Number(digit))))
}
