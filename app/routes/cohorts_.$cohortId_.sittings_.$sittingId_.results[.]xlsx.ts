import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { exportSitting } from '~/modules/exams/sitting-export.server.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'

/** What came of a sitting, as a file. A post, because taking it is written down. */
export const action = guarded(mayRunCohorts, async ({ actor, params, now }) => {
  const { name, bytes } = await exportSitting(actor, param(params, 'cohortId'), param(params, 'sittingId'), now)
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="results.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
})
