import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { text } from '~/platform/raw-row.ts'

/**
 * Questions on a paper that she has open, a mock or her cohort's exam: until she has handed it in, no other page of hers shows
 * their key. An attempt whose time is up stays open until it is settled: what was answered without a connection may still come.
 */
export async function closedTo(personId: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows(Prisma.sql`
    SELECT q."questionId" AS question FROM "PaperQuestion" q
    JOIN "Attempt" a ON a."paperId" = q."paperId" AND a."personId" = ${personId} AND a."status" = 'open'`)
  return new Set(rows.map((row) => text(row.question)))
}
