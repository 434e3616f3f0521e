import type { Actor } from '~/modules/identity/actor.ts'
import { type Sealing, sealingOf } from '~/modules/identity/person-keys.server.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import type { CommentAnswer } from './work.ts'

/*
 * What is said about a work is sealed under its author's key, as the work is: a comment quotes what it is about.
 */
type SealedComment = { readonly id: string; readonly body: string; readonly answerText: string | null }

export function commentText(sealing: Sealing, { id, body, answerText }: SealedComment) {
  return {
    body: sealing.unseal(bodyPlace(id), body),
    answerText: answerText === null ? '' : sealing.unseal(answerPlace(id), answerText),
  }
}

export function sealComment(sealing: Sealing, id: string, body: string): string {
  return sealing.seal(bodyPlace(id), body)
}

/** 接受 / 已改 / 有异议: she closes one, and may say otherwise until she hands in again. */
export async function answerComment(
  actor: Actor,
  workId: string,
  { commentId, kind, text }: { readonly commentId: string; readonly kind: CommentAnswer; readonly text: string },
  now: Date,
): Promise<void> {
  const sealing = await sealingOf(actor.personId, now)
  await db.write(async (tx) => {
    const comment = await tx.workComment.findFirst({
      where: { id: commentId, workId, releasedAt: { not: null }, work: { authorId: actor.personId } },
      select: { work: { select: { status: true } } },
    })
    if (!comment) throw notFound()
    if (comment.work.status !== 'returned') throw new DomainError('conflict')
    const answerText = sealing.seal(answerPlace(commentId), text)
    await tx.workComment.update({ where: { id: commentId }, data: { answer: kind, answerText, answeredAt: now } })
  })
}

function bodyPlace(id: string): string {
  return `WorkComment/${id}/body`
}

function answerPlace(id: string): string {
  return `WorkComment/${id}/answer`
}
