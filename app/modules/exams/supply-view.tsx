import { bank } from '~/i18n/bank.ts'
import { blueprints } from '~/i18n/blueprints.ts'
import { useT } from '~/i18n/messages.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { HeadCell, Table } from '~/ui/table.tsx'
import { StateMark } from '~/ui/tag.tsx'
import type { BlueprintDesk } from './blueprint-desk.server.ts'
import type { Supply, SupplyRow } from './blueprint-supply.ts'
import { readableScore } from './readable-score.ts'
import { ShortNote } from './subject-parts.tsx'

type SupplyViewProps = { supply: Supply | null; chapters: BlueprintDesk['chapters'] }

/** What the bank can give beside what is asked: a sentence, a picture and its numbers in one table. */
export function SupplyView({ supply, chapters }: SupplyViewProps) {
  const t = useT(blueprints)
  return (
    <section className="supply" aria-labelledby="supply">
      <h2 id="supply">{t('supply')}</h2>
      {supply ? (
        <>
          <Verdict supply={supply} />
          <SupplyTable supply={supply} chapters={chapters} />
          <Excluded supply={supply} />
        </>
      ) : (
        <p className="text-ink-2">{t('supply.unread')}</p>
      )}
    </section>
  )
}

function Verdict({ supply: { answer, short, forms } }: { supply: Supply }) {
  const t = useT(blueprints)
  if (answer !== 'exactly') return <ShortNote short={short} title={t(`supply.${answer}`)} />
  return (
    <p>
      <StateMark icon="done" tone="pine">
        {t('supply.exactly')}
      </StateMark>{' '}
      {t(forms >= 3 ? 'supply.formsMany' : 'supply.forms', { count: forms })}
    </p>
  )
}

function SupplyTable({ supply: { rows }, chapters }: { supply: Supply; chapters: BlueprintDesk['chapters'] }) {
  const t = useT(blueprints)
  const top = Math.max(1, ...rows.flatMap(({ wanted, available }) => [wanted, available]))
  const head = (
    <>
      <HeadCell>{t('supply.place')}</HeadCell>
      <HeadCell>{t('supply.picture')}</HeadCell>
      <HeadCell align="end">{t('supply.bank')}</HeadCell>
      <HeadCell align="end">{t('supply.asked')}</HeadCell>
      <HeadCell>{t('supply.byKind')}</HeadCell>
    </>
  )
  return (
    <>
      <p className="row-note">{t('supply.legend')}</p>
      <Table caption={t('supply.caption')} isCaptionHidden head={head}>
        {rows.map((row) => (
          <SupplyLine
            key={`${row.kind} ${row.chapter} ${row.halfPoints}`}
            {...{ row, chapters, top, isOnlyOne: rows.every(({ chapter }) => chapter === null) }}
          />
        ))}
      </Table>
    </>
  )
}

type SupplyLineProps = { row: SupplyRow; chapters: BlueprintDesk['chapters']; top: number; isOnlyOne: boolean }

function SupplyLine({ row, chapters, top, isOnlyOne }: SupplyLineProps) {
  const t = useT(blueprints)
  const say = useT(bank)
  const placeOf = usePlace(chapters, isOnlyOne)
  const { wanted, available, byKind } = row
  const share = (count: number) => `${Math.round((count / top) * 1000) / 10}%`
  return (
    <tr>
      <th scope="row" className="supply-place">
        {placeOf(row)}
      </th>
      <td className="supply-picture">
        <svg
          className="supply-bar"
          data-short={available < wanted || undefined}
          width="100%"
          height="16"
          aria-hidden="true"
        >
          <rect className="supply-has" x="0" y="3" height="10" width={share(available)} />
          <line className="supply-wants" x1={share(wanted)} x2={share(wanted)} y1="0" y2="16" />
        </svg>
      </td>
      <td data-align="end">{available}</td>
      <td data-align="end">
        {wanted}
        {available < wanted && (
          <span className="supply-short">
            <StateMark icon="warn" tone="amber">
              {t('supply.short', { count: wanted - available })}
            </StateMark>
          </span>
        )}
      </td>
      <td>
        {byKind
          .map((one) => t('supply.kind', { kind: say(`kind.${one.kind}`), count: one.available }))
          .join(say('separator'))}
      </td>
    </tr>
  )
}

/** `isOnlyOne`: no chapter has a share of its own, so nothing is «other». */
function usePlace(chapters: BlueprintDesk['chapters'], isOnlyOne: boolean): (row: SupplyRow) => string {
  const t = useT(blueprints)
  const titleOf = useTitle()
  return ({ chapter, kind, halfPoints }) => {
    if (kind === 'case') return t('supply.case')
    if (kind === 'constructed') return t('supply.constructed', { points: readableScore(halfPoints ?? 0) })
    const named = chapters.find(({ no }) => String(no) === chapter)
    if (named) return t('form.weight', { no: named.no, title: titleOf(named) })
    return t(isOnlyOne ? 'supply.all' : 'supply.rest')
  }
}

function Excluded({ supply: { excluded } }: { supply: Supply }) {
  const t = useT(blueprints)
  return (
    <>
      {(['lawNotInForce', 'outsideEdition'] as const)
        .filter((why) => excluded[why] > 0)
        .map((why) => (
          <p key={why} className="row-note">
            {t(`supply.${why}`, { count: excluded[why] })}
          </p>
        ))}
    </>
  )
}
