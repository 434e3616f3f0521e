import { Form } from '@remix-run/react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { paths } from '~/paths.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { ButtonRow, LinkButton, SubmitButton } from '~/ui/button.tsx'
import { RadioGroup } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import { fixedPaperChoice } from './sitting-papers.ts'
import type { SittingSources } from './sittings.server.ts'
import { ShortNote } from './subject-parts.tsx'
import type { Short } from './whole-questions.ts'

/** Why no papers could be drawn. */
export type DrawFailure =
  | { readonly kind: 'short'; readonly short: readonly Short[]; readonly forms: number }
  | { readonly kind: 'unequal'; readonly forms: number }

type SittingFormProps = {
  cohortId: string
  sources: SittingSources
  /** what the form begins with: «2026-11-23T09:00» */
  defaults: { opensAt: string; closesAt: string }
  errors: FieldErrors | undefined
  values: FormValues | undefined
  failure: DrawFailure | undefined
}

export function SittingForm({ cohortId, sources, defaults, errors, values, failure }: SittingFormProps) {
  const t = useT(texts)
  const errorOf = useFieldErrors(errors)
  const labels = {
    ...{ title: t('form.title'), blueprintId: t('form.subject'), opensAt: t('form.opensAt') },
    ...{ closesAt: t('form.closesAt'), minutes: t('form.minutes'), attempts: t('form.attempts') },
    ...{ forms: t('form.forms'), releaseAt: t('form.releaseTime'), release: t('form.release') },
  }
  const field = (name: keyof typeof labels, otherwise = '') => ({
    ...{ name, label: labels[name], error: errorOf(name), defaultValue: typed(values, name, otherwise) },
  })
  return (
    <Form method="post" action={paths.cohortSittings(cohortId, { add: 1 })} className="form mt-6" noValidate>
      <ErrorSummary errors={errors} labels={labels} />
      {failure?.kind === 'short' && (
        <ShortNote short={failure.short} title={t('form.short', { count: failure.forms })} />
      )}
      {failure?.kind === 'unequal' && <Notice tone="warn" isNews title={t('form.unequal', { count: failure.forms })} />}
      <Field {...field('title')} help={t('form.titleHelp')} maxLength={60} autoComplete="off" required />
      <SelectField {...field('blueprintId')} help={t('form.paperHelp')} required>
        <SourceOptions sources={sources} />
      </SelectField>
      <div className="sitting-window">
        <Field {...field('opensAt', defaults.opensAt)} type="datetime-local" required />
        <Field {...field('closesAt', defaults.closesAt)} type="datetime-local" required />
        <p className="field-help">{t('form.windowHelp')}</p>
      </div>
      <Field {...field('minutes')} inputMode="numeric" help={t('form.minutesHelp')} isOptional />
      <SelectField {...field('attempts', '1')}>
        {['1', '2', '3'].map((count) => (
          <option key={count} value={count}>
            {t('fact.times', { count })}
          </option>
        ))}
      </SelectField>
      <SelectField {...field('forms', '1')} help={t('form.formsHelp')}>
        {['1', '2', '3'].map((count) => (
          <option key={count} value={count}>
            {t('form.formsCount', { count })}
          </option>
        ))}
      </SelectField>
      <RadioGroup
        name="release"
        legend={labels.release}
        chosen={typed(values, 'release', 'at')}
        error={errorOf('release')}
        options={[
          { value: 'at', label: t('form.releaseAt') },
          { value: 'now', label: t('form.releaseNow'), help: t('form.releaseNowHelp') },
        ]}
      />
      <Field {...field('releaseAt', defaults.closesAt)} type="datetime-local" />
      <ButtonRow>
        <SubmitButton intent="create">{t('form.create')}</SubmitButton>
        <LinkButton kind="quiet" to={paths.cohortSittings(cohortId)}>
          {t('form.back')}
        </LinkButton>
      </ButtonRow>
    </Form>
  )
}

function SourceOptions({ sources: { blueprints, fixed } }: { sources: SittingSources }) {
  const t = useT(texts)
  const locale = useLocale()
  const drawn = (isOfficial: boolean) =>
    blueprints
      .filter((one) => one.isOfficial === isOfficial)
      .map(({ id, title, titleEn, minutes }) => ({
        ...{ value: id, label: t('subject.minutes', { subject: locale === 'en' ? titleEn : title, minutes }) },
      }))
  const kept = fixed.map(({ id, title, minutes, forms, sittings }) => ({
    value: fixedPaperChoice(id),
    label: t(sittings > 0 ? 'paper.keptUsed' : 'paper.kept', { title, minutes, forms, sittings }),
  }))
  const groups = [
    { label: t('paper.official'), options: drawn(true) },
    { label: t('paper.own'), options: drawn(false) },
    { label: t('paper.fixed'), options: kept },
  ]
  return groups
    .filter(({ options }) => options.length > 0)
    .map(({ label, options }) => (
      <optgroup key={label} label={label}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </optgroup>
    ))
}
