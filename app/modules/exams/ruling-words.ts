import type { Translate } from '~/i18n/messages.ts'
import type { regrade } from '~/i18n/regrade.ts'
import { lettersOf } from '~/modules/questions/question.ts'
import { readableScore } from './readable-score.ts'
import type { Ruling } from './regrade.ts'

/** A ruling in a few words, with the letters of the bank's own order. */
export function rulingWords(t: Translate<typeof regrade>, ruling: Ruling): string {
  switch (ruling.kind) {
    case 'newKey':
      return t('rule.newKey', { keys: lettersOf(ruling.key) })
    case 'severalKeys':
      return t('rule.severalKeys', { keys: ruling.keys.map(lettersOf).join(t('rule.or')) })
    case 'fullMarks':
      return t('rule.fullMarks')
    case 'void':
      return t(`rule.${ruling.how}`)
    case 'points':
      return t('rule.points', { points: readableScore(ruling.halfPoints) })
  }
}
