import { Form } from '@remix-run/react'
import type { FormEvent } from 'react'
import { formatDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { practice } from '~/i18n/practice.ts'
import { inlineHtml, questionHtml } from '~/modules/questions/question-html.ts'
import { paths } from '~/paths.ts'
import { LinkButton } from '~/ui/button.tsx'
import { RoadEnds } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Icon } from '~/ui/icon.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { AnsweredQuestion, AskedQuestion } from './practice.ts'
import { type Confidence, confidences } from './review-log.ts'
import { type ErrorCause, errorCauses, type UntilOut } from './wrong-book.ts'

/** What a question says, as HTML that question-html.ts has escaped. */
function Said({ text, className }: { text: string; className: string }) {
  return (
    <div
      className={className}
      lang="zh-CN"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: question-html.ts escapes whatever a question says
      dangerouslySetInnerHTML={{ __html: questionHtml(text, paths.picture) }}
    />
  )
}

function OptionText({ text }: { text: string }) {
  return (
    <span
      className="exam-option-text"
      lang="zh-CN"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: question-html.ts escapes whatever a question says
      dangerouslySetInnerHTML={{ __html: inlineHtml(text, paths.picture) }}
    />
  )
}

type AskedProps = {
  question: AskedQuestion
  since: number
  isEmpty: boolean
  /** where the form goes when it is not this page */
  to?: string
  /** takes the answer instead of sending it: without a network there is nowhere to send it */
  onAnswer?: (picked: readonly number[], confidence: Confidence) => void
}

/** One question: choose, then one tap says how sure she is and sends it. */
export function AskedView({ question, since, isEmpty, to, onAnswer }: AskedProps) {
  const t = useT(practice)
  const take = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    const said = submitter instanceof HTMLButtonElement && confidences.find((one) => one === submitter.value)
    if (!onAnswer || !said) return
    event.preventDefault()
    onAnswer(new FormData(event.currentTarget).getAll('pick').map(Number), said)
  }
  return (
    <Form method="post" action={to} onSubmit={take} className="practice">
      <input type="hidden" name="question" value={question.questionId} />
      <input type="hidden" name="version" value={question.version} />
      <input type="hidden" name="part" value={question.part} />
      <input type="hidden" name="since" value={since} />
      <input type="hidden" name="intent" value="answer" />
      <p className="exam-kind">{t(`kind.${question.kind}`)}</p>
      {question.caseStem && <Said text={question.caseStem} className="exam-case" />}
      <fieldset className="exam-options">
        <legend>
          <Said text={question.stem} className="exam-stem" />
        </legend>
        {question.options.map((option, at) => (
          <label className="exam-option" key={option}>
            <input type={question.kind === 'multiple' ? 'checkbox' : 'radio'} name="pick" value={at} />
            <span className="exam-letter">{String.fromCharCode(65 + at)}</span>
            <OptionText text={option} />
          </label>
        ))}
      </fieldset>
      {isEmpty && (
        <Notice tone="warn" isNews>
          {t('answer.none')}
        </Notice>
      )}
      <fieldset className="confidence">
        <legend>{t('confidence.legend')}</legend>
        {confidences.map((confidence) => (
          <button
            key={confidence}
            type="submit"
            name="confidence"
            value={confidence}
            className="button"
            data-kind="plain"
          >
            {t(`confidence.${confidence}`)}
          </button>
        ))}
      </fieldset>
    </Form>
  )
}

type AnsweredProps = { answered: AnsweredQuestion; nextPath: string }

type Explained = Pick<
  AnsweredQuestion,
  'right' | 'confidence' | 'caseStem' | 'stem' | 'options' | 'key' | 'picked' | 'explanation'
>

