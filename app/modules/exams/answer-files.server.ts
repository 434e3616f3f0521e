import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { isStorableText } from '~/platform/params.ts'
import { attemptOfFile, openAnswers } from './answer-file.ts'
import { answerKey } from './answer-key.server.ts'
import { acceptSave } from './attempt.ts'
import { noteEvent } from './attempts.server.ts'
import { type Apart, keepApart } from './saves.server.ts'
import type { Entry } from './saving.ts'
import { requireSitting } from './sittings.server.ts'
import { AnswerLog } from './sync.schema.ts'

/*
 * 应急答卷 is loaded: what a device could not send comes by hand. It enters by the rule by which it would have come over the
 * network (`acceptSave`): in time and from the device that sits it counts, else it is kept apart for a decision (补传待审).
 */
export const mostFileBytes = 800_000

export type FileLoaded =
  | { readonly kind: 'loaded'; readonly name: string; readonly counted: number; readonly apart: number }
  | { readonly kind: 'refused'; readonly code: FileFault }

export type FileFault =
  | 'answerFileMissing'
  | 'answerFileLarge'
  | 'answerFileOther'
  | 'answerFileElsewhere'
  | 'answerFileDamaged'
  | 'answerFileVoid'

/** Loaded again, by whomever, everything is known already: nothing changes and nothing is noted. */
export async function loadAnswerFile(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  file: Uint8Array,
  now: Date,
): Promise<FileLoaded> {
  await requireSitting(db.read, actor, cohortId, sittingId)
  if (file.length === 0) return refused('answerFileMissing')
  if (file.length > mostFileBytes) return refused('answerFileLarge')
  const attemptId = attemptOfFile(file)
  if (attemptId === null) return refused('answerFileOther')
  const opened = AnswerLog.safeParse(openAnswers(file, await answerKey(attemptId, now)))
  const log = opened.success && opened.data.every(({ value }) => isStorableText(value)) ? opened.data : null
  return db.write(async (tx) => {
    await requireSitting(tx, actor, cohortId, sittingId)
    const attempt = await tx.attempt.findFirst({ where: { id: attemptId, sittingId } })
    if (!attempt) return refused('answerFileElsewhere')
    if (log === null) return refused('answerFileDamaged')
    if (attempt.status === 'void') return refused('answerFileVoid')
    const came = await take(tx, attempt, log, now)
    if (came.counted + came.apart > 0) {
      const about = { objectType: 'attempt', objectId: attemptId, cohortId, now }
      await audit(tx, { actor, action: 'answer-file.loaded', ...about })
      await noteEvent(tx, attemptId, 'fileLoaded', String(came.counted + came.apart), now)
    }
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: attempt.personId }, select: { name: true } })
    return { kind: 'loaded', name, ...came }
  })
}

function refused(code: FileFault): FileLoaded {
  return { kind: 'refused', code }
}

type Row = NonNullable<Awaited<ReturnType<Tx['attempt']['findFirst']>>>

async function take(tx: Tx, row: Row, log: readonly Entry[], now: Date) {
  const { id: attemptId, startedAt, deadlineAt, graceMs, takeoverEpoch, submittedAt } = row
  const status = row.status === 'open' ? ('open' as const) : ('submitted' as const)
  const attempt = { startedAt, deadlineAt, graceMs, takeoverEpoch, submittedAt, status, submittedBy: null }
  const standing = new Map((await tx.answer.findMany({ where: { attemptId } })).map((one) => [one.itemId, one]))
  const apart: Apart[] = []
  let counted = 0
  for (const { epoch, ...answer } of log) {
    const saved = standing.get(answer.itemId) ?? null
    const outcome = acceptSave(attempt, saved, { ...answer, takeoverEpoch: epoch, at: now })
    if (outcome.kind === 'known') continue
    if (outcome.kind !== 'saved') {
      apart.push({ ...answer, epoch, reason: outcome.kind })
      continue
    }
    const { value, isMarked, seq } = answer
    const stands = { value, isMarked, seq, takeoverEpoch: epoch, savedAt: now }
    const where = { attemptId_itemId: { attemptId, itemId: answer.itemId } }
    await tx.answer.upsert({ where, create: { attemptId, itemId: answer.itemId, ...stands }, update: stands })
    counted += 1
  }
  return { counted, apart: apart.length > 0 ? await keepApart(tx, attemptId, apart, now) : 0 }
}
