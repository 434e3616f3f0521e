import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { readSheetQuery } from '~/modules/records/sheet.ts'
import { exportSheet } from '~/modules/records/sheet-export.server.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'

/** The sheet as it stands on the screen, as a file. A post, because taking it is written down. */
export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const query = readSheetQuery(new URL(request.url).searchParams)
  const { name, bytes } = await exportSheet(actor, param(params, 'cohortId'), query, now)
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="progress.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
})
