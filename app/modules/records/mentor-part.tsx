import type { ReactNode } from 'react'
import { mentor as texts } from '~/i18n/mentor.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { EmptyChairs } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Tabs } from '~/ui/tabs.tsx'

/** One of the mentor's pages about all her trainees: its heading, and the way to the other. */
export function MentorPart({ lead, children }: { lead?: string; children: ReactNode }) {
  const t = useT(texts)
  return (
    <Frame space="mentor">
      <div className="stack">
        <PageHeader title={t('title')} lead={lead} />
        <Tabs
          label={t('parts')}
          tabs={[
            { to: paths.mentor(), label: t('part.learning') },
            { to: paths.mentorReadiness(), label: t('part.readiness') },
          ]}
        />
        {children}
      </div>
    </Frame>
  )
}

export function NoMentees() {
  const t = useT(texts)
  return (
    <EmptyState drawing={<EmptyChairs />} title={t('empty')}>
      {t('emptyHint')}
    </EmptyState>
  )
}
