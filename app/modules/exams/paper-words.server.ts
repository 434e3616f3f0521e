import type { Locale } from '~/i18n/locale.ts'
import { translator } from '~/i18n/messages.ts'
import { sitting } from '~/i18n/sitting.ts'
import { inlineHtml, questionHtml } from '~/modules/questions/question-html.ts'
import { paths } from '~/paths.ts'
import { escaped } from '~/platform/html.ts'
import { remembered } from '~/platform/remembered.ts'
import type { PaperWords } from './paper-bytes.server.ts'
import { readableScore } from './readable-score.ts'

/** The few words of the house between the questions of a paper, and the questions' own: a hall reads the same ones. */
export const paperWords = remembered((locale: Locale): PaperWords => {
  const t = translator(sitting, locale)
  return {
    kinds: {
      single: word(t('kind.single')),
      multiple: word(t('kind.multiple')),
      judgement: word(t('kind.judgement')),
      constructed: word(t('kind.constructed')),
    },
    points: remembered((halfPoints) => word(t('item.points', { points: readableScore(halfPoints) }))),
    number: remembered((number) => word(t('item.number', { number }))),
    mark: word(t('mark')),
    stem: remembered((text) => Buffer.from(questionHtml(text, paths.picture))),
    option: remembered((text) => Buffer.from(inlineHtml(text, paths.picture))),
  }
})

function word(text: string): Buffer {
  return Buffer.from(escaped(text))
}
