import { useT } from '~/i18n/messages.ts'
import { practice } from '~/i18n/practice.ts'
import { dayOf, daysBetween } from '~/platform/calendar.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { CheckboxGroup } from '~/ui/choice.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import type { PracticeHome } from './practice.ts'
import type { StudyPlan } from './study.ts'

/** Why these questions today, how long they take, and that the rest is no debt. */
export function TodayNote({ today }: { today: PracticeHome['today'] }) {
  const t = useT(practice)
  return (
    <>
      {t(`today.${today.mode}`, { minutes: today.minutes })}
      {today.resting > 0 && ` ${t('today.resting', { count: today.resting })}`}
    </>
  )
}

type PlanFormProps = { plan: StudyPlan; now: Date; errors: FieldErrors | undefined }

/** When she sits, how much she gives a day, on which days she rests: what the queue of today aims at. */
export function PlanForm({ plan, now, errors }: PlanFormProps) {
  const t = useT(practice)
  const errorOf = useFieldErrors(errors)
  const left = plan.examOn ? daysBetween(dayOf(now), plan.examOn) : null
  return (
    <section className="section">
      <h2>{t('plan.title')}</h2>
      {left !== null && left > 0 && <p>{t('plan.countdown', { count: left })}</p>}
      <form method="post" className="stack max-w-measure">
        <Field
          type="date"
          name="examOn"
          label={t('plan.examOn')}
          help={t('plan.examOnHelp')}
          defaultValue={plan.examOn ?? ''}
          error={errorOf('examOn')}
        />
        <Field
          type="number"
          name="minutesADay"
          min={5}
          max={300}
          label={t('plan.minutes')}
          defaultValue={String(plan.minutesADay)}
          error={errorOf('minutesADay')}
        />
        <CheckboxGroup
          name="skipDays"
          legend={t('plan.skip')}
          isInline
          chosen={plan.skipDays.map(String)}
          error={errorOf('skipDays')}
          options={([1, 2, 3, 4, 5, 6, 0] as const).map((day) => ({
            value: String(day),
            label: t(`plan.weekday.${day}`),
          }))}
        />
        <SubmitButton intent="plan" kind="plain">
          {t('plan.save')}
        </SubmitButton>
      </form>
    </section>
  )
}
