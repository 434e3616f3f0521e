import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { diary as texts } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldFinding } from '~/modules/works/privacy-check.ts'
import { visibilities } from '~/modules/works/work.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { ButtonRow, SubmitButton } from '~/ui/button.tsx'
import { RadioGroup } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, SelectField, TextAreaField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { SaveState } from '~/ui/save-state.tsx'
import {
  ageBands,
  type DiaryEntry,
  type DiaryText,
  diaryCategories,
  diaryTemplates,
  diaryTexts,
  outcomes,
  peopleGroups,
  triages,
} from './diary.ts'
import { EntryFindings } from './entry-findings.tsx'
import { useSelfSaving } from './use-self-saving.ts'

type EntryFormProps = {
  /** where it is sent to */
  action: string
  workId: string
  seq: number
  entry: DiaryEntry
  /** it was returned: it is handed in again */
  isReturned: boolean
  findings: readonly FieldFinding[] | undefined
  errors: FieldErrors | undefined
  values: FormValues | undefined
}

/** An entry, saved by itself while she writes; without a script by its button. */
export function EntryForm({ action, workId, seq, entry, isReturned, findings, errors, values }: EntryFormProps) {
  const t = useT(texts)
  const form = useRef<HTMLFormElement>(null)
  const saving = useSelfSaving(form, action, seq)
  const errorOf = useFieldErrors(errors)
  const field = (name: FieldName, otherwise: string) => ({
    ...{ name, label: t(name), error: errorOf(name), defaultValue: typed(values, name, otherwise) },
  })
  const text = (name: DiaryText) => field(name, entry.texts[name])
  return (
    <Form ref={form} method="post" action={action} className="form" noValidate>
      <ErrorSummary errors={errors} labels={Object.fromEntries(fieldNames.map((name) => [name, t(name)]))} />
      <EntryFindings findings={findings ?? []} />
      <input type="hidden" name="workId" value={workId} />
      <input type="hidden" name="seq" defaultValue={seq + 1} />
      <fieldset className="stack">
        <legend>
          <h2>{t('form.about')}</h2>
        </legend>
        <Options {...field('template', entry.template)} values={diaryTemplates} say={(one) => t(`template.${one}`)} />
        <Field {...field('occurredOn', entry.occurredOn)} type="date" required />
        <Field {...field('community', entry.community)} help={t('communityHelp')} maxLength={60} required />
        <Options {...field('category', entry.category)} values={diaryCategories} say={(one) => t(`category.${one}`)} />
        <Field {...text('whom')} help={t('whomHelp')} maxLength={200} required />
        <Options {...field('group', entry.group)} values={peopleGroups} say={(one) => t(`group.${one}`)} />
        <Options {...field('ageBand', entry.ageBand)} values={ageBands} say={(one) => t(`ageBand.${one}`)} />
        <Field {...text('companions')} maxLength={200} isOptional />
      </fieldset>
      <fieldset className="stack">
        <legend>
          <h2>{t('form.text')}</h2>
        </legend>
        <TextAreaField {...text('problem')} help={t('problemHelp')} rows={6} maxLength={10_000} required />
        <TextAreaField {...text('asked')} rows={3} maxLength={10_000} isOptional />
        <TextAreaField {...text('handling')} help={t('handlingHelp')} rows={5} maxLength={10_000} required />
        <TextAreaField {...text('reflection')} help={t('reflectionHelp')} rows={6} maxLength={10_000} required />
      </fieldset>
      <fieldset className="stack">
        <legend>
          <h2>{t('form.handled')}</h2>
        </legend>
        <Options {...field('triage', entry.triage)} values={triages} say={(one) => t(`triage.${one}`)} />
        <Options {...field('outcome', entry.outcome)} values={outcomes} say={(one) => t(`outcome.${one}`)} />
        <Field {...field('dueOn', entry.dueOn ?? '')} type="date" isOptional />
        <TextAreaField {...text('followUp')} rows={3} maxLength={10_000} isOptional />
        <RadioGroup
          name="visibility"
          legend={t('visibility')}
          chosen={typed(values, 'visibility', entry.visibility)}
          options={visibilities.map((value) => ({
            ...{ value, label: t(`visibility.${value}`), help: t(`visibility.${value}Help`) },
          }))}
        />
      </fieldset>
      <ButtonRow>
        <SubmitButton intent="submit">{t(isReturned ? 'resubmit' : 'submit')}</SubmitButton>
        <SubmitButton kind="plain" intent="save">
          {t('save')}
        </SubmitButton>
        {saving && <SaveState state={saving} />}
      </ButtonRow>
    </Form>
  )
}

const factNames = [
  ...(['template', 'occurredOn', 'community', 'category', 'group', 'ageBand', 'triage', 'outcome', 'dueOn'] as const),
]
const fieldNames = [...factNames, ...diaryTexts]
type FieldName = (typeof fieldNames)[number]

type OptionsProps<Value extends string> = Omit<Parameters<typeof SelectField>[0], 'children'> & {
  values: readonly Value[]
  say: (value: Value) => string
}

function Options<Value extends string>({ values, say, ...field }: OptionsProps<Value>) {
  return (
    <SelectField {...field}>
      {values.map((value) => (
        <option key={value} value={value}>
          {say(value)}
        </option>
      ))}
    </SelectField>
  )
}
