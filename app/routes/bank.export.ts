import { mayAuthor } from '~/modules/identity/permissions.ts'
import { exportQuestions } from '~/modules/questions/bank-export.server.ts'
import { readBankQuery } from '~/modules/questions/bank-query.ts'
import { guarded } from '~/platform/guarded.server.ts'

/** The list as it is filtered, as a file, or the empty table. A post, because taking the bank along is written down. */
export const action = guarded(mayAuthor, async ({ actor, request, now }) => {
  const query = readBankQuery(new URL(request.url).searchParams)
  const { name, type, bytes } = await exportQuestions(actor, query, await request.formData(), now)
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="questions"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
})
