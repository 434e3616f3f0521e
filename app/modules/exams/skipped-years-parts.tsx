import { Form } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { skippedYears as texts } from '~/i18n/skipped-years.ts'
import { levels } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { ticked, typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { CheckboxGroup } from '~/ui/choice.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import { HeadCell, Table, TableEmpty } from '~/ui/table.tsx'
import { firstYear } from './real-exam.ts'
import type { SkippedYear } from './skipped-years.server.ts'

export function SkippedYearTable({ rows }: { rows: readonly SkippedYear[] }) {
  const [t, say] = [useT(texts), useT(realExam)]
  if (rows.length === 0) return <TableEmpty>{t('none')}</TableEmpty>
  const head = (
    <>
      <HeadCell>{t('year')}</HeadCell>
      <HeadCell>{t('level')}</HeadCell>
      <HeadCell>{t('region')}</HeadCell>
      <HeadCell>{t('source')}</HeadCell>
      <HeadCell>
        <span className="sr-only">{t('revoke')}</span>
      </HeadCell>
    </>
  )
  return (
    <Table caption={t('title')} isCaptionHidden head={head} isFirstSticky>
      {rows.map(({ id, year, level, region, source }) => (
        <tr key={id}>
          <th scope="row">{say('yearMark', { year })}</th>
          <td>{say(`held.${level}`)}</td>
          <td>{region}</td>
          <td>{source}</td>
          <td>
            <Form method="post" action={paths.adminExamYears()} preventScrollReset>
              <input type="hidden" name="id" value={id} />
              <SubmitButton
                intent="revoke"
                kind="quiet"
                isBusy={false}
                aria-label={t('revokeOf', { year, level: say(`held.${level}`) })}
              >
                {t('revoke')}
              </SubmitButton>
            </Form>
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** What was just taken back comes again with one press. */
export function RevokedYear({ id }: { id: string }) {
  const t = useT(texts)
  return (
    <Notice tone="success" isNews>
      <p>{t('revoked')}</p>
      <Form method="post" action={paths.adminExamYears()} preventScrollReset>
        <input type="hidden" name="id" value={id} />
        <SubmitButton intent="restore" kind="quiet" icon="undo">
          {t('undo')}
        </SubmitButton>
      </Form>
    </Notice>
  )
}

type SkipFormProps = { lastYear: number; errors: FieldErrors | undefined; values: FormValues | undefined }

export function SkipYearForm({ lastYear, errors, values }: SkipFormProps) {
  const [t, say, mark] = [useT(texts), useT(exam), useT(realExam)]
  const errorOf = useFieldErrors(errors)
  const labels = { year: t('year'), levels: t('level'), region: t('region'), source: t('source') }
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => lastYear - at)
  return (
    <section className="section" aria-labelledby="add">
      <h2 id="add">{t('add')}</h2>
      <Form method="post" action={paths.adminExamYears()} className="form" noValidate>
        <ErrorSummary errors={errors} labels={labels} />
        <SelectField
          name="year"
          label={labels.year}
          error={errorOf('year')}
          defaultValue={typed(values, 'year', String(lastYear))}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {mark('yearMark', { year })}
            </option>
          ))}
        </SelectField>
        <CheckboxGroup
          name="levels"
          legend={labels.levels}
          error={errorOf('levels')}
          chosen={values ? ticked(values, 'levels') : levels}
          options={levels.map((level) => ({ value: level, label: say(`level.${level}`) }))}
        />
        <Field
          name="region"
          label={labels.region}
          help={t('regionHelp')}
          error={errorOf('region')}
          defaultValue={typed(values, 'region', t('regionAll'))}
          maxLength={60}
          required
        />
        <Field
          name="source"
          label={labels.source}
          help={t('sourceHelp')}
          error={errorOf('source')}
          defaultValue={typed(values, 'source')}
          maxLength={300}
          required
        />
        <SubmitButton intent="skip">{t('save')}</SubmitButton>
      </Form>
    </section>
  )
}
