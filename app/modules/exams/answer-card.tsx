import type { MouseEvent, ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { sitting as texts } from '~/i18n/sitting.ts'
import type { CardItem } from './sitting-page.ts'

export type CardMarks = Readonly<
  Record<string, { readonly isAnswered: boolean; readonly isMarked: boolean; readonly isWaiting: boolean }>
>
export type CardCounts = {
  readonly answered: number
  readonly blank: readonly number[]
  readonly marked: readonly number[]
}

export function countCard(items: readonly CardItem[], marks: CardMarks): CardCounts {
  return {
    answered: items.filter(({ itemId }) => marks[itemId]?.isAnswered).length,
    blank: items.filter(({ itemId }) => !marks[itemId]?.isAnswered).map(({ number }) => number),
    marked: items.filter(({ itemId }) => marks[itemId]?.isMarked).map(({ number }) => number),
  }
}

type AnswerCardProps = {
  items: readonly CardItem[]
  marks: CardMarks
  /** index of the question in view; null when the whole paper is */
  current: number | null
  onGo: (at: number) => void
  children: ReactNode
}

/** 答题卡: where she is, what is blank, answered, marked, and not yet on the server. */
export function AnswerCard({ items, marks, current, onGo, children }: AnswerCardProps) {
  const t = useT(texts)
  const counts = countCard(items, marks)
  const parts = [...new Set(items.map(({ part }) => part))]
  const go = (event: MouseEvent, at: number) => {
    event.preventDefault()
    onGo(at)
  }
  const stateOf = (itemId: string, at: number) => {
    const mark = marks[itemId]
    const words = [t(mark?.isAnswered ? 'card.answered' : 'card.blank')]
    if (mark?.isMarked) words.push(t('card.marked'))
    if (at === current) words.push(t('card.current'))
    return words.join('，')
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
            {items.map(({ itemId, number, part: own }, at) =>
              own === part ? (
                <li key={itemId}>
                  <a
                    href={`#q-${itemId}`}
                    aria-label={t('card.item', { number, state: stateOf(itemId, at) })}
                    aria-current={at === current ? 'true' : undefined}
                    data-answered={marks[itemId]?.isAnswered || undefined}
                    data-marked={marks[itemId]?.isMarked || undefined}
                    data-waiting={marks[itemId]?.isWaiting || undefined}
                    onClick={(event) => go(event, at)}
                  >
                    {number}
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
