import { db } from '~/platform/db.server.ts'
import { openPaper } from './papers.server.ts'
import { currentMarks } from './regrade.ts'
import { concernedFrom, type ScoreColumns, scoredColumns } from './regrade-attempts.server.ts'
import { standingRegrades } from './revisions.server.ts'
import type { Result } from './scoring.ts'
import { columnsOf } from './settling.server.ts'

/*
 * Kept = computed, for marks: every score that is kept must follow from the paper as it was drawn, the answers that stand, marks
 * given by hand and the changes that stand; and the fact of training must tell the same score. What differs is told and never
 * mended: a mark that somebody was shown changes by an act of a person, with a reason.
 */
export type ScoreDifference = {
  readonly personId: string
  readonly attemptId: string
  readonly what: readonly string[]
}

const atOnce = 200

export async function scoreDifferences(): Promise<readonly ScoreDifference[]> {
  const standing = await standingRegrades(db.read)
  const found: ScoreDifference[] = []
  let last = ''
  for (;;) {
    const rows = await db.read.attempt.findMany({
      where: { status: 'submitted', id: { gt: last } },
      orderBy: { id: 'asc' },
      select: scoredColumns,
      take: atOnce,
    })
    if (rows.length === 0) return found
    last = rows.at(-1)?.id ?? last
    const papers = new Map(
      await Promise.all(
        [...new Set(rows.map(({ paperId }) => paperId))].map(async (id) => [id, await openPaper(id)] as const),
      ),
    )
    const facts = await factsOf(rows.map(({ id }) => id))
    for (const { attempt, kept, scored } of await concernedFrom(db.read, rows, papers, standing)) {
      const { result } = currentMarks(scored)
      const what = [...differing(kept, columnsOf(result)), ...factDiffers(facts.get(attempt.id), result)]
      if (what.length > 0) found.push({ personId: attempt.personId, attemptId: attempt.id, what })
    }
  }
}

const names = ['marks', 'halfPoints', 'outOf', 'passed'] as const

function differing(kept: ScoreColumns, computed: ScoreColumns): readonly string[] {
  return names.filter((name) => kept[name] !== computed[name])
}

type Fact = { readonly points: number | null; readonly outOf: number | null }

async function factsOf(attemptIds: readonly string[]): Promise<ReadonlyMap<string, Fact>> {
  const rows = await db.read.evidence.findMany({
    where: { kind: 'exam-scored', subjectId: { in: [...attemptIds] }, revokedAt: null },
    select: { subjectId: true, points: true, outOf: true },
  })
  return new Map(rows.map(({ subjectId, points, outOf }) => [subjectId, { points, outOf }]))
}

/** An exam in which nothing was put down, or that waits for a person, has no fact. */
function factDiffers(fact: Fact | undefined, { halfPoints, outOf, isEmpty, pending }: Result): readonly string[] {
  const isTold = !isEmpty && pending.length === 0
  if (!isTold) return fact ? ['a fact without a score'] : []
  if (!fact) return ['a score without its fact']
  return fact.points === halfPoints && fact.outOf === outOf ? [] : ['the fact tells another score']
}
