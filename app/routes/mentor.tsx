import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mentor as texts } from '~/i18n/mentor.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayMentor } from '~/modules/identity/permissions.ts'
import { MenteeRow } from '~/modules/records/mentee-row.tsx'
import { getMentorDesk } from '~/modules/records/mentor-desk.server.ts'
import { MentorPart, NoMentees } from '~/modules/records/mentor-part.tsx'
import { useLive } from '~/modules/records/use-live.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { RouteError } from '~/ui/route-error.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'

export const loader = guarded(mayMentor, ({ actor, now }) => getMentorDesk(actor, now))

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'title')

export default function MentorRoute() {
  const { mentees, now } = useLoaderData<typeof loader>()
  const t = useT(texts)
  useLive({ kind: 'trainees' }, now)
  const head = (
    <>
      <HeadCell>{t('name')}</HeadCell>
      <HeadCell>{t('pace')}</HeadCell>
      <HeadCell>{t('lastActivity')}</HeadCell>
      <HeadCell>{t('lastWord')}</HeadCell>
      <HeadCell>{t('progress')}</HeadCell>
    </>
  )
  return (
    <MentorPart lead={mentees.length > 0 ? t('lead') : undefined}>
      {mentees.length === 0 ? (
        <NoMentees />
      ) : (
        <Table caption={t('counts', { count: mentees.length })} head={head} isFirstSticky>
          {mentees.map((mentee) => (
            <MenteeRow key={mentee.personId} mentee={mentee} now={now} />
          ))}
        </Table>
      )}
    </MentorPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
