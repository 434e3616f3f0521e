import { revokeFacts, standingFacts, tellAnew } from '~/modules/evidence/evidence.server.ts'
import type { Tx } from '~/platform/db.server.ts'
import type { ScoreChange } from './regrade-attempts.server.ts'
import type { Result } from './scoring.ts'
import { recordSat } from './settling.server.ts'

/**
 * The facts of scores that are others now are taken back and told anew: of the same day, cohort and organisation. What
 * becomes final with the change is told for the first time.
 */
export async function retellScores(tx: Tx, changes: readonly ScoreChange[], reason: string, now: Date): Promise<void> {
  const told = await standingFacts(
    tx,
    'exam-scored',
    changes.map(({ concerned }) => concerned.attempt.id),
  )
  const anew = changes.flatMap(({ concerned: { attempt }, result }) => {
    const fact = told.get(attempt.id)
    if (!fact || (fact.points === result.halfPoints && fact.outOf === result.outOf && isFinal(result))) return []
    return [{ fact, result }]
  })
  const subjectIds = anew.map(({ fact }) => fact.subjectId)
  await revokeFacts(tx, { kind: 'exam-scored', subjectIds }, reason, now)
  await tellAnew(
    tx,
    anew
      .filter(({ result }) => isFinal(result))
      .map(({ fact, result }) => ({ ...fact, points: result.halfPoints, outOf: result.outOf })),
  )
  for (const { concerned, result } of changes.filter((one) => !told.has(one.concerned.attempt.id))) {
    await recordSat(tx, concerned.attempt, result, concerned.attempt.submittedAt ?? now)
  }
}

function isFinal({ pending }: Result): boolean {
  return pending.length === 0
}
