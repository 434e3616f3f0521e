import { Form } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { type Level, levels, type Subject, subjectCodes, subjects } from '~/modules/questions/subjects.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { ButtonRow, LinkButton, SubmitButton } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { baseOf, recordStates } from './real-exam.ts'
import type { CohortExamPerson } from './real-exam-cohort.server.ts'
import { CheckedTag, ExamMark } from './real-exam-mark.tsx'
import { subjectsOf } from './two-years.ts'

type RowFormProps = {
  person: CohortExamPerson
  year: number
  backTo: string
  errors: FieldErrors | undefined
  values: FormValues | undefined
}

/** One trainee's year: every subject, and her certificates. */
export function RealExamRowForm({ person, year, backTo, errors, values }: RowFormProps) {
  const t = useT(realExam)
  const form = { person, year, errors, values }
  return (
    <section className="section mt-6" aria-labelledby="row">
      <h2 id="row">{t('row.title', { name: person.name, year })}</h2>
      <p className="text-ink-2">{t('row.lead')}</p>
      <Form method="post" className="exam-row-form mt-4" noValidate>
        <ErrorSummary errors={errors} labels={useRowLabels()} />
        <input type="hidden" name="personId" value={person.id} />
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="base" value={baseOf(person, year)} />
        {levels.map((level) => (
          <LevelFields key={level} level={level} {...form} />
        ))}
        <ButtonRow>
          <SubmitButton intent="row">{t('row.save')}</SubmitButton>
          <LinkButton to={backTo} kind="quiet">
            {t('form.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </section>
  )
}

function useRowLabels(): Readonly<Record<string, string>> {
  const t = useT(realExam)
  const fields = subjectCodes.flatMap((code) => [
    [`state-${code}`, t(`short.${code}`)],
    [`mark-${code}`, t('row.markOf', { subject: t(`short.${code}`) })],
  ])
  return Object.fromEntries([...fields, ...levels.map((level) => [`issued-${level}`, t('row.issued')])])
}

type FieldsProps = Omit<RowFormProps, 'backTo'>

function LevelFields({ level, ...form }: FieldsProps & { level: Level }) {
  const t = useT(realExam)
  const say = useT(exam)
  const errorOf = useFieldErrors(form.errors)
  const certificate = form.person.certificates.find((one) => one.level === level)
  return (
    <fieldset>
      <legend>{say(`level.${level}`)}</legend>
      {subjectsOf(level).map((subject) => (
        <SubjectFields key={subject} subject={subject} {...form} />
      ))}
      <div className="exam-row-line">
        <Field
          name={`issued-${level}`}
          type="date"
          label={t('row.issued')}
          error={errorOf(`issued-${level}`)}
          defaultValue={typed(form.values, `issued-${level}`, certificate?.issuedOn ?? '')}
          isOptional
        />
        {certificate && (
          <p className="own-exam-facts">
            <CheckedTag isChecked={certificate.isChecked} />
          </p>
        )}
      </div>
    </fieldset>
  )
}

function SubjectFields({ subject, person, year, errors, values }: FieldsProps & { subject: Subject }) {
  const t = useT(realExam)
  const locale = useLocale()
  const errorOf = useFieldErrors(errors)
  const record = person.records.find((one) => one.subject === subject && one.year === year)
  const name = locale === 'en' ? subjects[subject].titleEn : subjects[subject].title
  return (
    <div className="exam-row-line">
      <SelectField
        name={`state-${subject}`}
        label={name}
        error={errorOf(`state-${subject}`)}
        defaultValue={typed(values, `state-${subject}`, record?.state ?? 'none')}
      >
        {(['none', ...recordStates] as const).map((state) => (
          <option key={state} value={state}>
            {t(`state.${state}`)}
          </option>
        ))}
      </SelectField>
      <Field
        name={`mark-${subject}`}
        label={t('row.mark')}
        error={errorOf(`mark-${subject}`)}
        defaultValue={typed(values, `mark-${subject}`, record?.points?.toString() ?? '')}
        inputMode="numeric"
        maxLength={6}
        aria-label={t('row.markOf', { subject: name })}
      />
      {record && (
        <p className="own-exam-facts">
          <ExamMark entry={record} />
          <CheckedTag isChecked={record.isChecked} />
        </p>
      )}
    </div>
  )
}
