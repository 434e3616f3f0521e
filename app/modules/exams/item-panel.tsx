import { itemAnalysis as texts } from '~/i18n/item-analysis.ts'
import { useT } from '~/i18n/messages.ts'
import { lettersOf } from '~/modules/questions/question.ts'
import { QuestionLine, QuestionText } from '~/modules/questions/question-text.tsx'
import { barLengths } from '~/ui/chart-geometry.ts'
import { HeadCell, Table } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { OptionCount } from './item-analysis.ts'
import { type ItemRow, isEnough } from './item-statistics.ts'

/** 0.634 → «63%» */
export function asPercent(share: number | null, unknown: string): string {
  return share === null ? unknown : `${Math.round(share * 100)}%`
}

/** 0.31, −0.12 */
export function asCoefficient(value: number | null, unknown: string): string {
  return value === null ? unknown : value.toFixed(2).replace('-', '−')
}

/** One item in full: its figures, and who picked what, as bars with their numbers. */
export function ItemPanel({ row }: { row: ItemRow }) {
  const t = useT(texts)
  const { analysis } = row
  const { count, blank, difficulty, discrimination } = analysis
  const unknown = t('unknown')
  return (
    <>
      <QuestionText text={row.stem} />
      <p className="row-note">
        {t('one.figures', {
          ...{ count, blank, difficulty: asPercent(difficulty, unknown) },
          discrimination: asCoefficient(discrimination, unknown),
        })}
      </p>
      <FlagTags row={row} />
      <OptionTable row={row} />
      <p className="row-note">{t('one.hint')}</p>
    </>
  )
}

/** Warnings in words; below the least number of people there are none. */
export function FlagTags({ row }: { row: Pick<ItemRow, 'analysis' | 'isRegraded'> }) {
  const t = useT(texts)
  return (
    <span className="item-flags">
      {isEnough(row.analysis.count) &&
        row.analysis.flags.map((flag) => (
          <Tag key={flag} tone="cinnabar">
            {t(`flag.${flag}`)}
          </Tag>
        ))}
      {row.isRegraded && <Tag>{t('regraded')}</Tag>}
    </span>
  )
}

function OptionTable({ row }: { row: ItemRow }) {
  const t = useT(texts)
  const { options, upperSize, lowerSize, count } = row.analysis
  return (
    <Table
      caption={t('one.options')}
      head={
        <>
          <HeadCell>{t('one.option')}</HeadCell>
          <HeadCell>{t('one.all')}</HeadCell>
          <HeadCell>{t('one.upper', { count: upperSize })}</HeadCell>
          <HeadCell>{t('one.lower', { count: lowerSize })}</HeadCell>
        </>
      }
    >
      {options.map((option) => (
        <tr key={option.index} data-key={option.isKey || undefined}>
          <th scope="row" className="item-option">
            <b>{lettersOf([option.index])}</b> <QuestionLine text={row.options[option.index] ?? ''} />{' '}
            {option.isKey && <Tag tone="pine">{t('one.key')}</Tag>}
          </th>
          <Bar option={option} group="all" size={count} />
          <Bar option={option} group="upper" size={upperSize} />
          <Bar option={option} group="lower" size={lowerSize} />
        </tr>
      ))}
    </Table>
  )
}

type BarProps = { option: OptionCount; group: 'all' | 'upper' | 'lower'; size: number }

/** As long as the share of its group; the number stands beside it. */
function Bar({ option, group, size }: BarProps) {
  const [length = 0] = barLengths([option[group]], Math.max(1, size))
  return (
    <td className="item-bar" data-key={option.isKey || undefined}>
      <svg className="bar" width={`${length * 0.6}%`} aria-hidden="true">
        <rect width="100%" height="100%" />
      </svg>
      {option[group]}
    </td>
  )
}
