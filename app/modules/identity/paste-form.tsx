import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { ButtonRow, SubmitButton } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { SelectField, TextAreaField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { StateMark } from '~/ui/tag.tsx'
import { OrganisationOptions } from './organisation-options.tsx'
import type { OrganisationRow, TreeRow } from './organisation-tree.ts'
import type { PlannedRow } from './people-plan.ts'

type PasteFormProps = {
  organisations: readonly TreeRow<OrganisationRow>[]
  /** what the list would do, once it has been looked at */
  plan: readonly PlannedRow[] | undefined
  errors: FieldErrors | undefined
  values: Readonly<Record<string, string | readonly string[] | undefined>> | undefined
  /** more fields */
  children?: ReactNode
}

/** A list of people from a sheet: looked at first, then carried out. The list stays in its field until it is. */
export function PasteForm({ organisations, plan, errors, values, children }: PasteFormProps) {
  const t = useT(cohorts)
  const errorOf = useFieldErrors(errors)
  return (
    <Form method="post" className="stack mt-6" noValidate>
      <div className="form">
        <ErrorSummary errors={errors} labels={{ text: t('paste.text') }} />
        <TextAreaField
          name="text"
          label={t('paste.text')}
          help={
            <>
              {t('paste.help')}
              <br />
              {t('paste.example')}
            </>
          }
          error={errorOf('text')}
          defaultValue={typed(values, 'text')}
          rows={10}
          spellCheck={false}
          required
        />
        <SelectField
          name="defaultOrganisationId"
          label={t('paste.organisation')}
          defaultValue={typed(values, 'defaultOrganisationId')}
        >
          <option value="">{t('paste.noDefault')}</option>
          <OrganisationOptions choices={organisations} />
        </SelectField>
        {children}
      </div>
      {plan && <Plan plan={plan} />}
      <ButtonRow>
        {plan && <CommitButton plan={plan} />}
        <SubmitButton intent="preview" kind={plan ? 'plain' : 'primary'}>
          {t(plan ? 'paste.again' : 'paste.preview')}
        </SubmitButton>
      </ButtonRow>
    </Form>
  )
}

function CommitButton({ plan }: { plan: readonly PlannedRow[] }) {
  const t = useT(cohorts)
  const good = countOf(plan, 'create') + countOf(plan, 'known')
  if (good === 0) return null
  return (
    <SubmitButton intent="import">
      {t(countOf(plan, 'fault') > 0 ? 'paste.commitGood' : 'paste.commit', { count: good })}
    </SubmitButton>
  )
}

function Plan({ plan }: { plan: readonly PlannedRow[] }) {
  const t = useT(cohorts)
  const counts = {
    create: countOf(plan, 'create'),
    known: countOf(plan, 'known'),
    fault: countOf(plan, 'fault'),
  }
  if (counts.create + counts.known === 0) {
    return (
      <>
        <Notice tone="warn" isNews>
          <p>{t('paste.nothing')}</p>
        </Notice>
        {plan.length > 0 && <PlanTable plan={plan} caption={t('plan.caption', counts)} />}
      </>
    )
  }
  return <PlanTable plan={plan} caption={t('plan.caption', counts)} />
}

function PlanTable({ plan, caption }: { plan: readonly PlannedRow[]; caption: string }) {
  const t = useT(cohorts)
  const head = (
    <>
      <HeadCell align="end">{t('plan.line')}</HeadCell>
      <HeadCell>{t('plan.row')}</HeadCell>
      <HeadCell>{t('plan.result')}</HeadCell>
    </>
  )
  return (
    <Table caption={caption} head={head}>
      {plan.map((planned) => (
        <tr key={planned.row.line}>
          <td data-align="end">{planned.row.line}</td>
          <th scope="row">{planned.row.text}</th>
          <td>
            <Result planned={planned} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Result({ planned }: { planned: PlannedRow }) {
  const t = useT(cohorts)
  switch (planned.kind) {
    case 'create':
      return (
        <StateMark icon="plus" tone="pine">
          {t('plan.create', { organisation: planned.organisationName })}
        </StateMark>
      )
    case 'known':
      return <StateMark icon="check">{t('plan.known')}</StateMark>
    case 'fault':
      return (
        <StateMark icon="stop" tone="cinnabar">
          {t(`row.${planned.fault}`)}
        </StateMark>
      )
  }
}

function countOf(plan: readonly PlannedRow[], kind: PlannedRow['kind']): number {
  return plan.filter((planned) => planned.kind === kind).length
}
