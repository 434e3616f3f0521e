import { data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { practice } from '~/i18n/practice.ts'
import { practiceOffline } from '~/i18n/practice-offline.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { isSubject, subjects } from '~/modules/questions/subjects.ts'
import { OfflineView } from '~/modules/reviews/offline-parts.tsx'
import { getOfflineSet } from '~/modules/reviews/offline-set.server.ts'
import { paths } from '~/paths.ts'
import { notFound } from '~/platform/errors.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { keptFor } from '~/platform/kept-pages.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

/** 今日一练 in one page. Its answers go to practice.sync, and without a script to the daily set itself. */
export const loader = guarded(mayLearn, async ({ actor, context, params, now }) => {
  const subject = param(params, 'subject')
  if (!isSubject(subject)) throw notFound()
  const set = await getOfflineSet(actor, subject, now)
  const mayKeep = context.keepsPages && !actor.isSharedComputer
  return data({ set, mayKeep }, { headers: mayKeep ? keptFor(actor.personId) : {} })
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, practiceOffline, 'title')

export default function PracticeOfflineRoute() {
  const { set, mayKeep } = useLoaderData<typeof loader>()
  const [t, words] = [useT(practiceOffline), useT(practice)]
  const locale = useLocale()
  const { title, titleEn } = subjects[set.subject]
  const subject = locale === 'en' ? titleEn : title
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={t('title')}
          crumbs={[{ to: paths.practice(set.subject), label: words('title', { subject }) }]}
        />
        <OfflineView key={set.subject} page={set} mayKeep={mayKeep} />
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
