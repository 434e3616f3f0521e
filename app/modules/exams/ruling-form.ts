import type { ChoiceKind } from '~/modules/questions/question.ts'
import type { Ruling } from './regrade.ts'

/*
 * A ruling as somebody writes it down: a policy, letters of the bank's own order, points. «AC、BD» are two keys.
 */
export const policies = ['newKey', 'severalKeys', 'fullMarks', 'drop', 'rescale', 'points'] as const
export type Policy = (typeof policies)[number]

export type WrittenRuling = { readonly policy: Policy; readonly keys: string; readonly points: string }
export type AskedChoice = {
  readonly kind: ChoiceKind | 'constructed'
  readonly optionCount: number
}
export type ReadRuling =
  | { readonly ok: true; readonly ruling: Ruling }
  | { readonly ok: false; readonly field: 'policy' | 'keys' | 'points'; readonly code: string }

/** What can be ruled about a question: a written answer has no key, and marks that a person gave win over any. */
export function policiesFor({ kind }: AskedChoice): readonly Policy[] {
  return kind === 'constructed' ? ['drop', 'rescale'] : policies
}

export function readRuling({ policy, keys, points }: WrittenRuling, asked: AskedChoice): ReadRuling {
  if (!policiesFor(asked).includes(policy)) return { ok: false, field: 'policy', code: 'invalid' }
  switch (policy) {
    case 'newKey':
    case 'severalKeys':
      return readKeys(policy, keys, asked)
    case 'fullMarks':
      return { ok: true, ruling: { kind: 'fullMarks' } }
    case 'drop':
    case 'rescale':
      return { ok: true, ruling: { kind: 'void', how: policy } }
    case 'points':
      return readPoints(points)
  }
}

function readKeys(policy: 'newKey' | 'severalKeys', text: string, { kind, optionCount }: AskedChoice): ReadRuling {
  const refused = (code: string): ReadRuling => ({ ok: false, field: 'keys', code })
  const words = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s、,;/]+/)
    .filter(Boolean)
  if (words.length === 0) return refused('required')
  const read = words.map((word) =>
    [...new Set(word)].map((letter) => letter.charCodeAt(0) - 65).toSorted((a, b) => a - b),
  )
  if (read.flat().some((index) => index < 0 || index >= optionCount)) return refused('optionUnknown')
  if (kind !== 'multiple' && read.some((key) => key.length > 1)) return refused('letterOne')
  const keys = [...new Map(read.map((key) => [key.join(), key])).values()]
  if (policy === 'severalKeys') {
    return keys.length < 2 ? refused('keysSeveral') : { ok: true, ruling: { kind: 'severalKeys', keys } }
  }
  const [key = [], ...more] = keys
  return more.length > 0 ? refused('oneKeyOnly') : { ok: true, ruling: { kind: 'newKey', key } }
}

/** In half-points, as everywhere; nothing is worth more than a hundred. */
function readPoints(text: string): ReadRuling {
  const points = Number(text.normalize('NFKC').trim() || Number.NaN)
  const isPossible = Number.isInteger(points * 2) && points > 0 && points <= 100
  if (!isPossible) return { ok: false, field: 'points', code: 'pointsInvalid' }
  return { ok: true, ruling: { kind: 'points', halfPoints: points * 2 } }
}
