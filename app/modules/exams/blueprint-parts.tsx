import { bank } from '~/i18n/bank.ts'
import { blueprints } from '~/i18n/blueprints.ts'
import { useT } from '~/i18n/messages.ts'
import { Button } from '~/ui/button.tsx'
import { Field, FieldError, SelectField } from '~/ui/field.tsx'
import { scoringRules } from './blueprint.ts'
import { mostParts, type PartDraft, partKinds } from './blueprint-draft.ts'

type PartFieldsProps = { parts: readonly PartDraft[]; errorOf: (name: string) => string | undefined }

/** A row for each kind of item: how many, worth what, scored how. */
export function PartFields({ parts, errorOf }: PartFieldsProps) {
  const t = useT(blueprints)
  const error = errorOf('parts')
  return (
    <fieldset className="choice-group" aria-describedby={error ? 'parts-error parts-help' : 'parts-help'}>
      <legend>{t('form.parts')}</legend>
      <p className="field-help" id="parts-help">
        {t('form.partsHelp')}
      </p>
      {error && <FieldError id="parts-error">{error}</FieldError>}
      <ol className="part-fields">
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number; the form is made anew when rows come or go
          <PartRow key={at} part={part} at={at} errorOf={errorOf} />
        ))}
      </ol>
      {parts.some(({ kind }) => kind === 'constructed') && <p className="field-help">{t('rule.byHand')}</p>}
      {parts.length < mostParts && (
        <div className="button-row">
          <Button type="submit" kind="quiet" icon="plus" name="intent" value="add:parts">
            {t('form.addPart')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function PartRow({ part, at, errorOf }: { part: PartDraft; at: number } & Pick<PartFieldsProps, 'errorOf'>) {
  const t = useT(blueprints)
  const say = useT(bank)
  const field = (name: 'kind' | 'count' | 'points' | 'rule') => ({
    ...{ name: `parts.${at}.${name}`, label: t(`form.${name}`), error: errorOf(`parts.${at}.${name}`) },
    defaultValue: part[name],
  })
  return (
    <li className="part-row">
      <SelectField {...field('kind')}>
        {partKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <Field {...field('count')} inputMode="numeric" maxLength={3} />
      <Field {...field('points')} inputMode="decimal" maxLength={5} />
      <SelectField {...field('rule')}>
        {scoringRules.map((rule) => (
          <option key={rule} value={rule}>
            {t(`rule.${rule}`)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" kind="quiet" icon="close" isIconOnly name="intent" value={`drop:parts.${at}`}>
        {t('form.dropPart', { number: at + 1 })}
      </Button>
    </li>
  )
}
