import { Form } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { type Level, levels, subjectCodes, subjects } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { ButtonRow, LinkButton, SubmitButton } from '~/ui/button.tsx'
import { RadioGroup } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { firstYear, recordStates, type StandingCertificate, type StandingRecord } from './real-exam.ts'
import { subjectsOf } from './two-years.ts'

type Refused = { errors: FieldErrors | undefined; values: FormValues | undefined }

type OwnRecordFormProps = Refused & {
  examYear: number
  /** what is corrected */
  record: StandingRecord | null
  /** the subject whose line she came from */
  subject: string | null
}

export function OwnRecordForm({ examYear, record, subject, errors, values }: OwnRecordFormProps) {
  const t = useT(realExam)
  const errorOf = useFieldErrors(errors)
  const labels = {
    ...{ subject: t('form.subject'), year: t('form.year'), state: t('form.state'), mark: t('form.mark') },
  }
  const years = Array.from({ length: examYear - firstYear + 1 }, (_, at) => examYear - at)
  return (
    <section className="section" aria-labelledby="record-form">
      <h2 id="record-form">{t(record ? 'form.correct' : 'form.record')}</h2>
      <Form method="post" className="form" noValidate>
        <ErrorSummary errors={errors} labels={labels} />
        <input type="hidden" name="recordId" value={record?.id ?? ''} />
        <SelectField
          name="subject"
          label={labels.subject}
          error={errorOf('subject')}
          defaultValue={typed(values, 'subject', record?.subject ?? subject ?? subjectCodes[0])}
        >
          <SubjectOptions />
        </SelectField>
        <SelectField
          name="year"
          label={labels.year}
          error={errorOf('year')}
          defaultValue={typed(values, 'year', String(record?.year ?? examYear))}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {t('yearMark', { year })}
            </option>
          ))}
        </SelectField>
        <RadioGroup
          name="state"
          legend={labels.state}
          error={errorOf('state')}
          chosen={typed(values, 'state', record?.state ?? 'registered')}
          options={recordStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          isInline
        />
        <Field
          name="mark"
          label={labels.mark}
          help={t('form.markHelp')}
          error={errorOf('mark')}
          defaultValue={typed(values, 'mark', record?.points?.toString() ?? '')}
          inputMode="numeric"
          maxLength={6}
          isOptional
        />
        <Acts intent="record" />
      </Form>
    </section>
  )
}

function SubjectOptions() {
  const t = useT(exam)
  const locale = useLocale()
  return levels.map((level) => (
    <optgroup key={level} label={t(`level.${level}`)}>
      {subjectsOf(level).map((code) => (
        <option key={code} value={code}>
          {locale === 'en' ? subjects[code].titleEn : subjects[code].title}
        </option>
      ))}
    </optgroup>
  ))
}

type OwnCertificateFormProps = Refused & { level: Level | null; certificate: StandingCertificate | null }

export function OwnCertificateForm({ level, certificate, errors, values }: OwnCertificateFormProps) {
  const t = useT(realExam)
  const say = useT(exam)
  const errorOf = useFieldErrors(errors)
  const labels = { level: t('form.level'), issuedOn: t('form.issuedOn') }
  return (
    <section className="section" aria-labelledby="certificate-form">
      <h2 id="certificate-form">{t('form.certificate')}</h2>
      <Form method="post" className="form" noValidate>
        <ErrorSummary errors={errors} labels={labels} />
        <SelectField
          name="level"
          label={labels.level}
          error={errorOf('level')}
          defaultValue={typed(values, 'level', level ?? 'junior')}
        >
          {levels.map((one) => (
            <option key={one} value={one}>
              {say(`level.${one}`)}
            </option>
          ))}
        </SelectField>
        <Field
          name="issuedOn"
          type="date"
          label={labels.issuedOn}
          help={t('form.issuedHelp')}
          error={errorOf('issuedOn')}
          defaultValue={typed(values, 'issuedOn', certificate?.issuedOn ?? '')}
        />
        <Acts intent="certificate" />
      </Form>
    </section>
  )
}

function Acts({ intent }: { intent: string }) {
  const t = useT(realExam)
  return (
    <ButtonRow>
      <SubmitButton intent={intent}>{t('form.save')}</SubmitButton>
      <LinkButton to={paths.ownExam()} kind="quiet">
        {t('form.back')}
      </LinkButton>
    </ButtonRow>
  )
}
