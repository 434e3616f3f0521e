import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { diary as texts } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { listEntries } from '~/modules/diaries/diaries.server.ts'
import { EntryList } from '~/modules/diaries/entry-list.tsx'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { LinkButton } from '~/ui/button.tsx'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, async ({ actor, now }) => ({ entries: await listEntries(actor, now) }))

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'title')

export default function DiaryRoute() {
  const { entries } = useLoaderData<typeof loader>()
  const t = useT(texts)
  const write = (
    <LinkButton kind="primary" icon="plus" to={paths.newEntry()}>
      {t('write')}
    </LinkButton>
  )
  return (
    <Frame space="learn">
      <div className="stack">
        <PageHeader title={t('title')} lead={t('lead')} acts={entries.length > 0 ? write : undefined} />
        {entries.length === 0 ? (
          <EmptyState drawing={<BlankPage />} title={t('empty')} act={write}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <EntryList entries={entries} />
        )}
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
