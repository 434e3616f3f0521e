import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cohortReadiness } from '~/i18n/cohort-readiness.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { CohortHeader } from '~/modules/cohorts/cohort-header.tsx'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { getCohortReadiness } from '~/modules/reviews/cohort-readiness.server.ts'
import {
  ReadinessDefinitions,
  ReadinessTable,
  SubjectSpreads,
  UnknownPoints,
} from '~/modules/reviews/cohort-readiness-parts.tsx'
import { readReadinessQuery, shownRows, standings } from '~/modules/reviews/readiness-rows.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { LinkButton } from '~/ui/button.tsx'
import { EmptyChairs } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { SelectField } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Icon } from '~/ui/icon.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const query = readReadinessQuery(new URL(request.url).searchParams)
  const { cohort, rows, subjects, unknown } = await getCohortReadiness(actor, param(params, 'cohortId'), now)
  const isShown = (subject: string) => query.subject === null || query.subject === subject
  return {
    ...{ cohort, query, now, members: rows.length },
    practised: subjects.map(({ subject }) => subject),
    subjects: subjects.filter(({ subject }) => isShown(subject)),
    rows: shownRows(rows, query),
    unknown: unknown.filter(({ chapters }) => query.subject === null || chapters.some((one) => isShown(one.subject))),
  }
})

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, cohortReadiness, 'title', { name: data?.cohort.name ?? '' })

export default function CohortReadinessRoute() {
  const { cohort, members, practised } = useLoaderData<typeof loader>()
  const t = useT(cohortReadiness)
  const roster = (
    <LinkButton to={paths.roster(cohort.id)} kind="primary">
      {t('members')}
    </LinkButton>
  )
  return (
    <Frame space="cohorts">
      <CohortHeader cohort={cohort} lead={t('lead')} acts={practised.length > 0 && <ExportForm />} />
      {members === 0 ? (
        <EmptyState drawing={<EmptyChairs />} title={t('empty')} act={roster}>
          {t('emptyHint')}
        </EmptyState>
      ) : practised.length === 0 ? (
        <EmptyState drawing={<EmptyChairs />} title={t('nothingYet')}>
          {t('nothingYetHint')}
        </EmptyState>
      ) : (
        <Overview />
      )}
    </Frame>
  )
}

function ExportForm() {
  const { cohort } = useLoaderData<typeof loader>()
  const t = useT(cohortReadiness)
  return (
    <form method="post" action={paths.cohortReadinessExport(cohort.id)}>
      <button type="submit" className="button" data-kind="plain">
        <Icon name="download" />
        {t('export')}
      </button>
    </form>
  )
}

function Overview() {
  const { cohort, query, rows, subjects, unknown, members, now } = useLoaderData<typeof loader>()
  return (
    <>
      <Filter />
      <SubjectSpreads subjects={subjects} members={members} />
      <div className="mt-4">
        <ReadinessTable
          rows={rows}
          subjects={query.subject ? [query.subject] : subjects.map(({ subject }) => subject)}
          query={query}
          sortPath={(sort) => paths.cohortReadiness(cohort.id, { ...query, sort })}
        />
      </div>
      <div className="mt-8">
        <UnknownPoints points={unknown} />
      </div>
      <ReadinessDefinitions now={now} withPoints />
    </>
  )
}

function Filter() {
  const { cohort, query, practised } = useLoaderData<typeof loader>()
  const { subject, standing, sort } = query
  const t = useT(cohortReadiness)
  const say = useT(realExam)
  const isFiltered = subject !== null || standing !== null || sort !== 'need'
  return (
    <div className="mt-4">
      <FilterBar
        key={`${subject}/${standing}/${sort}`}
        label={t('filter.label')}
        {...(isFiltered ? { clearTo: paths.cohortReadiness(cohort.id) } : {})}
      >
        <SelectField name="subject" label={t('filter.subject')} defaultValue={subject ?? ''}>
          <option value="">{t('filter.allSubjects')}</option>
          {practised.map((one) => (
            <option key={one} value={one}>
              {say(`short.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField name="standing" label={t('filter.standing')} defaultValue={standing ?? ''}>
          <option value="">{t('filter.everybody')}</option>
          {standings.map((one) => (
            <option key={one} value={one}>
              {t(`standing.${one}`)}
            </option>
          ))}
        </SelectField>
        <input type="hidden" name="sort" value={sort} />
      </FilterBar>
    </div>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
