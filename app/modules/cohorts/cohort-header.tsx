import type { ReactNode } from 'react'
import { cohorts } from '~/i18n/cohorts.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'
import type { CohortHead } from './cohorts.server.ts'

type CohortHeaderProps = {
  cohort: Pick<CohortHead, 'id' | 'name' | 'isArchived'>
  lead?: ReactNode
  acts?: ReactNode
}

/** Heads every page of a cohort: its name, and the way to its other pages. */
export function CohortHeader({ cohort, lead, acts }: CohortHeaderProps) {
  const t = useT(cohorts)
  const { id } = cohort
  return (
    <>
      <PageHeader
        title={cohort.name}
        lead={lead}
        crumbs={[{ to: paths.cohorts(), label: t('list.title') }]}
        acts={acts}
      />
      <div className="mt-3">
        <Tabs
          label={t('tab.label')}
          tabs={[
            { to: paths.cohort(id), label: t('tab.overview') },
            { to: paths.sheet(id), label: t('tab.sheet') },
            { to: paths.roster(id), label: t('tab.members') },
            { to: paths.cohortTracks(id), label: t('tab.tracks') },
            { to: paths.authoring(id), label: t('tab.lessons') },
            { to: paths.cohortSittings(id), label: t('tab.sittings') },
            { to: paths.cohortReadiness(id), label: t('tab.readiness') },
            { to: paths.cohortExam(id), label: t('tab.exam') },
          ]}
        />
      </div>
      {cohort.isArchived && (
        <div className="mt-4">
          <Notice>
            <p>{t('archived.note')}</p>
          </Notice>
        </div>
      )}
    </>
  )
}
