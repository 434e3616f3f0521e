import { Link } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { itemAnalysis as texts } from '~/i18n/item-analysis.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { LinkButton } from '~/ui/button.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { asCoefficient, asPercent, FlagTags, ItemPanel } from './item-panel.tsx'
import type { ItemOrder, ItemRow, ItemsPage } from './item-statistics.ts'

type Page = Omit<ItemsPage, 'rows'>
type ItemTableProps = {
  rows: readonly ItemRow[]
  page: Page
  order: ItemOrder
  chosen: ItemRow | null
}

const keyOf = ({ questionId, choice }: ItemRow) => `${questionId} ${choice}`

function useNumber(papers: number): (row: ItemRow) => string {
  const t = useT(texts)
  return ({ number, form }) => (papers > 1 ? t('number.form', { form, number }) : t('number', { number }))
}

/** Every item in a row; a click on a head sorts, a click on a question opens it. */
export function ItemTable({ rows, page, order, chosen }: ItemTableProps) {
  const t = useT(texts)
  const say = useT(bank)
  const numberOf = useNumber(page.papers)
  const { cohort, sitting } = page
  const head = (column: ItemOrder, align?: 'end') => (
    <HeadCell
      align={align}
      sort={{
        to: paths.sittingItems(cohort.id, sitting.id, { sort: column, item: chosen && keyOf(chosen) }),
        direction: order === column ? 'ascending' : undefined,
      }}
    >
      {t(`order.${column}`)}
    </HeadCell>
  )
  return (
    <div className="mt-6">
      <Table
        caption={t('caption', { count: rows.length })}
        isTall
        head={
          <>
            {head('number')}
            <HeadCell>{t('column.text')}</HeadCell>
            {head('difficulty', 'end')}
            {head('discrimination', 'end')}
            {head('flags')}
          </>
        }
      >
        {rows.map((row) => {
          const isChosen = chosen !== null && keyOf(chosen) === keyOf(row)
          const { difficulty, discrimination } = row.analysis
          return (
            <tr key={`${row.form} ${keyOf(row)}`} data-chosen={isChosen || undefined}>
              <th scope="row">{numberOf(row)}</th>
              <td className="item-text">
                <Link
                  to={`${paths.sittingItems(cohort.id, sitting.id, { sort: order, item: keyOf(row) })}#item`}
                  className="link"
                  aria-current={isChosen ? 'true' : undefined}
                  lang="zh-CN"
                >
                  {row.text}
                </Link>{' '}
                <span className="row-note">
                  {say(`kind.${row.kind}`)}
                  {row.kind === 'case' && ` · ${t('number.item', { number: row.choice + 1 })}`}
                </span>
              </td>
              <td data-align="end">{asPercent(difficulty, t('unknown'))}</td>
              <td data-align="end">{asCoefficient(discrimination, t('unknown'))}</td>
              <td>
                <FlagTags row={row} />
              </td>
            </tr>
          )
        })}
      </Table>
    </div>
  )
}

type PanelProps = { row: ItemRow; page: Page; order: ItemOrder }

/** The item that was opened, with the ways on. */
export function SittingItemPanel({ row, page, order }: PanelProps) {
  const t = useT(texts)
  const numberOf = useNumber(page.papers)
  const { cohort, sitting } = page
  const { questionId, version, choice } = row
  return (
    <section className="item-panel" id="item" aria-label={numberOf(row)}>
      <div className="room-person-head">
        <h2>{numberOf(row)}</h2>
        <LinkButton to={paths.sittingItems(cohort.id, sitting.id, { sort: order })} kind="quiet" preventScrollReset>
          {t('one.close')}
        </LinkButton>
      </div>
      <ItemPanel row={row} />
      <div className="button-row">
        {!cohort.isArchived && (
          <LinkButton to={paths.sittingRegrade(cohort.id, sitting.id, { question: questionId, version, choice })}>
            {t('one.regrade')}
          </LinkButton>
        )}
        <LinkButton to={paths.question(questionId, { version })} kind="quiet">
          {t('one.look')}
        </LinkButton>
        <LinkButton to={paths.questionAnalysis(questionId)} kind="quiet">
          {t('one.analysis')}
        </LinkButton>
      </div>
    </section>
  )
}
