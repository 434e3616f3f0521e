import { bank } from '~/i18n/bank.ts'
import { itemAnalysis as texts } from '~/i18n/item-analysis.ts'
import type { Locale } from '~/i18n/locale.ts'
import { translator } from '~/i18n/messages.ts'
import { lettersOf } from '~/modules/questions/question.ts'
import { type FileCell, neutral } from '~/platform/spreadsheet.ts'
import type { Sheet } from '~/platform/xlsx.server.ts'
import { type ItemRow, type ItemsPage, isEnough } from './item-statistics.ts'

/** How the items of a sitting did, as a sheet beside its results: a row for each, with how many picked which option. */
export function itemsSheet({ rows, papers }: ItemsPage, locale: Locale): Sheet {
  const [t, say] = [translator(texts, locale), translator(bank, locale)]
  const options = Math.max(0, ...rows.map(({ optionCount }) => optionCount))
  const letters = Array.from({ length: options }, (_, index) => lettersOf([index]))
  const heads = [
    ...[t('order.number'), t('column.text'), say('list.kind'), say('list.id'), t('sheet.count'), t('sheet.blank')],
    ...[t('order.difficulty'), t('order.discrimination'), ...letters, say('question.answer'), t('order.flags')],
  ]
  return {
    ...{ sheet: t('title'), widths: [8, 60, 10, 20], stickyRows: 1 },
    cells: [
      heads.map((head) => ({ text: neutral(head), isHead: true })),
      ...rows.map((row): FileCell[] => {
        const { count, blank, difficulty, discrimination, flags } = row.analysis
        const said = isEnough(count) ? flags.map((flag) => t(`flag.${flag}`)) : [t('flag.tooFew')]
        return [
          word(papers > 1 ? t('number.form', { form: row.form, number: row.number }) : String(row.number)),
          ...[word(row.text), word(say(`kind.${row.kind}`)), word(row.questionId)],
          ...[{ number: count }, { number: blank }, figure(difficulty), figure(discrimination)],
          ...letters.map((_, index) => picked(row, index)),
          word(lettersOf(row.analysis.options.filter(({ isKey }) => isKey).map(({ index }) => index))),
          word([...said, ...(row.isRegraded ? [t('regraded')] : [])].join(say('separator'))),
        ]
      }),
    ],
  }
}

function picked({ analysis }: ItemRow, index: number): FileCell {
  const option = analysis.options.find((one) => one.index === index)
  return option ? { number: option.all } : word('')
}

/** To two places, as on the page; what cannot be said is empty. */
function figure(value: number | null): FileCell {
  return value === null ? word('') : { number: Math.round(value * 100) / 100 }
}

function word(value: string): FileCell {
  return { text: neutral(value) }
}
