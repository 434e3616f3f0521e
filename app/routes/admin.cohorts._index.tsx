import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { admin } from '~/i18n/admin.ts'
import { fullDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { CohortFields } from '~/modules/cohorts/cohort-fields.tsx'
import { mayFoundCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { CohortForm } from '~/modules/cohorts/cohorts.schema.ts'
import { createCohort, type ListedCohort, listCohorts } from '~/modules/cohorts/cohorts.server.ts'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { HeadCell, Table, TableEmpty } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'

export const loader = guarded(mayFoundCohorts, async ({ actor }) => ({ cohorts: await listCohorts(actor) }))

export const action = guarded(mayFoundCohorts, async ({ actor, request, now }) => {
  const form = parseForm(CohortForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  const { name, startsOn, endsOn } = form.value
  return redirect(paths.adminCohort(await createCohort(actor, { name, startsOn, endsOn }, now)))
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, admin, 'cohorts.title')

export default function AllCohortsRoute() {
  const { cohorts } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(admin)
  return (
    <Frame space="admin">
      <PageHeader title={t('cohorts.title')} />
      <div className="mt-4">
        {cohorts.length === 0 ? <TableEmpty>{t('cohorts.empty')}</TableEmpty> : <CohortTable cohorts={cohorts} />}
      </div>
      <section className="section mt-8" aria-labelledby="new">
        <h2 id="new">{t('cohorts.new')}</h2>
        <CohortFields errors={result?.errors} values={result?.values} submitLabel={t('cohorts.create')} />
      </section>
    </Frame>
  )
}

function CohortTable({ cohorts }: { cohorts: readonly ListedCohort[] }) {
  const t = useT(admin)
  const locale = useLocale()
  const head = (
    <>
      <HeadCell>{t('cohorts.name')}</HeadCell>
      <HeadCell>{t('cohorts.days')}</HeadCell>
      <HeadCell>{t('cohorts.coordinators')}</HeadCell>
      <HeadCell align="end">{t('cohorts.members')}</HeadCell>
    </>
  )
  return (
    <Table caption={t('cohorts.caption')} isCaptionHidden head={head}>
      {cohorts.map((cohort) => (
        <tr key={cohort.id}>
          <th scope="row">
            <Link to={paths.adminCohort(cohort.id)} className="link">
              {cohort.name}
            </Link>{' '}
            {cohort.isArchived && <Tag>{t('cohorts.archived')}</Tag>}
          </th>
          <td>{t('cohorts.span', { from: fullDay(cohort.startsOn, locale), to: fullDay(cohort.endsOn, locale) })}</td>
          <td>{cohort.coordinators.join(t('separator')) || t('cohorts.none')}</td>
          <td data-align="end">{cohort.members}</td>
        </tr>
      ))}
    </Table>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
