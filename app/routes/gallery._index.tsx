import { Link } from '@remix-run/react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'
import { paths } from '~/paths.ts'
import { DomainError } from '~/platform/errors.ts'
import { open } from '~/platform/guarded.server.ts'
import { allStories } from '~/ui/all-stories.ts'
import { GalleryShell } from '~/ui/gallery-shell.tsx'
import { Icon } from '~/ui/icon.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

export const loader = open(({ context }) => {
  if (!context.hasGallery) throw new DomainError('notFound')
  return null
})

export default function GalleryRoute() {
  const t = useT(pieces)
  const isEnglish = useLocale() === 'en'
  return (
    <GalleryShell>
      <PageHeader title={t('gallery.title')} lead={t('gallery.lead', { count: allStories.length })} />
      <ul className="rows mt-4">
        {allStories.map((story) => (
          <li key={story.id}>
            <Link to={paths.story(story.id)} className="row-link">
              <span>
                <span className="row-title">{story.title[isEnglish ? 1 : 0]}</span>
                <span className="row-note">
                  {story.states.map((state) => state.name[isEnglish ? 1 : 0]).join(isEnglish ? ', ' : '、')}
                </span>
              </span>
              <Icon name="right" />
            </Link>
          </li>
        ))}
      </ul>
    </GalleryShell>
  )
}
