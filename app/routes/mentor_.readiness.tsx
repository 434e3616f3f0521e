import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cohortReadiness } from '~/i18n/cohort-readiness.ts'
import { mentor as texts } from '~/i18n/mentor.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayMentor } from '~/modules/identity/permissions.ts'
import { subjectCodes } from '~/modules/questions/subjects.ts'
import { MentorPart, NoMentees } from '~/modules/records/mentor-part.tsx'
import { ReadinessDefinitions, ReadinessTable } from '~/modules/reviews/cohort-readiness-parts.tsx'
import { readReadinessQuery, shownRows } from '~/modules/reviews/readiness-rows.ts'
import { getMenteesReadiness } from '~/modules/reviews/trainee-readiness.server.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { EmptyChairs } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { RouteError } from '~/ui/route-error.tsx'

/** 备考: all her trainees and the subjects that any of them has practised; who needs help comes first. */
export const loader = guarded(mayMentor, async ({ actor, request, now }) => {
  const { sort } = readReadinessQuery(new URL(request.url).searchParams)
  const query = { subject: null, standing: null, sort }
  const rows = await getMenteesReadiness(actor, now)
  const practised = new Set(rows.flatMap(({ cells }) => cells.map(({ subject }) => subject)))
  return { query, rows: shownRows(rows, query), subjects: subjectCodes.filter((one) => practised.has(one)), now }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'readiness.title')

export default function MentorReadinessRoute() {
  const { query, rows, subjects, now } = useLoaderData<typeof loader>()
  const [t, say] = [useT(texts), useT(cohortReadiness)]
  return (
    <MentorPart lead={subjects.length > 0 ? t('readiness.lead') : undefined}>
      {rows.length === 0 ? (
        <NoMentees />
      ) : subjects.length === 0 ? (
        <EmptyState drawing={<EmptyChairs />} title={say('nothingYet')}>
          {t('readiness.nothingYetHint')}
        </EmptyState>
      ) : (
        <>
          <ReadinessTable
            rows={rows}
            subjects={subjects}
            query={query}
            sortPath={(sort) => paths.mentorReadiness({ sort })}
          />
          <ReadinessDefinitions now={now} />
        </>
      )}
    </MentorPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
