import { Form } from '@remix-run/react'
import { formatMoment } from '~/i18n/format.ts'
import { handed as texts } from '~/i18n/handed.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { QuestionText } from '~/modules/questions/question-text.tsx'
import { paths } from '~/paths.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import type { HandedRow, OpenedAnswer } from './handed-answer.ts'
import { readableScore } from './readable-score.ts'

type HandedListProps = {
  person: { readonly id: string; readonly name: string }
  rows: readonly HandedRow[]
}

/** 请你看的答题: those that wait first. Opening is an act, because she is told of it. */
export function HandedList({ person, rows }: HandedListProps) {
  const t = useT(texts)
  const { name } = person
  return (
    <section className="section" id="handed" aria-labelledby="handed-title">
      <h2 id="handed-title">{t('title')}</h2>
      {rows.length === 0 ? (
        <p>{t('empty', { name })}</p>
      ) : (
        <>
          <p className="row-note">{t('lead', { name })}</p>
          <ul className="rows">
            {rows.map((row) => (
              <HandedLine key={row.id} personId={person.id} row={row} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function HandedLine({ personId, row }: { personId: string; row: HandedRow }) {
  const t = useT(texts)
  const locale = useLocale()
  const path = paths.handedAnswer(personId, row.id)
  const named = { paper: locale === 'en' ? row.title.en : row.title.zh, number: row.number }
  return (
    <li className="regrade-row">
      <div>
        <span className="row-title">{t('item', named)}</span>
        <span className="row-note">
          {t('handedAt', { time: formatMoment(row.handedAt, locale) })} ·{' '}
          {row.seenAt ? t('seen', { time: formatMoment(row.seenAt, locale) }) : <b>{t('waiting')}</b>}
        </span>
      </div>
      {row.seenAt ? (
        <LinkButton to={path} kind="quiet" aria-label={t('again.of', named)}>
          {t('again')}
        </LinkButton>
      ) : (
        <OpenForm path={path} label={t('open.of', named)} />
      )}
    </li>
  )
}

export function OpenForm({
  path,
  label,
  kind = 'plain',
}: {
  path: string
  label?: string
  kind?: 'plain' | 'primary'
}) {
  const t = useT(texts)
  return (
    <Form method="post" action={path}>
      <SubmitButton intent="open" kind={kind} aria-label={label}>
        {t('open')}
      </SubmitButton>
    </Form>
  )
}

/** What she was asked, what she wrote, what a marker looks for, and what she gave herself: to be read. */
export function HandedReading({ answer, name }: { answer: OpenedAnswer; name: string }) {
  const t = useT(texts)
  const { stem, text, answerPoints, given, outOf } = answer
  return (
    <div className="handed-reading">
      <section className="section" aria-labelledby="stem">
        <h2 id="stem">{t('page.stem')}</h2>
        <QuestionText text={stem} />
      </section>
      <section className="section" aria-labelledby="answer">
        <h2 id="answer">{t('page.answer')}</h2>
        <div className="exam-case">{text.trim() ? <QuestionText text={text} /> : <p>{t('page.noText')}</p>}</div>
      </section>
      <section className="section" aria-labelledby="points">
        <h2 id="points">{t('page.points')}</h2>
        {given !== null && (
          <p>
            <b>{t('page.given', { points: readableScore(given), outOf: readableScore(outOf) })}</b>
          </p>
        )}
        <p className="row-note">{given === null ? t('page.notGiven') : t('page.pointsLead', { name })}</p>
        <ol className="answer-points">
          {answerPoints.map((point, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes, and its answer points have only their place
            <li key={at}>
              <span lang="zh-CN">{point.text}</span>
              <span className="answer-points-marks">
                {t('page.worth', { points: readableScore(point.halfPoints) })}
                {point.isTicked && ` · ✓ ${t('page.ticked')}`}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
