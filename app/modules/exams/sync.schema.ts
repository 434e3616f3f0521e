import { z } from 'zod'

const itemId = z.string().regex(/^q\d{1,3}$/)
const seq = z.int().min(1).max(2_000_000_000)
const epoch = z.int().min(0).max(1_000_000)
const deviceId = z.string().regex(/^[\w-]{8,64}$/)

const SavedAnswer = z.strictObject({ itemId, value: z.string().max(20_000), isMarked: z.boolean(), seq })

/** Of two changes of one item in a batch only the later one counts. */
function latest(answers: ReadonlyArray<z.infer<typeof SavedAnswer>>) {
  const byItem = new Map<string, z.infer<typeof SavedAnswer>>()
  for (const answer of answers) {
    const held = byItem.get(answer.itemId)
    if (!held || held.seq < answer.seq) byItem.set(answer.itemId, answer)
  }
  return [...byItem.values()]
}

export const signalKinds = ['hidden', 'pasted', 'offline', 'clockMoved'] as const

/** What the page of a sitting sends by itself, as JSON. */
export const SyncMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enter'), deviceId, wantsTakeover: z.boolean() }),
  z.strictObject({ kind: z.literal('save'), epoch, answers: z.array(SavedAnswer).min(1).max(100).transform(latest) }),
  z.strictObject({
    ...{ kind: z.literal('beat'), epoch, waiting: z.int().min(0).max(1_000) },
    signals: z.array(z.strictObject({ kind: z.enum(signalKinds), seconds: z.int().min(0).max(86_400) })).max(20),
  }),
  z.strictObject({ kind: z.literal('submit'), epoch }),
])
export type SyncMessage = z.infer<typeof SyncMessage>

/** What an answer file holds: more than a paper has, of more than one device, is no file of ours. */
export const AnswerLog = z.array(SavedAnswer.extend({ epoch })).min(1).max(400)

/** The same without a script: one form with all answers. */
export const SittingForm = z.strictObject({ intent: z.enum(['save', 'submit']), epoch: z.coerce.number().int().min(0) })

/** Answer points that she ticked; none is none. */
const SelfMarkForm = z.strictObject({
  intent: z.literal('mark'),
  item: itemId,
  point: z
    .preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.coerce.number().int().min(0).max(100)).max(60),
    )
    .default([]),
})

/** What she does with a written answer on her result: marks it, asks her mentors to look, takes that back. */
export const WrittenAnswerForm = z.discriminatedUnion('intent', [
  SelfMarkForm,
  z.strictObject({ intent: z.literal('hand'), item: itemId }),
  z.strictObject({ intent: z.literal('takeBack'), item: itemId }),
])

/** A mentor opens what was handed to her. */
export const OpenHandedForm = z.strictObject({ intent: z.literal('open') })

/** `blueprint`: one of the centre's; without it the official one. */
export const StartForm = z.strictObject({
  intent: z.literal('start'),
  blueprint: z.string().min(1).max(128).optional(),
})
