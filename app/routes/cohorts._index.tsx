import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { cohorts as texts } from '~/i18n/cohorts.ts'
import { fullDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { listCohorts } from '~/modules/cohorts/cohorts.server.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { EmptyChairs } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { StateMark, Tag } from '~/ui/tag.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor }) => ({ cohorts: await listCohorts(actor) }))

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'list.title')

export default function CohortsRoute() {
  const { cohorts } = useLoaderData<typeof loader>()
  const t = useT(texts)
  const locale = useLocale()
  return (
    <Frame space="cohorts">
      <PageHeader title={t('list.title')} />
      {cohorts.length === 0 ? (
        <EmptyState drawing={<EmptyChairs />} title={t('list.empty')}>
          {t('list.emptyHint')}
        </EmptyState>
      ) : (
        <Table
          caption={t('list.caption')}
          isCaptionHidden
          head={
            <>
              <HeadCell>{t('list.name')}</HeadCell>
              <HeadCell>{t('list.days')}</HeadCell>
              <HeadCell align="end">{t('list.members')}</HeadCell>
              <HeadCell align="end">{t('list.mentors')}</HeadCell>
              <HeadCell align="end">{t('list.unmentored')}</HeadCell>
            </>
          }
        >
          {cohorts.map((cohort) => (
            <tr key={cohort.id}>
              <th scope="row">
                <Link to={paths.cohort(cohort.id)} className="link">
                  {cohort.name}
                </Link>{' '}
                {cohort.isArchived && <Tag>{t('archived')}</Tag>}
              </th>
              <td>{t('days.span', { from: fullDay(cohort.startsOn, locale), to: fullDay(cohort.endsOn, locale) })}</td>
              <td data-align="end">{cohort.members}</td>
              <td data-align="end">{cohort.mentors}</td>
              <td data-align="end">
                {cohort.unmentored > 0 && !cohort.isArchived ? (
                  <StateMark icon="warn" tone="amber">
                    {cohort.unmentored}
                  </StateMark>
                ) : (
                  cohort.unmentored
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
