import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { blueprints } from '~/i18n/blueprints.ts'
import { useT } from '~/i18n/messages.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { ButtonRow, SubmitButton } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, FieldError, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import type { BlueprintDesk } from './blueprint-desk.server.ts'
import type { BlueprintDraft } from './blueprint-draft.ts'
import { PartFields } from './blueprint-parts.tsx'
import { ShortNote } from './subject-parts.tsx'
import { SupplyView } from './supply-view.tsx'

type BlueprintFormProps = {
  desk: BlueprintDesk
  base: string
  errors?: FieldErrors
  isRefused?: boolean
  isConflict?: boolean
}

/** The form of a blueprint. Rows come and go by submit buttons, so that it works without a script. */
export function BlueprintForm({ desk, base, errors, isRefused = false, isConflict = false }: BlueprintFormProps) {
  const t = useT(blueprints)
  const titleOf = useTitle()
  const { draft, editions } = desk
  const labels = useLabels(desk)
  const errorOf = useFieldErrors(errors)
  const field = (name: SingleField) => ({
    name,
    label: labels[name] ?? '',
    error: errorOf(name),
    defaultValue: draft[name],
  })
  return (
    <Form method="post" className="blueprint-form" noValidate preventScrollReset>
      {/* Enter in a field presses the first button: it saves, and drops no row. */}
      <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="base" value={base} />
      <ErrorSummary errors={errors} labels={labels} />
      {isConflict && (
        <Notice tone="warn" isNews>
          {t('edit.conflict')}
        </Notice>
      )}
      {isRefused && desk.supply && <ShortNote short={desk.supply.short} title={t('edit.refused')} />}
      <Field {...field('title')} help={t('form.titleHelp')} maxLength={60} autoComplete="off" />
      <Field {...field('titleEn')} maxLength={60} lang="en" autoComplete="off" isOptional />
      <div className="blueprint-pair">
        <Field {...field('year')} inputMode="numeric" maxLength={4} />
        <SelectField {...field('edition')} help={t('form.editionHelp')}>
          {editions.map((one) => (
            <option key={one.edition} value={one.edition}>
              {titleOf(one)}
            </option>
          ))}
        </SelectField>
        <Field {...field('minutes')} inputMode="numeric" maxLength={3} />
        <Field {...field('passLine')} inputMode="decimal" maxLength={5} />
      </div>
      <Field {...field('lawCutoff')} type="date" help={t('form.lawCutoffHelp')} />
      <PartFields parts={draft.parts} errorOf={errorOf} />
      <WeightFields desk={desk} errorOf={errorOf} />
      <ButtonRow>
        <SubmitButton intent="save">{t('form.save')}</SubmitButton>
        <SubmitButton intent="check" kind="plain">
          {t('form.check')}
        </SubmitButton>
      </ButtonRow>
      <SupplyView supply={desk.supply} chapters={desk.chapters} />
    </Form>
  )
}

type SingleField = Exclude<keyof BlueprintDraft, 'parts' | 'weights'>

function WeightFields({ desk, errorOf }: { desk: BlueprintDesk; errorOf: (name: string) => string | undefined }) {
  const t = useT(blueprints)
  const titleOf = useTitle()
  const error = errorOf('weights')
  return (
    <Group legend={t('form.weights')} help={t('form.weightsHelp')} error={error}>
      <div className="weight-fields">
        {desk.chapters.map((chapter) => (
          <Field
            key={chapter.no}
            name={`weights.${chapter.no}`}
            label={t('form.weight', { no: chapter.no, title: titleOf(chapter) })}
            error={errorOf(`weights.${chapter.no}`)}
            defaultValue={desk.draft.weights[String(chapter.no)] ?? ''}
            inputMode="decimal"
            maxLength={6}
          />
        ))}
      </div>
    </Group>
  )
}

function Group({
  legend,
  help,
  error,
  children,
}: {
  legend: string
  help: string
  error?: string
  children: ReactNode
}) {
  return (
    <fieldset className="choice-group" aria-describedby={error ? 'weights-error weights-help' : 'weights-help'}>
      <legend>{legend}</legend>
      <p className="field-help" id="weights-help">
        {help}
      </p>
      {error && <FieldError id="weights-error">{error}</FieldError>}
      {children}
    </fieldset>
  )
}

/** What each field is called in the summary of errors. */
function useLabels({ draft, chapters }: BlueprintDesk): Readonly<Record<string, string>> {
  const t = useT(blueprints)
  const titleOf = useTitle()
  const rows = draft.parts.flatMap((_, at) => {
    const row = t('form.part', { number: at + 1 })
    return [
      [`parts.${at}.count`, `${row} ${t('form.count')}`],
      [`parts.${at}.points`, `${row} ${t('form.points')}`],
      [`parts.${at}.rule`, `${row} ${t('form.rule')}`],
    ]
  })
  const shares = chapters.map((one) => [`weights.${one.no}`, t('form.weight', { no: one.no, title: titleOf(one) })])
  return {
    ...{ title: t('form.title'), titleEn: t('form.titleEn'), year: t('form.year'), edition: t('form.edition') },
    ...{ minutes: t('form.minutes'), passLine: t('form.passLine'), lawCutoff: t('form.lawCutoff') },
    ...{ parts: t('form.parts'), weights: t('form.weights') },
    ...Object.fromEntries([...rows, ...shares]),
  }
}
