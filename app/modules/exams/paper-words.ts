import type { Locale } from '~/i18n/locale.ts'
import { translator } from '~/i18n/messages.ts'
import { sitting } from '~/i18n/sitting.ts'
import { inlineHtml, questionHtml } from '~/modules/questions/question-html.ts'
import { paths } from '~/paths.ts'
import { escaped } from '~/platform/html.ts'
import { remembered } from '~/platform/remembered.ts'
import type { PaperWords } from './paper-html.ts'
import { readableScore } from './readable-score.ts'

/** The few words of the house between the questions of a paper, and the questions' own: a hall reads the same ones. */
export const paperWords = remembered((locale: Locale): PaperWords => {
  const t = translator(sitting, locale)
  return {
    kinds: {
      single: escaped(t('kind.single')),
      multiple: escaped(t('kind.multiple')),
      judgement: escaped(t('kind.judgement')),
      constructed: escaped(t('kind.constructed')),
    },
    points: remembered((halfPoints) => escaped(t('item.points', { points: readableScore(halfPoints) }))),
    number: remembered((number) => escaped(t('item.number', { number }))),
    mark: escaped(t('mark')),
    stem: remembered((text) => questionHtml(text, paths.picture)),
    option: remembered((text) => inlineHtml(text, paths.picture)),
  }
})
