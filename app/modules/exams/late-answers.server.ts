import { audit } from '~/modules/audit/audit.server.ts'
import { getCohort } from '~/modules/cohorts/cohorts.server.ts'
import { revokeFacts } from '~/modules/evidence/evidence.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { lettersOf } from '~/modules/questions/question.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import { pickedIds } from './answer.ts'
import { type Arrangement, readArrangement } from './arrangement.ts'
import { openPaper } from './papers.server.ts'
import { columnsOf, marksNow, recordSat, settle } from './settling.server.ts'
import { requireSitting } from './sittings.server.ts'

/*
 * 补传待审: answers that came when time was over, or from a device that had been taken over. They wait for a person, who sees
 * what counts now beside them.
 */
export type LateGroup = {
  readonly attemptId: string
  readonly personId: string
  readonly name: string
  /** only an attempt that is over is decided upon: until then she can answer again herself */
  readonly isOver: boolean
  readonly answers: readonly LateItem[]
}

export type LateItem = {
  readonly id: string
  /** as she met it */
  readonly number: number
  readonly reason: 'late' | 'foreign'
  readonly arrivedAt: Date
  /** letters as she saw them, or her text */
  readonly said: string
  /** what counts now; «» is blank */
  readonly stands: string
}

const shown = 400

/** Of a sitting; whoever asks has made sure that the reader may see it. */
export async function lateAnswersIn(sittingId: string, now: Date): Promise<readonly LateGroup[]> {
  const attempts = await db.read.attempt.findMany({
    where: { sittingId, status: { not: 'void' } },
    select: {
      ...{ id: true, personId: true, arrangement: true, status: true, boundaryAt: true },
      answers: { select: { itemId: true, value: true } },
    },
  })
  const late = await db.read.lateAnswer.findMany({
    where: { attemptId: { in: attempts.map(({ id }) => id) }, decidedAt: null },
    orderBy: [{ takeoverEpoch: 'asc' }, { seq: 'asc' }, { id: 'asc' }],
    take: shown,
  })
  const concerned = attempts.filter(({ id }) => late.some(({ attemptId }) => attemptId === id))
  const people = await db.read.person.findMany({
    where: { id: { in: concerned.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  })
  return concerned.map((attempt) => {
    const arrangement = readArrangement(attempt.arrangement)
    const standing = new Map(attempt.answers.map(({ itemId, value }) => [itemId, value]))
    return {
      ...{ attemptId: attempt.id, personId: attempt.personId },
      name: people.find(({ id }) => id === attempt.personId)?.name ?? '',
      isOver: attempt.status !== 'open' || attempt.boundaryAt < now,
      answers: late
        .filter(({ attemptId }) => attemptId === attempt.id)
        .map(({ id, itemId, reason, arrivedAt, value }) => ({
          ...{ id, arrivedAt, number: arrangement.order.indexOf(itemId) + 1 },
          reason: reason === 'late' ? ('late' as const) : ('foreign' as const),
          said: asSaid(arrangement, itemId, value),
          stands: asSaid(arrangement, itemId, standing.get(itemId) ?? ''),
        })),
    }
  })
}

/** Letters in the order in which she saw the options; a written answer as it is. */
function asSaid(arrangement: Arrangement, itemId: string, value: string): string {
  const options = arrangement.options[itemId] ?? []
  if (options.length === 0) return value
  const places = pickedIds(value).map((picked) => options.findIndex(({ id }) => id === picked))
  return lettersOf(places.filter((place) => place >= 0).toSorted((a, b) => a - b))
}

export type LateDecision = {
  readonly attemptId: string
  readonly lateIds: readonly string[]
  readonly isAccepted: boolean
  readonly reason: string
}

/** Accepted answers count from now on, and the attempt is scored anew. Decided twice, it is decided once. */
export async function decideLate(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  decision: LateDecision,
  now: Date,
): Promise<{ readonly decided: number }> {
  const { attemptId, lateIds, isAccepted, reason } = decision
  await getCohort(actor, cohortId)
  const found = await db.read.attempt.findFirst({ where: { id: attemptId, sittingId }, select: { paperId: true } })
  if (found) await settle(attemptId, now)
  const opened = found ? await openPaper(found.paperId) : null
  return db.write(async (tx) => {
    await requireSitting(tx, actor, cohortId, sittingId)
    const attempt = await tx.attempt.findFirst({ where: { id: attemptId, sittingId } })
    if (!attempt || !opened) throw notFound()
    if (attempt.status !== 'submitted') throw new DomainError('conflict')
    const late = await tx.lateAnswer.findMany({
      where: { id: { in: [...lateIds] }, attemptId, decidedAt: null },
      orderBy: [{ takeoverEpoch: 'asc' }, { seq: 'asc' }],
    })
    if (late.length === 0) return { decided: 0 }
    await tx.lateAnswer.updateMany({
      where: { id: { in: late.map(({ id }) => id) } },
      data: { decidedAt: now, decidedBy: actor.personId, isAccepted, decisionNote: reason },
    })
    await audit(tx, {
      ...{ actor, action: isAccepted ? 'late-answers.accepted' : 'late-answers.rejected', objectType: 'attempt' },
      ...{ objectId: attemptId, cohortId, reason, now },
    })
    if (!isAccepted) return { decided: late.length }
    for (const answer of late) await standIn(tx, attemptId, answer, now)
    const { result } = await marksNow(tx, opened, attempt)
    await tx.attempt.update({ where: { id: attemptId }, data: columnsOf(result) })
    // The fact of the old score is taken back and told anew.
    await revokeFacts(tx, { kind: 'exam-scored', subjectIds: [attemptId] }, reason, now)
    await recordSat(tx, attempt, result, attempt.submittedAt ?? now)
    return { decided: late.length }
  })
}

type Late = { readonly itemId: string; readonly value: string; readonly takeoverEpoch: number; readonly seq: number }

/** In the order in which she gave them: the newest of an item is the one that stays. */
async function standIn(tx: Tx, attemptId: string, { itemId, value, takeoverEpoch, seq }: Late, now: Date) {
  const stands = { value, takeoverEpoch, seq, savedAt: now }
  await tx.answer.upsert({
    where: { attemptId_itemId: { attemptId, itemId } },
    create: { attemptId, itemId, isMarked: false, ...stands },
    update: stands,
  })
}
