import type { MouseEvent, ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { sitting as texts } from '~/i18n/sitting.ts'
import { type CardCell, summaryOf } from './answer-card.ts'
import type { CardItem } from './sitting-page.ts'

type AnswerCardProps = {
  items: readonly CardItem[]
  /** one for each item, in the same order */
  cells: readonly CardCell[]
  onGo: (at: number) => void
  children: ReactNode
}

/** 答题卡: where she is, what is blank, answered, marked, and not yet on the server. */
export function AnswerCard({ items, cells, onGo, children }: AnswerCardProps) {
  const t = useT(texts)
  const counts = summaryOf(cells)
  const parts = [...new Set(items.map(({ part }) => part))]
  const go = (event: MouseEvent, at: number) => {
    event.preventDefault()
    onGo(at)
  }
  const stateOf = ({ isAnswered, isMarked, isCurrent }: CardCell) => {
    const words = [t(isAnswered ? 'card.answered' : 'card.blank')]
    if (isMarked) words.push(t('card.marked'))
    if (isCurrent) words.push(t('card.current'))
    return words.join(t('card.comma'))
  }
  return (
    <section id="card" className="section" aria-labelledby="card-title">
      <h2 id="card-title">{t('card')}</h2>
      <p>
        {t('card.summary', { answered: counts.answered, blank: counts.blank.length, marked: counts.marked.length })}
      </p>
      {children}
      {parts.map((part) => (
        <div key={part}>
          <p className="card-part">{t(`kind.${items.find((item) => item.part === part)?.kind ?? 'single'}`)}</p>
          <ol className="answer-card">
            {cells.map((cell, at) =>
              items[at]?.part === part ? (
                <li key={cell.number}>
                  <a
                    href={`#q-${cell.number}`}
                    aria-label={t('card.item', { number: cell.number, state: stateOf(cell) })}
                    aria-current={cell.isCurrent ? 'true' : undefined}
                    data-answered={cell.isAnswered || undefined}
                    data-marked={cell.isMarked || undefined}
                    data-waiting={cell.saving !== 'saved' || undefined}
                    onClick={(event) => go(event, at)}
                  >
                    {cell.number}
                  </a>
                </li>
              ) : null,
            )}
          </ol>
        </div>
      ))}
      <p className="exam-keys">{t('keys')}</p>
    </section>
  )
}
