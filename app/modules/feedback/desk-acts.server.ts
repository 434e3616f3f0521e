import type { z } from 'zod'
import type { Actor } from '~/modules/identity/actor.ts'
import type { Marks } from '~/modules/works/rubric.ts'
import { paths } from '~/paths.ts'
import type { DeskForm } from './desk.schema.ts'
import { claimWork, type DecideRefusal, decideWork, saveComment, saveMarks } from './desk.server.ts'
import { nextInQueue } from './desk-page.server.ts'

type Acted =
  | { readonly kind: 'done'; readonly to: string }
  | { readonly kind: 'refused'; readonly code: Exclude<DecideRefusal, 'opened' | 'openComments'> }

/** One act of the desk's forms, and where she is then: after a decision, at the next work, which is hers already. */
export async function actOnDesk(
  actor: Actor,
  workId: string,
  wish: z.infer<typeof DeskForm>,
  marks: Marks,
  now: Date,
): Promise<Acted> {
  switch (wish.intent) {
    case 'claim':
    case 'take':
      return acted(await claimWork(actor, workId, wish.intent, now), paths.deskWork(workId))
    case 'comment': {
      const { id, body, field, paragraph } = wish
      const place = field !== null && paragraph !== null ? { field, paragraph } : null
      await saveComment(actor, workId, { id, body, place }, now)
      return { kind: 'done', to: paths.deskWork(workId) }
    }
    case 'marks':
      await saveMarks(actor, workId, { marks, seq: wish.seq }, now)
      return { kind: 'done', to: paths.deskWork(workId) }
    default: {
      const { intent: kind, seq, reason, isExcellent } = wish
      const refusal = await decideWork(actor, workId, { kind, marks, seq, reason, isExcellent }, now)
      return refusal === null ? { kind: 'done', to: await openNext(actor, now) } : acted(refusal, '')
    }
  }
}

async function openNext(actor: Actor, now: Date): Promise<string> {
  const next = await nextInQueue(actor, now)
  if (next === null) return paths.desk({ decided: 1 })
  // A colleague may have been faster: then she is shown who.
  await claimWork(actor, next, 'claim', now)
  return paths.deskWork(next, { decided: 1 })
}

function acted(refusal: DecideRefusal | null, to: string): Acted {
  if (refusal === null) return { kind: 'done', to }
  return { kind: 'refused', code: refusal === 'opened' || refusal === 'openComments' ? 'state' : refusal }
}
