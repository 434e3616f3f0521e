import { randomUUID } from 'node:crypto'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { diary as texts } from '~/i18n/diary.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { blankEntry } from '~/modules/diaries/diary.ts'
import { EntryForm } from '~/modules/diaries/entry-form.tsx'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

/** The page brings the id of the entry along: what is sent twice is one. */
export const loader = guarded(mayLearn, ({ now }) => ({ workId: randomUUID(), entry: blankEntry(dayOf(now)) }))

/** It saves itself while she writes, and stays the same entry. */
export const shouldRevalidate = () => false

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'new.title')

export default function NewEntryRoute() {
  const { workId, entry } = useLoaderData<typeof loader>()
  const t = useT(texts)
  return (
    <Frame space="learn">
      <div className="stack">
        <PageHeader title={t('new.title')} lead={t('lead')} crumbs={[{ to: paths.diary(), label: t('title') }]} />
        <EntryForm workId={workId} seq={0} entry={entry} isReturned={false} errors={undefined} values={undefined} />
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
