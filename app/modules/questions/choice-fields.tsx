import { useId } from 'react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { Button } from '~/ui/button.tsx'
import { FieldError, TextAreaField } from '~/ui/field.tsx'
import { useDraftField } from './form-place.tsx'
import { lettersOf } from './question.ts'
import { type ChoiceDraft, mostRows } from './question-draft.ts'

/** `path`: where the choice stands in the draft: «» or «items.2.» */
type ChoiceFieldsProps = { choice: ChoiceDraft; path: string }

export function ChoiceFields({ choice, path }: ChoiceFieldsProps) {
  const t = useT(bank)
  const field = useDraftField()
  return (
    <>
      <TextAreaField
        {...field(`${path}stem`)}
        label={t('field.stem')}
        help={path === '' ? t('field.stemHelp') : undefined}
        defaultValue={choice.stem}
        rows={4}
        lang="zh-CN"
      />
      <OptionFields choice={choice} path={path} />
      <TextAreaField
        {...field(`${path}explanation`)}
        label={t('field.explanation')}
        help={path === '' ? t('field.explanationHelp') : undefined}
        defaultValue={choice.explanation}
        rows={3}
        lang="zh-CN"
      />
    </>
  )
}

function OptionFields({ choice, path }: ChoiceFieldsProps) {
  const t = useT(bank)
  const id = useId()
  const { error } = useDraftField()(`${path}key`)
  const { kind, options } = choice
  const at = path.replace(/\.$/, '')
  const rows = `${path}options`
  return (
    <fieldset
      className="choice-group"
      aria-describedby={[error && `${id}-error`, `${id}-help`].filter(Boolean).join(' ')}
    >
      <legend>{t('field.options')}</legend>
      <p className="field-help" id={`${id}-help`}>
        {t(kind === 'multiple' ? 'field.optionsSome' : 'field.optionsOne')}
      </p>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <ol className="option-fields">
        {options.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its letter; the form is made anew when rows come or go
          <OptionRow key={index} choice={choice} path={path} index={index} />
        ))}
      </ol>
      {kind !== 'judgement' && (
        <div className="button-row">
          {options.length < mostRows.options && (
            <Button type="submit" kind="quiet" icon="plus" name="intent" value={`add:${rows}`}>
              {t('field.addOption')}
            </Button>
          )}
          <Button
            type="submit"
            kind="quiet"
            name="intent"
            value={`kind:${at}:${kind === 'single' ? 'multiple' : 'single'}`}
          >
            {t(kind === 'single' ? 'field.toMultiple' : 'field.toSingle')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function OptionRow({ choice, path, index }: ChoiceFieldsProps & { index: number }) {
  const t = useT(bank)
  const id = useId()
  const { name, error, autoFocus } = useDraftField()(`${path}options.${index}`)
  const { kind, options, key } = choice
  const letter = lettersOf([index])
  return (
    <li className="option-row">
      <label className="option-mark">
        <input
          type={kind === 'multiple' ? 'checkbox' : 'radio'}
          name={`${path}key`}
          value={index}
          defaultChecked={key.includes(String(index))}
          aria-label={t('field.right', { letter })}
        />
        <span aria-hidden="true">{letter}</span>
      </label>
      {kind === 'judgement' ? (
        <span lang="zh-CN">{options[index]}</span>
      ) : (
        <div>
          {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
          <textarea
            name={name}
            rows={1}
            className="input"
            lang="zh-CN"
            defaultValue={options[index]}
            maxLength={1000}
            aria-label={t('field.option', { letter })}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            // biome-ignore lint/a11y/noAutofocus: she asked for this row a moment ago and goes on in it
            autoFocus={autoFocus}
          />
        </div>
      )}
      {kind !== 'judgement' && options.length > 2 && (
        <Button type="submit" kind="quiet" icon="close" isIconOnly name="intent" value={`drop:${path}options.${index}`}>
          {t('field.dropOption', { letter })}
        </Button>
      )}
    </li>
  )
}
