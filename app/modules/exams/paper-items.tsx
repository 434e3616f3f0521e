import type { ReactNode } from 'react'
import { bank } from '~/i18n/bank.ts'
import { formatDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { papers } from '~/i18n/papers.ts'
import { lettersOf } from '~/modules/questions/question.ts'
import { QuestionLine, QuestionText } from '~/modules/questions/question-text.tsx'
import { useTitle } from '~/modules/questions/use-title.ts'
import { dayOf } from '~/platform/calendar.ts'
import type { StaffItem } from './paper-items.server.ts'
import { readableScore } from './readable-score.ts'

type PaperItemsProps = {
  items: readonly StaffItem[]
  /** what can be done with a question, on the first of its items */
  actOf?: (item: StaffItem) => ReactNode
}

/** Items as staff read them: with key, explanation and how often each was used. */
export function PaperItems({ items, actOf }: PaperItemsProps) {
  return (
    <ol className="paper-items">
      {items.map((item, at) => (
        <PaperItem
          key={item.itemId}
          item={item}
          act={items[at - 1]?.questionId === item.questionId ? undefined : actOf?.(item)}
        />
      ))}
    </ol>
  )
}

function PaperItem({ item, act }: { item: StaffItem; act: ReactNode }) {
  const t = useT(papers)
  const say = useT(bank)
  const { number, kind, halfPoints, stem, caseStem, options, key, explanation, answerPoints } = item
  const right = new Set(key)
  return (
    <li className="paper-item">
      <div className="paper-item-head">
        <h3>{t('item.number', { number })}</h3>
        <span className="question-kind">
          {say(`kind.${kind}`)} · {t('item.points', { points: readableScore(halfPoints), count: halfPoints / 2 })}
        </span>
        {act}
      </div>
      {caseStem !== null && (
        <div className="question-case">
          <QuestionText text={caseStem} />
        </div>
      )}
      <QuestionText text={stem} />
      {options.length > 0 && (
        <ol className="paper-options">
          {options.map((option, at) => (
            <li key={option} data-right={right.has(at) || undefined}>
              <span className="question-letter">{lettersOf([at])}</span>
              <QuestionLine text={option} />
            </li>
          ))}
        </ol>
      )}
      {key.length > 0 && (
        <p className="question-answer">
          {t('item.key')} <strong>{lettersOf(key)}</strong>
        </p>
      )}
      {answerPoints.length > 0 && (
        <>
          <p className="question-kind">{t('item.answerPoints')}</p>
          <ol className="answer-points">
            {answerPoints.map((one) => (
              <li key={one.text}>
                <QuestionLine text={one.text} />
                <span className="answer-points-marks">
                  {t('item.points', { points: readableScore(one.halfPoints), count: one.halfPoints / 2 })}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {explanation && (
        <details className="paper-explanation">
          <summary>{t('item.explanation')}</summary>
          <QuestionText text={explanation} />
        </details>
      )}
      <ItemFactsLine item={item} />
    </li>
  )
}

function ItemFactsLine({ item: { chapter, difficulty, usage } }: { item: StaffItem }) {
  const t = useT(papers)
  const locale = useLocale()
  const titleOf = useTitle()
  return (
    <p className="row-note">
      {chapter && `${t('item.chapter', { no: chapter.no, title: titleOf(chapter) })} · `}
      {t('item.difficulty', { level: difficulty })}
      {' · '}
      {usage ? t('item.used', { count: usage.papers, day: formatDay(dayOf(usage.lastAt), locale) }) : t('item.unused')}
    </p>
  )
}
