import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { search } from '~/i18n/search.ts'
import { contentLibrary } from '~/modules/content/library.server.ts'
import { isSignedIn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Shelf } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

/** In the order of their sound: an id is the word's pinyin. */
export const loader = guarded(isSignedIn, () => ({
  glossary: contentLibrary().glossary.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
}))

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, search, 'glossary')

export default function GlossaryRoute() {
  const { glossary } = useLoaderData<typeof loader>()
  const t = useT(search)
  return (
    <Frame>
      <PageHeader
        title={t('glossary')}
        lead={t('glossaryLead', { count: glossary.length })}
        crumbs={[{ to: paths.search(), label: t('title') }]}
      />
      {glossary.length === 0 && <EmptyState drawing={<Shelf />} title={t('glossaryEmpty')} />}
      <dl className="mt-6 max-w-measure" lang="zh-CN">
        {glossary.map((entry) => (
          <div key={entry.id} id={`term-${entry.id}`} className="term-entry">
            <dt>
              {entry.term} <span lang="en">{entry.en}</span>
            </dt>
            <dd>{entry.explanation}</dd>
          </div>
        ))}
      </dl>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
