import { Form, Link } from '@remix-run/react'
import type { ChangeEvent } from 'react'
import { formatDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { reviewQueue } from '~/i18n/review-queue.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { ticked, typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { FieldError, TextAreaField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import { KeyView, QuestionView } from './question-view.tsx'
import type { Decided, WaitingQuestion } from './review-queue.server.ts'
import { shownId } from './shown-id.ts'
import { subjects } from './subjects.ts'
import { useTitle } from './use-title.ts'
import { ChangeList } from './version-list.tsx'

type ReviewFormProps = { questions: readonly WaitingQuestion[]; errors?: FieldErrors; values?: FormValues }

/** Each question in full with its key, a box before it, and beneath them what is done with those that are ticked. */
export function ReviewForm({ questions, errors, values }: ReviewFormProps) {
  const t = useT(reviewQueue)
  const errorOf = useFieldErrors(errors)
  const chosen = ticked(values, 'chosen')
  const none = errorOf('chosen')
  return (
    <Form method="post" noValidate>
      <label className="choice scripted">
        <input type="checkbox" onChange={tickAll} />
        <span>{t('chooseAll')}</span>
      </label>
      <ol className="review-queue">
        {questions.map((question) => (
          <WaitingItem key={question.id} question={question} isChosen={chosen.includes(keyOf(question))} />
        ))}
      </ol>
      <fieldset className="review-acts">
        <legend>{t('acts')}</legend>
        {none && <FieldError id="chosen-error">{none}</FieldError>}
        <SubmitButton intent="approve">{t('approve')}</SubmitButton>
        <TextAreaField
          name="reason"
          label={t('reason')}
          help={t('reasonHelp')}
          error={errorOf('reason')}
          defaultValue={typed(values, 'reason')}
          maxLength={200}
          rows={2}
        />
        <SubmitButton intent="return" kind="plain">
          {t('return')}
        </SubmitButton>
      </fieldset>
    </Form>
  )
}

function keyOf({ id, number }: WaitingQuestion): string {
  return `${id}@${number}`
}

function tickAll({ currentTarget: { form, checked } }: ChangeEvent<HTMLInputElement>) {
  for (const box of form?.querySelectorAll<HTMLInputElement>('input[name="chosen"]') ?? []) box.checked = checked
}

function WaitingItem({ question, isChosen }: { question: WaitingQuestion; isChosen: boolean }) {
  const t = useT(reviewQueue)
  const locale = useLocale()
  const { id, number, subject, body, author, writtenAt, note, activeVersion, changes } = question
  const titleOf = useTitle()
  return (
    <li className="review-item">
      <div className="review-item-head">
        <label className="choice">
          <input
            type="checkbox"
            name="chosen"
            value={keyOf(question)}
            defaultChecked={isChosen}
            aria-label={t('choose', { id: shownId(id) })}
          />
          <span className="bank-id">{shownId(id)}</span>
        </label>
        <span>{titleOf(subjects[subject])}</span>
        <span>{t('version', { number })}</span>
        <span>{t('wrote', { name: author ?? '', day: formatDay(dayOf(writtenAt), locale) })}</span>
        <Link to={paths.question(id)} className="link">
          {t('open')}
        </Link>
      </div>
      {activeVersion !== null && <p className="row-note">{t('revised', { active: activeVersion, number })}</p>}
      {note && <p className="row-note">{t('note', { note })}</p>}
      {changes.length > 0 && <ChangeList changes={changes} />}
      <div className="staged-sides">
        <QuestionView body={body} />
        <KeyView body={body} />
      </div>
      <FactLine question={question} />
    </li>
  )
}

function FactLine({ question: { chapter, facts } }: { question: WaitingQuestion }) {
  const t = useT(reviewQueue)
  const titleOf = useTitle()
  const laws = facts.laws.map(({ name, article }) => name + article).join(' ')
  const parts = [
    chapter ? t('chapter', { no: chapter.no, title: titleOf(chapter) }) : t('noChapter'),
    t('difficulty', { level: facts.difficulty }),
    ...(facts.source ? [t('source', { source: facts.source })] : []),
    ...(laws ? [t('laws', { laws })] : []),
  ]
  return <p className="row-note">{parts.join(' · ')}</p>
}

/** How many were decided on, and each that was not, with why. */
export function DecidedNote({ decided, isApproval }: { decided: Decided; isApproval: boolean }) {
  const t = useT(reviewQueue)
  const { done, refused } = decided
  return (
    <Notice tone={refused.length > 0 ? 'warn' : 'success'} isNews>
      <p>{t(isApproval ? 'approved' : 'returned', { count: done })}</p>
      {refused.length > 0 && (
        <>
          <p>{t('refused', { count: refused.length })}</p>
          <ul>
            {refused.map(({ id, fault }) => (
              <li key={id}>
                <Link to={paths.question(id)} className="link">
                  {t(`fault.${fault}`, { id: shownId(id) })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
