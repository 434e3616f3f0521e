import { useLoaderData } from '@remix-run/react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'
import { paths } from '~/paths.ts'
import { DomainError } from '~/platform/errors.ts'
import { open } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { allStories } from '~/ui/all-stories.ts'
import { GalleryShell } from '~/ui/gallery-shell.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = open(({ context, params }) => {
  const id = param(params, 'story')
  if (!context.hasGallery || !allStories.some((story) => story.id === id)) throw new DomainError('notFound')
  return { id }
})

export default function StoryRoute() {
  const { id } = useLoaderData<typeof loader>()
  const t = useT(pieces)
  const language = useLocale() === 'en' ? 1 : 0
  const story = allStories.find((one) => one.id === id)
  if (!story) return null
  if (story.isPage) return story.states[0]?.shown
  return (
    <GalleryShell>
      <PageHeader title={story.title[language]} crumbs={[{ to: paths.gallery(), label: t('gallery.title') }]} />
      {story.states.map((state) => (
        <section key={state.name[1]} className="story-state">
          <h2>{state.name[language]}</h2>
          {state.shown}
        </section>
      ))}
    </GalleryShell>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
