import { Link, useLoaderData, useLocation, useParams } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { sheet as texts } from '~/i18n/sheet.ts'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { EvidenceDetails } from '~/modules/records/evidence-details.tsx'
import { getLessonEvidence } from '~/modules/records/lesson-evidence.server.ts'
import { paths } from '~/paths.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { RouteError } from '~/ui/route-error.tsx'
import { RouteLayer } from '~/ui/route-layer.tsx'

/** What stands behind a cell of the sheet: a drawer with an address of its own. */
export const loader = guarded(mayRunCohorts, async ({ actor, params }) =>
  getLessonEvidence(actor, param(params, 'personId'), param(params, 'lessonId'), param(params, 'cohortId')),
)

export default function CellRoute() {
  const evidence = useLoaderData<typeof loader>()
  const t = useT(texts)
  const { cohortId = '' } = useParams()
  const { search } = useLocation()
  const { person, lesson } = evidence
  return (
    <RouteLayer
      title={t('evidence.title', { name: person.name, lesson: lesson.title })}
      closeTo={paths.sheet(cohortId) + search}
    >
      <EvidenceDetails evidence={evidence} />
      <p>
        <Link to={paths.trainee(person.id)} className="link">
          {t('evidence.trainee', { name: person.name })}
        </Link>
      </p>
    </RouteLayer>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
