import { Link } from '@remix-run/react'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { regrade as texts } from '~/i18n/regrade.ts'
import { shownId } from '~/modules/questions/shown-id.ts'
import { paths } from '~/paths.ts'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { TableEmpty } from '~/ui/table.tsx'
import type { ListedRegrade } from './regrades.server.ts'
import { rulingWords } from './ruling-words.ts'

type RegradeListProps = {
  regrades: readonly ListedRegrade[]
  /** the sitting whose list it is; null: of a question, in every exam */
  sittingId: string | null
  isOpen: boolean
}

/** Every change, also those that were taken back: nothing of it is forgotten. */
export function RegradeList({ regrades, sittingId, isOpen }: RegradeListProps) {
  const t = useT(texts)
  return (
    <section className="section mt-8" aria-labelledby="regrades">
      <h2 id="regrades">{t('list')}</h2>
      {regrades.length === 0 ? (
        <TableEmpty>{t('list.none')}</TableEmpty>
      ) : (
        <ul className="rows">
          {regrades.map((one) => (
            <RegradeRow key={one.id} one={one} isOwn={one.sittingId === sittingId} isOpen={isOpen} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RegradeRow({ one, isOwn, isOpen }: { one: ListedRegrade; isOwn: boolean; isOpen: boolean }) {
  const t = useT(texts)
  const locale = useLocale()
  const { change, undoneAt, undoneBy, madeBy, madeAt, changed, questionId } = one
  const isEverywhere = one.sittingId === null
  return (
    <li className="regrade-row" data-undone={undoneAt !== null || undefined}>
      <div>
        <p className="row-title">{rulingWords(t, change.ruling)}</p>
        <p className="row-note">
          <Link to={isEverywhere ? paths.regrade(questionId) : paths.question(questionId)} className="link">
            {t('list.question', { id: shownId(questionId) })}
          </Link>
          {one.onlyUpwards && ` · ${t('list.upwards')}`}
          {isEverywhere && ` · ${t('list.everywhere')}`}
        </p>
        <p className="row-note">
          {t('list.made', { name: madeBy, time: formatMoment(madeAt, locale), count: changed })}
        </p>
        <p className="row-note">{t('list.reason', { reason: one.reason })}</p>
        {undoneAt && undoneBy && (
          <p className="row-note">{t('list.undone', { name: undoneBy, time: formatMoment(undoneAt, locale) })}</p>
        )}
        {!undoneAt && !isOwn && <p className="row-note">{t('list.elsewhere')}</p>}
      </div>
      {!undoneAt && isOwn && isOpen && (
        <ConfirmForm
          label={t('undo')}
          icon="undo"
          question={t('undo.question')}
          confirmLabel={t('undo')}
          intent="undo"
          values={{ regradeId: one.id }}
        />
      )}
    </li>
  )
}

export type RegradeNewsKind = { readonly kind: 'applied' | 'undone'; readonly count: number }

type NewsProps = {
  news: RegradeNewsKind | null
  /** the question that was regraded, whose key lives on in the bank */
  questionId: string | null
  mayEdit: boolean
}

export function RegradeNews({ news, questionId, mayEdit }: NewsProps) {
  const t = useT(texts)
  if (!news) return null
  return (
    <div className="mt-4">
      <Notice tone="success" isNews>
        {t(`done.${news.kind}`, { count: news.count })}
        {news.kind === 'applied' && questionId && (
          <>
            {' '}
            {t('bank.note')}{' '}
            <Link to={mayEdit ? paths.editQuestion(questionId) : paths.question(questionId)} className="link">
              {t(mayEdit ? 'bank.edit' : 'bank.look')}
            </Link>
          </>
        )}
      </Notice>
    </div>
  )
}
