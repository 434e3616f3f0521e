import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { useDraftField } from './form-place.tsx'
import { mostRows, type QuestionDraft } from './question-draft.ts'

export function LawFields({ draft }: { draft: QuestionDraft }) {
  const t = useT(bank)
  const field = useDraftField()
  return (
    <fieldset className="choice-group">
      <legend>{t('field.laws')}</legend>
      <p className="field-help">{t('field.lawsHelp')}</p>
      <ol className="law-fields">
        {draft.laws.map((law, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a law is its number; the form is made anew when rows come or go
            key={at}
            className="law-row"
          >
            <Field
              {...field(`laws.${at}.name`)}
              label={t('field.lawName')}
              defaultValue={law.name}
              maxLength={200}
              lang="zh-CN"
            />
            <Field
              {...field(`laws.${at}.article`)}
              label={t('field.article')}
              defaultValue={law.article}
              maxLength={80}
              lang="zh-CN"
              isOptional
            />
            <Field
              {...field(`laws.${at}.validFrom`)}
              type="date"
              label={t('field.validFrom')}
              defaultValue={law.validFrom}
              isOptional
            />
            <Field
              {...field(`laws.${at}.validTo`)}
              type="date"
              label={t('field.validTo')}
              defaultValue={law.validTo}
              isOptional
            />
            <Button type="submit" kind="quiet" icon="close" name="intent" value={`drop:laws.${at}`}>
              {t('field.dropLaw', { number: at + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      {draft.laws.length < mostRows.laws && (
        <div className="button-row">
          <Button type="submit" kind="quiet" icon="plus" name="intent" value="add:laws">
            {t('field.addLaw')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
