import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { text } from '~/platform/raw-row.ts'

/** A question whose paper she is sitting is closed to her until she has handed it in: in practice, and in what she sat before. */
export async function closedTo(personId: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows(Prisma.sql`
    SELECT q."questionId" AS question FROM "PaperQuestion" q
    JOIN "Attempt" a ON a."paperId" = q."paperId" AND a."personId" = ${personId} AND a."status" = 'open'`)
  return new Set(rows.map((row) => text(row.question)))
}
