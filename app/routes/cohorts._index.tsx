import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { cohorts as texts } from '~/i18n/cohorts.ts'
import { fullDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { type ListedCohort, listCohorts } from '~/modules/cohorts/cohorts.server.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { EmptyChairs } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Icon } from '~/ui/icon.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { StateMark, Tag } from '~/ui/tag.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor }) => ({ cohorts: await listCohorts(actor) }))

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'list.title')

export default function CohortsRoute() {
  const { cohorts } = useLoaderData<typeof loader>()
  const t = useT(texts)
  return (
    <Frame space="cohorts">
      <PageHeader title={t('list.title')} />
      {cohorts.length === 0 ? (
        <EmptyState drawing={<EmptyChairs />} title={t('list.empty')}>
          {t('list.emptyHint')}
        </EmptyState>
      ) : (
        <ul className="rows mt-4 max-w-page">
          {cohorts.map((cohort) => (
            <li key={cohort.id}>
              <CohortRow cohort={cohort} />
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}

function CohortRow({ cohort }: { cohort: ListedCohort }) {
  const t = useT(texts)
  const locale = useLocale()
  const days = t('days.span', { from: fullDay(cohort.startsOn, locale), to: fullDay(cohort.endsOn, locale) })
  return (
    <Link to={paths.cohort(cohort.id)} className="row-link">
      <span>
        <span className="row-title">
          {cohort.name} {cohort.isArchived && <Tag>{t('archived')}</Tag>}
        </span>
        <span className="row-note">{t('list.note', { days, members: cohort.members, mentors: cohort.mentors })}</span>
        {cohort.unmentored > 0 && !cohort.isArchived && (
          <StateMark icon="warn" tone="amber">
            {t('list.unmentored', { count: cohort.unmentored })}
          </StateMark>
        )}
      </span>
      <Icon name="right" />
    </Link>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
