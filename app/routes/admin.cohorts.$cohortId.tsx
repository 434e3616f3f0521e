import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { admin } from '~/i18n/admin.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { AppointForm } from '~/modules/cohorts/appoint-form.tsx'
import { CohortFields } from '~/modules/cohorts/cohort-fields.tsx'
import { mayFoundCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { CohortActForm } from '~/modules/cohorts/cohorts.schema.ts'
import { archiveCohort, editCohort, getCohort, restoreCohort } from '~/modules/cohorts/cohorts.server.ts'
import { appoint, dismiss, listStaff, type Staff } from '~/modules/cohorts/staff.server.ts'
import { paths } from '~/paths.ts'
import { notFound } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayFoundCohorts, async ({ actor, params }) => {
  const cohortId = param(params, 'cohortId')
  const [cohort, staff] = await Promise.all([getCohort(actor, cohortId), listStaff(actor, cohortId, 'coordinator')])
  return { cohort, staff }
})

export const action = guarded(mayFoundCohorts, async ({ actor, params, request, now }) => {
  const cohortId = param(params, 'cohortId')
  const form = parseForm(CohortActForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  const { value } = form
  switch (value.intent) {
    case 'save':
      await editCohort(actor, cohortId, { name: value.name, startsOn: value.startsOn, endsOn: value.endsOn }, now)
      break
    case 'appoint':
      await appoint(actor, cohortId, 'coordinator', [value.personId], now)
      break
    case 'dismiss':
      await dismiss(actor, cohortId, 'coordinator', value.personId, now)
      break
    case 'archive':
      await archiveCohort(actor, cohortId, now)
      break
    case 'restore':
      await restoreCohort(actor, cohortId, now)
      break
    case 'divide':
      throw notFound()
  }
  return { errors: undefined, values: undefined }
})

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, admin, 'cohorts.titleOf', { name: data?.cohort.name ?? '' })

export default function AnyCohortRoute() {
  const { cohort, staff } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(admin)
  const { name, startsOn, endsOn } = cohort
  return (
    <Frame space="admin">
      <PageHeader
        title={cohort.name}
        crumbs={[{ to: paths.adminCohorts(), label: t('cohorts.title') }]}
        acts={<LinkButton to={paths.cohort(cohort.id)}>{t('cohorts.open')}</LinkButton>}
      />
      {result && !result.errors && (
        <div className="mt-4">
          <Notice tone="success" isNews>
            <p>{t('done')}</p>
          </Notice>
        </div>
      )}
      {cohort.isArchived ? (
        <Form method="post" className="mt-6">
          <p className="mb-3">{t('cohorts.archived')}</p>
          <SubmitButton intent="restore" icon="undo">
            {t('cohorts.restore')}
          </SubmitButton>
        </Form>
      ) : (
        <>
          <section className="section mt-6" aria-labelledby="fields">
            <h2 id="fields">{t('cohorts.edit')}</h2>
            <CohortFields
              errors={result?.errors}
              values={result?.values ?? { name, startsOn, endsOn }}
              submitLabel={t('cohorts.save')}
            />
          </section>
          <Coordinators staff={staff} />
          <div className="mt-10">
            <ConfirmForm
              label={t('cohorts.archive')}
              question={t('cohorts.archiveQuestion')}
              confirmLabel={t('cohorts.archive')}
              intent="archive"
            />
          </div>
        </>
      )}
    </Frame>
  )
}

function Coordinators({ staff }: { staff: Staff }) {
  const t = useT(admin)
  return (
    <section className="section mt-8" aria-labelledby="coordinators">
      <h2 id="coordinators">{t('cohorts.coordinators')}</h2>
      {staff.appointed.length === 0 && <p className="mb-3 text-ink-2">{t('cohorts.noCoordinators')}</p>}
      <ul className="rows mb-4 max-w-form">
        {staff.appointed.map((one) => (
          <li key={one.id} className="flex items-center justify-between gap-3 py-2">
            <span>
              <span className="row-title">{one.name}</span>
              <span className="row-note">{one.organisation}</span>
            </span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="personId" value={one.id} />
              <SubmitButton intent="dismiss" kind="quiet">
                {t('cohorts.dismiss')}
                <span className="sr-only">{t('cohorts.dismissOf', { name: one.name })}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <AppointForm
        candidates={staff.candidates}
        label={t('cohorts.choose')}
        submitLabel={t('cohorts.appoint')}
        nobody={t('cohorts.noCandidates')}
      />
    </section>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
