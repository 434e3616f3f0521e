import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { desk as texts } from '~/i18n/desk.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { readQueue } from '~/modules/feedback/desk-page.server.ts'
import { QueueTable } from '~/modules/feedback/queue-table.tsx'
import { mayMentor } from '~/modules/identity/permissions.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayMentor, async ({ actor, request, now }) => ({
  ...(await readQueue(actor, now)),
  ...{ now, isAfterLast: new URL(request.url).searchParams.has('decided') },
}))

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'title')

export default function DeskRoute() {
  const { waiting, count, now, isAfterLast } = useLoaderData<typeof loader>()
  const t = useT(texts)
  return (
    <Frame space="mentor">
      <div className="stack">
        <PageHeader title={t('title')} lead={count > 0 ? t('lead') : undefined} />
        {isAfterLast && <Notice tone="success" isNews title={t('decided.last')} />}
        {count === 0 ? (
          <EmptyState drawing={<BlankPage />} title={t('empty')}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <QueueTable waiting={waiting} count={count} now={now} />
        )}
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
