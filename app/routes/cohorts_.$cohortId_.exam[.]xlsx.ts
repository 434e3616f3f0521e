import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { readExamQuery } from '~/modules/exams/real-exam.ts'
import { exportCohortExam } from '~/modules/exams/real-exam-export.server.ts'
import { dayOf } from '~/platform/calendar.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'

/** A year's table as a file. A post, because taking it is written down. */
export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const { year } = readExamQuery(new URL(request.url).searchParams, dayOf(now))
  const { name, bytes } = await exportCohortExam(actor, param(params, 'cohortId'), year, now)
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="exam.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
})
