import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { exportCohortReadiness } from '~/modules/reviews/cohort-readiness-export.server.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'

/** The forecasts of a cohort as a file. A post, because taking it is written down. */
export const action = guarded(mayRunCohorts, async ({ actor, params, now }) => {
  const { name, bytes } = await exportCohortReadiness(actor, param(params, 'cohortId'), now)
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="readiness.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
})
