import { Form } from '@remix-run/react'
import { desk as texts } from '~/i18n/desk.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { type Marks, rubrics } from '~/modules/works/rubric.ts'
import type { WorkKind } from '~/modules/works/work.ts'
import { paths } from '~/paths.ts'
import { ButtonRow, SubmitButton } from '~/ui/button.tsx'
import { Checkbox, RadioGroup } from '~/ui/choice.tsx'
import { Field } from '~/ui/field.tsx'

type DeskMarksProps = { workId: string; kind: WorkKind; marks: Marks; seq: number }

/** The rubric, and the decision: one form, so that nothing that was ticked is lost by deciding. */
export function DeskMarks({ workId, kind, marks, seq }: DeskMarksProps) {
  const [t, locale] = [useT(texts), useLocale()]
  return (
    <Form method="post" action={paths.deskWork(workId)} className="form desk-marks" preventScrollReset>
      <h2>{t('marks.title')}</h2>
      <input type="hidden" name="seq" value={seq + 1} />
      {rubrics[kind].map((criterion) => (
        <RadioGroup
          key={criterion.id}
          isInline
          name={`m.${criterion.id}`}
          legend={locale === 'en' ? criterion.en : criterion.zh}
          help={t('marks.outOf', { points: criterion.outOf / 2 })}
          chosen={marks[criterion.id]?.toString()}
          options={Array.from({ length: criterion.outOf + 1 }, (_, halfPoints) => ({
            ...{ value: String(halfPoints), label: t('marks.value', { points: halfPoints / 2 }) },
          }))}
        />
      ))}
      <SubmitButton kind="plain" intent="marks">
        {t('marks.save')}
      </SubmitButton>
      <h2>{t('decide.title')}</h2>
      <Checkbox name="isExcellent" value="yes" label={t('excellent')} />
      <Field name="reason" label={t('decide.reason')} help={t('decide.reasonHelp')} maxLength={500} isOptional />
      <ButtonRow>
        <SubmitButton intent="accept">{t('decide.accept')}</SubmitButton>
        <SubmitButton kind="plain" intent="return">
          {t('decide.return')}
        </SubmitButton>
        <SubmitButton kind="danger" intent="fail">
          {t('decide.fail')}
        </SubmitButton>
      </ButtonRow>
    </Form>
  )
}
