import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { readArrangement } from './arrangement.ts'
import { type OpenedPaper, openPaper } from './papers.server.ts'
import type { ScoredAttempt } from './regrade.ts'
import { revisionsOn, type StandingRegrade } from './revisions.server.ts'
import type { Result } from './scoring.ts'
import { sheetOf } from './settling.server.ts'
import { paperIdsOf } from './sitting-papers.ts'

/** The version of a question, on what was sat: everywhere, or in one sitting. */
export type Target = { readonly questionId: string; readonly version: number; readonly sittingId: string | null }

/** The columns that hold an attempt's score. */
export type ScoreColumns = {
  readonly marks: string | null
  readonly halfPoints: number | null
  readonly outOf: number | null
  readonly passed: boolean | null
}

export type Concerned = {
  readonly attempt: {
    readonly id: string
    readonly personId: string
    readonly sittingId: string | null
    readonly startedAt: Date
    readonly submittedAt: Date | null
  }
  /** as they are kept */
  readonly kept: ScoreColumns
  readonly scored: ScoredAttempt
}

export type OpenedPapers = ReadonlyMap<string, OpenedPaper>
type Reader = Pick<Tx, 'attempt' | 'selfMark'>

export type ScoreChange = { readonly concerned: Concerned; readonly result: Result; readonly next: ScoreColumns }

/** Papers never change: they are read before the transaction. Where it stands on none, there is nothing. */
export async function papersWith({ questionId, version, sittingId }: Target): Promise<OpenedPapers> {
  const ofSitting = sittingId === null ? {} : { paperId: { in: [...(await paperIdsIn(sittingId))] } }
  const rows = await db.read.paperQuestion.findMany({
    where: { questionId, version, ...ofSitting },
    select: { paperId: true },
  })
  if (rows.length === 0) throw notFound()
  const papers = new Map<string, OpenedPaper>()
  for (const { paperId } of rows) papers.set(paperId, await openPaper(paperId))
  return papers
}

export async function paperIdsIn(sittingId: string): Promise<readonly string[]> {
  const sitting = await db.read.sitting.findUnique({ where: { id: sittingId }, select: { paperIds: true } })
  return sitting ? paperIdsOf(sitting.paperIds) : []
}

/** Finished attempts with the question, and the facts that their marks follow from. */
export async function attemptsWith(
  reader: Reader,
  target: Target,
  papers: OpenedPapers,
  standing: readonly StandingRegrade[],
): Promise<readonly Concerned[]> {
  const rows = await reader.attempt.findMany({
    where: {
      ...{ status: 'submitted', paperId: { in: [...papers.keys()] } },
      ...(target.sittingId !== null && { sittingId: target.sittingId }),
    },
    orderBy: { id: 'asc' },
    select: scoredColumns,
  })
  return concernedFrom(reader, rows, papers, standing)
}

export const scoredColumns = {
  ...{ id: true, personId: true, paperId: true, sittingId: true, arrangement: true, startedAt: true },
  ...{ submittedAt: true, marks: true, halfPoints: true, outOf: true, passed: true },
  answers: { select: { itemId: true, value: true } },
} as const

type ScoredRow = Concerned['attempt'] &
  ScoreColumns & {
    readonly paperId: string
    readonly arrangement: string
    readonly answers: ReadonlyArray<{ readonly itemId: string; readonly value: string }>
  }

/** Rows as they are stored, each with the facts that its marks follow from. */
export async function concernedFrom(
  reader: Pick<Tx, 'selfMark'>,
  rows: readonly ScoredRow[],
  papers: OpenedPapers,
  standing: readonly StandingRegrade[],
): Promise<readonly Concerned[]> {
  const byHand = await marksByHand(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row): Concerned[] => {
    const opened = papers.get(row.paperId)
    if (!opened) return []
    const { id, personId, sittingId, startedAt, submittedAt, marks, halfPoints, outOf, passed } = row
    return [
      {
        attempt: { id, personId, sittingId, startedAt, submittedAt },
        kept: { marks, halfPoints, outOf, passed },
        scored: {
          ...{ attemptId: id, paper: opened.toScore, byHand: byHand.get(id) ?? {} },
          answers: sheetOf(readArrangement(row.arrangement), row.answers),
          revisions: revisionsOn(standing, opened.paper, sittingId),
        },
      },
    ]
  })
}

async function marksByHand(reader: Pick<Tx, 'selfMark'>, attemptIds: readonly string[]) {
  const rows = await reader.selfMark.findMany({
    where: { attemptId: { in: [...attemptIds] } },
    select: { attemptId: true, itemId: true, halfPoints: true },
  })
  const found = new Map<string, Record<string, number>>()
  for (const { attemptId, itemId, halfPoints } of rows) {
    found.set(attemptId, { ...found.get(attemptId), [itemId]: halfPoints })
  }
  return found
}