/** The verdict, the key beside her answer, and why. */
export function Explanation({ answered }: { answered: Explained }) {
  const t = useT(practice)
  return (
    <>
      <Notice tone={answered.right ? 'success' : 'warn'} title={t(answered.right ? 'right' : 'wrong')} isNews>
        {answered.right && answered.confidence !== 'sure' && t(`right.${answered.confidence}`)}
        {!answered.right && answered.confidence === 'sure' && t('wrong.sure')}
      </Notice>
      {answered.caseStem && <Said text={answered.caseStem} className="exam-case" />}
      <Said text={answered.stem} className="exam-stem" />
      <ul className="result-options">
        {answered.options.map((option, at) => {
          const [isKey, isPicked] = [answered.key.includes(at), answered.picked.includes(at)]
          return (
            <li key={option} data-key={isKey || undefined} data-picked={isPicked || undefined}>
              <b className="exam-letter">{String.fromCharCode(65 + at)}</b>
              <OptionText text={option} />
              <span className="result-sign">
                {[isKey && t('key'), isPicked && t('yours')].filter(Boolean).join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
      <div className="result-explanation">
        <p className="result-sign">{t('explanation')}</p>
        <Said text={answered.explanation} className="exam-stem" />
      </div>
    </>
  )
}

/** All that, what it tests, and one tap on why it went wrong. */
export function AnsweredView({ answered, nextPath }: AnsweredProps) {
  const t = useT(practice)
  const locale = useLocale()
  return (
    <article className="practice">
      <Explanation answered={answered} />
      <ul className="point-list">
        <li className="result-sign">{t('tested')}</li>
        {answered.points.map(({ id, title }) => (
          <li key={id}>
            <a className="link" href={paths.search(title)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      {!answered.right && <Cause answered={answered} />}
      <div className="practice-acts">
        <LinkButton kind="primary" to={nextPath}>
          {t('next')}
        </LinkButton>
        <Favourite answered={answered} />
      </div>
      {answered.untilOut && <UntilOutNote until={answered.untilOut} />}
      <p className="text-ink-2">
        {answered.nextLookOn ? t('nextLook', { day: formatDay(answered.nextLookOn, locale) }) : t('noNextLook')}
      </p>
    </article>
  )
}

/** How much is missing until the question leaves the wrong-answer book. */
export function UntilOutNote({ until: { missing, countsToday } }: { until: UntilOut }) {
  const t = useT(practice)
  return (
    <p className="practice-acts">
      <Tag>{t('inBook')}</Tag>
      <span>
        {missing === 1 ? t('until.one') : t('until.more', { count: missing })}
        {!countsToday && t('until.notToday')}
      </span>
    </p>
  )
}

function Cause({ answered }: { answered: AnsweredQuestion }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="cause" />
      <input type="hidden" name="answer" value={answered.answerId} />
      <CauseButtons said={answered.cause} />
    </Form>
  )
}

type CauseProps = { said: ErrorCause | null; onSay?: (cause: ErrorCause) => void }

/** Why it went wrong, in one tap: submits the form around it, or tells whoever wants to know. */
export function CauseButtons({ said, onSay }: CauseProps) {
  const t = useT(practice)
  return (
    <fieldset className="confidence">
      <legend>{t('cause.legend')}</legend>
      {errorCauses.map((cause) => (
        <button
          key={cause}
          type={onSay ? 'button' : 'submit'}
          name="cause"
          value={cause}
          className="button"
          data-kind="plain"
          aria-pressed={said === cause}
          onClick={onSay && (() => onSay(cause))}
        >
          {said === cause && <Icon name="check" />}
          {t(`cause.${cause}`)}
        </button>
      ))}
    </fieldset>
  )
}

function Favourite({ answered }: { answered: AnsweredQuestion }) {
  const t = useT(practice)
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="favourite" />
      <input type="hidden" name="answer" value={answered.answerId} />
      <input type="hidden" name="question" value={answered.questionId} />
      <button
        type="submit"
        name="wants"
        value={answered.isFavourite ? 'no' : 'yes'}
        className="button"
        data-kind="quiet"
      >
        {t(answered.isFavourite ? 'favourite.remove' : 'favourite.add')}
      </button>
    </Form>
  )
}

export function SetEmpty({ to, isFavourites = false }: { to: string; isFavourites?: boolean }) {
  const t = useT(practice)
  return (
    <EmptyState
      drawing={<RoadEnds />}
      title={t(isFavourites ? 'empty.favourites' : 'empty.title')}
      act={<LinkButton to={to}>{t('empty.act')}</LinkButton>}
    >
      {t(isFavourites ? 'empty.favouritesText' : 'empty.text')}
    </EmptyState>
  )
}
