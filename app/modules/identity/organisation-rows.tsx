import { Form, Link } from '@remix-run/react'
import { admin } from '~/i18n/admin.ts'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Field, SelectField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Notice } from '~/ui/notice.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import { OrganisationOptions } from './organisation-options.tsx'
import type { ListedOrganisation } from './organisations.server.ts'

type OrganisationTableProps = { organisations: readonly ListedOrganisation[] }

/** The tree: what stands below is set in. */
export function OrganisationTable({ organisations }: OrganisationTableProps) {
  const t = useT(admin)
  const say = useT(identity)
  const head = (
    <>
      <HeadCell>{t('organisations.name')}</HeadCell>
      <HeadCell>{t('organisations.kind')}</HeadCell>
      <HeadCell align="end">{t('organisations.people')}</HeadCell>
      <HeadCell align="end">{t('organisations.peopleBelow')}</HeadCell>
      <HeadCell align="end">
        <span className="sr-only">{t('organisations.change')}</span>
      </HeadCell>
    </>
  )
  return (
    <Table caption={t('organisations.caption')} isCaptionHidden head={head}>
      {organisations.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            {'\u3000'.repeat(one.depth)}
            <Link to={paths.adminPeople({ organisation: one.id })} className="link">
              {one.name}
            </Link>{' '}
            {one.isArchived && <Tag>{t('organisations.archived')}</Tag>}
          </th>
          <td>{say(`kind.${one.kind}`)}</td>
          <td data-align="end">{one.people}</td>
          <td data-align="end">{one.peopleBelow}</td>
          <td data-align="end">
            {one.isArchived ? (
              <RestoreForm id={one.id} />
            ) : (
              <Link to={paths.adminOrganisations({ change: one.id })} className="link">
                {t('organisations.change')}
                <span className="sr-only">{t('organisations.changeOf', { name: one.name })}</span>
              </Link>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function RestoreForm({ id }: { id: string }) {
  const t = useT(admin)
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <SubmitButton intent="restore" kind="quiet" icon="undo">
        {t('organisations.restore')}
      </SubmitButton>
    </Form>
  )
}

type ChangeProps = {
  organisation: ListedOrganisation
  organisations: readonly ListedOrganisation[]
  errors: FieldErrors | undefined
  values: FormValues | undefined
  isNotEmpty: boolean
}

/** One organisation's three acts: another name, another place, away. */
export function OrganisationChange({ organisation, organisations, errors, values, isNotEmpty }: ChangeProps) {
  const t = useT(admin)
  const errorOf = useFieldErrors(errors)
  const { id } = organisation
  return (
    <section className="section mt-6" aria-labelledby="change">
      <h2 id="change">{organisation.name}</h2>
      <div className="grid gap-6">
        <Form method="post" className="form" noValidate>
          <input type="hidden" name="id" value={id} />
          <Field
            name="name"
            label={t('organisations.name')}
            error={errorOf('name')}
            defaultValue={typed(values, 'name', organisation.name)}
            required
          />
          <SubmitButton intent="rename" kind="plain">
            {t('organisations.rename')}
          </SubmitButton>
        </Form>
        <Form method="post" className="form">
          <input type="hidden" name="id" value={id} />
          <SelectField
            name="parentId"
            label={t('organisations.parent')}
            error={errorOf('parentId')}
            defaultValue={typed(values, 'parentId', organisation.parentId ?? '')}
          >
            <option value="">{t('organisations.top')}</option>
            <OrganisationOptions choices={organisations.filter((one) => !one.isArchived && one.id !== id)} />
          </SelectField>
          <SubmitButton intent="move" kind="plain">
            {t('organisations.move')}
          </SubmitButton>
        </Form>
        {isNotEmpty && (
          <Notice tone="warn" isNews>
            <p>{t('organisations.notEmpty')}</p>
          </Notice>
        )}
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <SubmitButton intent="archive" kind="danger">
            {t('organisations.archive')}
          </SubmitButton>
        </Form>
        <p>
          <Link to={paths.adminOrganisations()} className="link">
            {t('organisations.close')}
          </Link>
        </p>
      </div>
    </section>
  )
}
