import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { Button } from '~/ui/button.tsx'
import { Field, FieldError, TextAreaField } from '~/ui/field.tsx'
import { useDraftField } from './form-place.tsx'
import { mostRows, type QuestionDraft } from './question-draft.ts'

/** 主观题: marked by what its answer should say. */
export function ConstructedFields({ draft }: { draft: QuestionDraft }) {
  const t = useT(bank)
  const field = useDraftField()
  const { error } = field('answerPoints')
  return (
    <>
      <TextAreaField
        {...field('stem')}
        label={t('field.stem')}
        help={t('field.stemHelp')}
        defaultValue={draft.stem}
        rows={8}
        lang="zh-CN"
      />
      <fieldset className="choice-group">
        <legend>{t('field.answerPoints')}</legend>
        <p className="field-help">{t('field.answerPointsHelp')}</p>
        {error && <FieldError id="answer-points-error">{error}</FieldError>}
        <ol className="answer-point-fields">
          {draft.answerPoints.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer point is its number; the form is made anew when rows come or go
            <AnswerPointRow key={at} draft={draft} at={at} />
          ))}
        </ol>
        {draft.answerPoints.length < mostRows.answerPoints && (
          <div className="button-row">
            <Button type="submit" kind="quiet" icon="plus" name="intent" value="add:answerPoints">
              {t('field.addAnswerPoint')}
            </Button>
          </div>
        )}
      </fieldset>
      <Field
        {...field('outOf')}
        label={t('field.outOf')}
        help={t('field.outOfHelp')}
        inputMode="decimal"
        defaultValue={draft.outOf}
        maxLength={6}
      />
      <TextAreaField
        {...field('explanation')}
        label={t('field.explanation')}
        defaultValue={draft.explanation}
        rows={4}
        lang="zh-CN"
      />
    </>
  )
}

function AnswerPointRow({ draft, at }: { draft: QuestionDraft; at: number }) {
  const t = useT(bank)
  const field = useDraftField()
  const point = draft.answerPoints[at]
  const number = at + 1
  return (
    <li className="answer-point-row">
      <TextAreaField
        {...field(`answerPoints.${at}.text`)}
        label={t('field.answerPoint', { number })}
        defaultValue={point?.text}
        rows={2}
        lang="zh-CN"
      />
      <Field
        {...field(`answerPoints.${at}.marks`)}
        label={t('field.marks')}
        inputMode="decimal"
        defaultValue={point?.marks}
        maxLength={6}
      />
      <TextAreaField
        name={`answerPoints.${at}.accept`}
        label={t('field.accept')}
        defaultValue={point?.accept}
        rows={2}
        lang="zh-CN"
        isOptional
      />
      {draft.answerPoints.length > 1 && (
        <Button type="submit" kind="quiet" icon="close" name="intent" value={`drop:answerPoints.${at}`}>
          {t('field.dropAnswerPoint', { number })}
        </Button>
      )}
    </li>
  )
}
