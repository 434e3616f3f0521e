import type { Locale } from '~/i18n/locale.ts'
import { translator } from '~/i18n/messages.ts'
import { sitting } from '~/i18n/sitting.ts'
import type { PaperWords } from './paper-html.ts'
import { readableScore } from './readable-score.ts'

/** The few words of the house between the questions of a paper. */
export function paperWords(locale: Locale): PaperWords {
  const t = translator(sitting, locale)
  return {
    kinds: {
      single: t('kind.single'),
      multiple: t('kind.multiple'),
      judgement: t('kind.judgement'),
      constructed: t('kind.constructed'),
    },
    points: (halfPoints) => t('item.points', { points: readableScore(halfPoints) }),
    number: (number) => t('item.number', { number }),
    mark: t('mark'),
  }
}
