import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { Button } from '~/ui/button.tsx'
import { FieldError, TextAreaField } from '~/ui/field.tsx'
import { ChoiceFields } from './choice-fields.tsx'
import { useDraftField } from './form-place.tsx'
import { mostRows, type QuestionDraft } from './question-draft.ts'

/** 案例题: one text, several questions about it. */
export function CaseFields({ draft }: { draft: QuestionDraft }) {
  const t = useT(bank)
  const field = useDraftField()
  const { error } = field('items')
  return (
    <>
      <TextAreaField
        {...field('stem')}
        label={t('field.caseStem')}
        help={t('field.stemHelp')}
        defaultValue={draft.stem}
        rows={8}
        lang="zh-CN"
      />
      {error && <FieldError id="items">{error}</FieldError>}
      {draft.items.map((item, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a question of a case is its number; the form is made anew when rows come or go
          key={at}
          className="case-item"
        >
          <legend>{t('field.item', { number: at + 1, kind: t(`kind.${item.kind}`) })}</legend>
          <input type="hidden" name={`items.${at}.kind`} value={item.kind} />
          <ChoiceFields choice={item} path={`items.${at}.`} />
          {draft.items.length > 1 && (
            <Button type="submit" kind="quiet" icon="close" name="intent" value={`drop:items.${at}`}>
              {t('field.dropItem', { number: at + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {draft.items.length < mostRows.items && (
        <div className="button-row">
          <Button type="submit" icon="plus" name="intent" value="add:items:single">
            {t('field.addSingle')}
          </Button>
          <Button type="submit" icon="plus" name="intent" value="add:items:multiple">
            {t('field.addMultiple')}
          </Button>
          <Button type="submit" icon="plus" name="intent" value="add:items:judgement">
            {t('field.addJudgement')}
          </Button>
        </div>
      )}
    </>
  )
}
