import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { learn } from '~/i18n/learn.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { TrackCard } from '~/modules/courses/track-card.tsx'
import { listTracks } from '~/modules/courses/track-pages.server.ts'
import { isSignedIn } from '~/modules/identity/permissions.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Shelf } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(isSignedIn, async ({ actor }) => ({ tracks: await listTracks(actor) }))

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, learn, 'tracks.title')

export default function TracksRoute() {
  const { tracks } = useLoaderData<typeof loader>()
  const t = useT(learn)
  const own = tracks.filter(({ how }) => how !== 'offered')
  const offered = tracks.filter(({ how }) => how === 'offered')
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader title={t('tracks.title')} />
        {tracks.length === 0 && (
          <EmptyState drawing={<Shelf />} title={t('tracks.none')}>
            {t('tracks.noneHint')}
          </EmptyState>
        )}
        {own.length > 0 && <Shelfful title={t('tracks.own')} tracks={own} />}
        {offered.length > 0 && <Shelfful title={t('tracks.offered')} tracks={offered} />}
      </div>
    </Frame>
  )
}

function Shelfful({
  title,
  tracks,
}: {
  title: string
  tracks: ReturnType<typeof useLoaderData<typeof loader>>['tracks']
}) {
  return (
    <section className="section">
      <h2>{title}</h2>
      <div className="track-cards">
        {tracks.map((track) => (
          <TrackCard key={track.id} track={track} />
        ))}
      </div>
    </section>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
