import { Form } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { ButtonRow, LinkButton, SubmitButton } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Field, SelectField, TextAreaField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { StateMark } from '~/ui/tag.tsx'
import type { ResultPreview } from './real-exam-import.server.ts'
import { useMarkWords } from './real-exam-mark.tsx'
import { countKinds, isWritable, type PlannedResult, proposedLines } from './real-exam-plan.ts'

type ListFormProps = {
  years: readonly number[]
  year: number
  preview: ResultPreview | undefined
  backTo: string
  errors: FieldErrors | undefined
  values: FormValues | undefined
}

/** A list of results, pasted or from a file: looked at first, then written. It stays in its field until it is. */
export function RealExamListForm({ years, year, preview, backTo, errors, values }: ListFormProps) {
  const t = useT(realExam)
  const errorOf = useFieldErrors(errors)
  const text = typed(values, 'text')
  const labels = { text: t('list.text'), file: t('list.file') }
  return (
    <section className="section mt-6" aria-labelledby="list">
      <h2 id="list">{t('list.title')}</h2>
      <p className="text-ink-2">{t('list.lead')}</p>
      <Form method="post" className="stack mt-4" encType="multipart/form-data" noValidate>
        <div className="form" key={preview?.seen ?? text}>
          <ErrorSummary errors={errors} labels={labels} />
          <TextAreaField
            name="text"
            label={labels.text}
            help={
              <>
                {t('list.help')}
                <br />
                {t('list.example')}
              </>
            }
            error={errorOf('text')}
            defaultValue={text}
            rows={8}
            spellCheck={false}
          />
          <Field
            name="file"
            type="file"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            label={labels.file}
            help={t('list.fileHelp')}
            error={errorOf('file')}
            isOptional
          />
          <SelectField
            name="defaultYear"
            label={t('list.year')}
            defaultValue={typed(values, 'defaultYear', String(year))}
          >
            {years.map((one) => (
              <option key={one} value={one}>
                {t('yearMark', { year: one })}
              </option>
            ))}
          </SelectField>
        </div>
        {preview && <Plan key={preview.seen} preview={preview} />}
        <ButtonRow>
          {preview && <Commits plan={preview.plan} />}
          <SubmitButton intent="preview" kind={preview ? 'plain' : 'primary'}>
            {t(preview ? 'list.again' : 'list.preview')}
          </SubmitButton>
          <LinkButton to={backTo} kind="quiet">
            {t('form.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </section>
  )
}

function Commits({ plan }: { plan: readonly PlannedResult[] }) {
  const t = useT(realExam)
  const count = plan.filter(isWritable).length
  if (count === 0) return null
  return (
    <>
      <SubmitButton intent="import">{t('list.commit')}</SubmitButton>
      <SubmitButton intent="importAll" kind="plain">
        {t('list.commitAll', { count })}
      </SubmitButton>
    </>
  )
}

function Plan({ preview: { plan, seen } }: { preview: ResultPreview }) {
  const t = useT(realExam)
  const proposed = proposedLines(plan)
  const head = (
    <>
      <HeadCell>{t('plan.write')}</HeadCell>
      <HeadCell align="end">{t('plan.line')}</HeadCell>
      <HeadCell>{t('plan.result')}</HeadCell>
      <HeadCell>{t('plan.row')}</HeadCell>
    </>
  )
  return (
    <>
      <input type="hidden" name="seen" value={seen} />
      {!plan.some(isWritable) && (
        <Notice tone="warn" isNews>
          <p>{t('list.nothing')}</p>
        </Notice>
      )}
      {plan.length > 0 && (
        <Table caption={t('plan.caption', countKinds(plan))} head={head}>
          {plan.map((row) => (
            <tr key={row.line}>
              <td>
                {isWritable(row) && (
                  <input
                    type="checkbox"
                    name="lines"
                    value={row.line}
                    defaultChecked={proposed.includes(row.line)}
                    aria-label={t('plan.tick', { line: row.line })}
                  />
                )}
              </td>
              <td data-align="end">{row.line}</td>
              <td className="exam-plan-result">
                <Result row={row} />
              </td>
              <td>{row.text}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}

function Result({ row }: { row: PlannedResult }) {
  const t = useT(realExam)
  const words = useMarkWords()
  switch (row.kind) {
    case 'add':
      return (
        <StateMark icon="plus" tone="pine">
          {t('plan.add', { name: row.name })}
        </StateMark>
      )
    case 'check':
      return (
        <StateMark icon="done" tone="pine">
          {t('plan.check', { name: row.name })}
        </StateMark>
      )
    case 'same':
      return <StateMark icon="check">{t('plan.same', { name: row.name })}</StateMark>
    case 'change':
      return (
        <StateMark icon="warn" tone="amber">
          {t(row.standing.isChecked ? 'plan.changeChecked' : 'plan.change', {
            ...{ name: row.name, old: words(row.standing) },
          })}
        </StateMark>
      )
    case 'fault':
      return (
        <StateMark icon="stop" tone="cinnabar">
          {t(`fault.${row.fault}`)}
        </StateMark>
      )
  }
}
