import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { identity } from '~/i18n/identity.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Frame } from '~/ui/frame.tsx'
import { Icon } from '~/ui/icon.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { PersonActs } from '~/ui/person-menu.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, ({ actor }) => ({ theme: actor.theme }))

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, identity, 'me.title')

/** What is hers: a trainee's way to everything that is not today's. */
export default function MeRoute() {
  const { theme } = useLoaderData<typeof loader>()
  const t = useT(identity)
  // She may want to sign out when there is no network: then she is told what would be lost.
  useEffect(() => void import('~/modules/reviews/signing-out.tsx').catch(() => undefined), [])
  const places = [
    { to: paths.record(), title: t('me.record'), note: t('me.recordNote') },
    { to: paths.glossary(), title: t('me.glossary'), note: t('me.glossaryNote') },
    { to: paths.profile(), title: t('me.profile'), note: t('me.profileNote') },
  ]
  return (
    <Frame space="learn">
      <PageHeader title={t('me.title')} />
      <ul className="rows mt-4 max-w-measure">
        {places.map((place) => (
          <li key={place.to}>
            <Link to={place.to} className="row-link">
              <span>
                <span className="row-title">{place.title}</span>
                <span className="row-note">{place.note}</span>
              </span>
              <Icon name="right" />
            </Link>
          </li>
        ))}
      </ul>
      <section className="me-acts mt-8 max-w-measure" aria-label={t('me.acts')}>
        <PersonActs theme={theme} here={paths.me()} />
      </section>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
