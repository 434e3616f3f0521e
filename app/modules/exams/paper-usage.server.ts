import type { Subject } from '~/modules/questions/subjects.ts'
import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, text, whole } from '~/platform/raw-row.ts'

/**
 * On how many papers each question of the bank stood: from the index alone, because every mock that begins draws by it, and a
 * season leaves thousands of papers.
 */
export async function exposuresOf(): Promise<ReadonlyMap<string, number>> {
  const rows = await db.rows(Prisma.sql`
    SELECT "questionId" AS question, COUNT(*) AS papers FROM "PaperQuestion" GROUP BY "questionId"`)
  return new Map(rows.map((row) => [text(row.question), whole(row.papers)]))
}

/** On how many papers a question stood, and when it was last put on one. */
export type Usage = { readonly papers: number; readonly lastAt: Date }

/** Of a subject, for the desks of staff. */
export async function usageOf(subject: Subject): Promise<ReadonlyMap<string, Usage>> {
  const rows = await db.rows(Prisma.sql`
    SELECT q."questionId" AS question, COUNT(*) AS papers, MAX(p."createdAt") AS latest
    FROM "PaperQuestion" q JOIN "Paper" p ON p."id" = q."paperId" AND p."subject" = ${subject}
    GROUP BY q."questionId"`)
  return new Map(rows.map((row) => [text(row.question), { papers: whole(row.papers), lastAt: instant(row.latest) }]))
}
