import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authoring } from '~/i18n/authoring.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { AuthoredList } from '~/modules/content/authored-list.tsx'
import { listAuthored } from '~/modules/content/authored-lists.server.ts'
import { mayAdminister } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayAdminister, ({ actor }) => listAuthored(actor, null))

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, authoring, 'list.centreTitle')

export default function CentreLessonsRoute() {
  const { lessons } = useLoaderData<typeof loader>()
  const t = useT(authoring)
  const write = (
    <LinkButton to={paths.newLesson()} kind="primary" icon="plus">
      {t('list.new')}
    </LinkButton>
  )
  return (
    <Frame space="admin">
      <PageHeader
        title={t('list.centreTitle')}
        lead={t('list.centreLead')}
        crumbs={[{ to: paths.adminContent(), label: t('list.content') }]}
        acts={lessons.length > 0 && write}
      />
      <AuthoredList lessons={lessons} act={write} />
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
