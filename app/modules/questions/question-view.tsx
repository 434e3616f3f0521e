import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { type Choice, type Constructed, choicesOf, lettersOf, type QuestionBody } from './question.ts'
import { QuestionLine, QuestionText } from './question-text.tsx'

/** The question as a trainee meets it: nothing here says what is right. */
export function QuestionView({ body }: { body: QuestionBody }) {
  const t = useT(bank)
  if (body.kind === 'constructed') {
    return (
      <article className="question-view">
        <p className="question-kind">
          {t('kind.constructed')} · {t('question.outOf', { marks: body.outOf / 2 })}
        </p>
        <QuestionText text={body.stem} />
      </article>
    )
  }
  return (
    <article className="question-view">
      {body.kind === 'case' && (
        <>
          <p className="question-kind">{t('kind.case')}</p>
          <div className="question-case">
            <QuestionText text={body.stem} />
          </div>
        </>
      )}
      {choicesOf(body).map((choice, at) => (
        <ChoiceView
          // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes, and its questions have only their place
          key={at}
          choice={choice}
          number={body.kind === 'case' ? at + 1 : undefined}
        />
      ))}
    </article>
  )
}

function ChoiceView({ choice, number }: { choice: Choice; number?: number }) {
  const t = useT(bank)
  const { kind, stem, options } = choice
  return (
    <section className="question-choice">
      <p className="question-kind">
        {number !== undefined && `${t('question.item', { number })} · `}
        {t(`kind.${kind}`)} · {t(kind === 'multiple' ? 'question.chooseSome' : 'question.chooseOne')}
      </p>
      <QuestionText text={stem} />
      <ol className="question-options" aria-label={t('question.choices')}>
        {options.map((option, at) => (
          <li key={option}>
            <span className="question-letter">{lettersOf([at])}</span>
            <QuestionLine text={option} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Key, explanation, answer points: apart from the question, for those who write it. */
export function KeyView({ body }: { body: QuestionBody }) {
  if (body.kind === 'constructed') return <AnswerPoints body={body} />
  return (
    <div className="question-keys">
      {choicesOf(body).map((choice, at) => (
        <ChoiceKey
          // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes, and its questions have only their place
          key={at}
          choice={choice}
          number={body.kind === 'case' ? at + 1 : undefined}
        />
      ))}
    </div>
  )
}

function ChoiceKey({ choice: { key, options, explanation }, number }: { choice: Choice; number?: number }) {
  const t = useT(bank)
  return (
    <div>
      <p className="question-answer">
        {number !== undefined && `${t('question.item', { number })} `}
        {t('question.answer')} <strong>{lettersOf(key)}</strong>{' '}
        <span className="text-ink-2" lang="zh-CN">
          {key.map((at) => options[at]?.replace(/!\[([^\]]*)\]\(image:[0-9a-f]{64}\)/g, '$1')).join(t('separator'))}
        </span>
      </p>
      <QuestionText text={explanation} />
    </div>
  )
}

function AnswerPoints({ body }: { body: Constructed }) {
  const t = useT(bank)
  return (
    <div className="question-keys">
      <div>
        <h3>{t('question.answerPoints')}</h3>
        <ol className="answer-points">
          {body.answerPoints.map(({ text, halfPoints, accept }) => (
            <li key={text}>
              <QuestionLine text={text} />
              <span className="answer-points-marks">
                {t('question.marks', { marks: halfPoints / 2, count: halfPoints / 2 })}
              </span>
              {accept.length > 0 && (
                <span className="row-note">{t('question.accept', { list: accept.join(t('separator')) })}</span>
              )}
            </li>
          ))}
        </ol>
      </div>
      <div>
        <h3>{t('question.explanation')}</h3>
        <QuestionText text={body.explanation} />
      </div>
    </div>
  )
}
