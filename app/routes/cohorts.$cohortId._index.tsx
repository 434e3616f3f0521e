import { data, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { cohorts as texts } from '~/i18n/cohorts.ts'
import { fullDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { CohortFields } from '~/modules/cohorts/cohort-fields.tsx'
import { CohortHeader } from '~/modules/cohorts/cohort-header.tsx'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { CohortActForm } from '~/modules/cohorts/cohorts.schema.ts'
import { editCohort, getCohort, type ListedCohort } from '~/modules/cohorts/cohorts.server.ts'
import { divideEvenly } from '~/modules/cohorts/mentorships.server.ts'
import { appoint, dismiss, listStaff } from '~/modules/cohorts/staff.server.ts'
import { MentorSection } from '~/modules/cohorts/staff-section.tsx'
import { paths } from '~/paths.ts'
import { notFound } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor, params }) => {
  const cohortId = param(params, 'cohortId')
  const [cohort, mentors] = await Promise.all([getCohort(actor, cohortId), listStaff(actor, cohortId, 'mentor')])
  return { cohort, mentors }
})

const nothingWrong = { errors: undefined, values: undefined, divided: null }

export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const cohortId = param(params, 'cohortId')
  const form = parseForm(CohortActForm, await request.formData())
  if (!form.ok) {
    // Whether somebody may change this cohort comes before what is wrong with the form.
    await getCohort(actor, cohortId)
    return data({ ...nothingWrong, errors: form.errors, values: form.values }, { status: 422 })
  }
  switch (form.value.intent) {
    case 'save': {
      const { name, startsOn, endsOn } = form.value
      await editCohort(actor, cohortId, { name, startsOn, endsOn }, now)
      return nothingWrong
    }
    case 'appoint':
      await appoint(actor, cohortId, 'mentor', [form.value.personId], now)
      return nothingWrong
    case 'dismiss':
      await dismiss(actor, cohortId, 'mentor', form.value.personId, now)
      return nothingWrong
    case 'divide':
      return { ...nothingWrong, divided: await divideEvenly(actor, cohortId, now) }
    case 'archive':
    case 'restore':
      throw notFound()
  }
})

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, texts, 'title.overview', { name: data?.cohort.name ?? '' })

export default function CohortRoute() {
  const { cohort, mentors } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(texts)
  return (
    <Frame space="cohorts">
      <CohortHeader cohort={cohort} />
      {result && !result.errors && (
        <div className="mt-4">
          <Notice tone="success" isNews>
            <p>{result.divided === null ? t('saved') : t('mentors.divided', { count: result.divided })}</p>
          </Notice>
        </div>
      )}
      <Facts cohort={cohort} />
      {!cohort.isArchived && (
        <details className="mt-4" open={result?.errors !== undefined}>
          <summary className="link">{t('overview.edit')}</summary>
          <div className="mt-4">
            <CohortFields
              errors={result?.errors}
              values={result?.values ?? cohortValues(cohort)}
              submitLabel={t('form.save')}
            />
          </div>
        </details>
      )}
      <MentorSection staff={mentors} isOpen={!cohort.isArchived} unmentored={cohort.unmentored} />
    </Frame>
  )
}

function cohortValues({ name, startsOn, endsOn }: ListedCohort) {
  return { name, startsOn, endsOn }
}

function Facts({ cohort }: { cohort: ListedCohort }) {
  const t = useT(texts)
  const locale = useLocale()
  return (
    <div className="mt-6">
      <Definitions>
        <Definition name={t('overview.days')}>
          {t('days.span', { from: fullDay(cohort.startsOn, locale), to: fullDay(cohort.endsOn, locale) })}
        </Definition>
        <Definition name={t('overview.coordinators')}>
          {cohort.coordinators.join('、') || t('overview.none')}
        </Definition>
        <Definition name={t('overview.members')}>
          <Link to={paths.roster(cohort.id)} className="link">
            {t('overview.people', { count: cohort.members })}
          </Link>
          {cohort.unmentored > 0 && (
            <>
              {' · '}
              <Link to={paths.roster(cohort.id, { mentor: 'none' })} className="link">
                {t('overview.unmentored', { count: cohort.unmentored })}
              </Link>
            </>
          )}
        </Definition>
      </Definitions>
    </div>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
