import { db, type Tx } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { text } from '~/platform/raw-row.ts'
import { cardId, cardOfId } from './card-id.ts'
import type { Confidence, Look } from './review-log.ts'
import { replay } from './scheduler.ts'
import { isInWrongBook } from './wrong-book.ts'

/* Cards are kept for lists, and are nothing but what her answers make of them: the log is the truth. */
type LoggedAnswer = {
  readonly id: string
  readonly questionId: string
  readonly part: number
  readonly right: boolean
  readonly confidence: string
  readonly seconds: number
  readonly answeredAt: Date
}

/** The card as its log makes it. Inside the write that adds to the log. */
export async function keepCard(tx: Tx, personId: string, questionId: string, part: number, now: Date): Promise<void> {
  const key = { personId, questionId, part }
  const state = { ...cardFrom(cardId(questionId, part), await looksAt(tx, key), now), updatedAt: now }
  await tx.reviewCard.upsert({
    where: { personId_questionId_part: key },
    create: { ...key, ...state },
    update: state,
  })
}

type CardKey = { readonly personId: string; readonly questionId: string; readonly part: number }

/** All her looks at a card, in no order. */
export async function looksAt(client: Pick<Tx, 'practiceAnswer'>, card: CardKey): Promise<readonly Look[]> {
  return (await client.practiceAnswer.findMany({ where: card })).map(lookOf)
}

function lookOf({ id, questionId, part, right, confidence, seconds, answeredAt }: LoggedAnswer): Look {
  return {
    ...{ kind: 'look', id, cardId: cardId(questionId, part), at: answeredAt.getTime() },
    grade: { right, confidence: confidence as Confidence, seconds },
  }
}

function cardFrom(id: string, looks: readonly Look[], now: Date) {
  const card = replay(id, looks)
  const dueAt = new Date(card.dueAt ?? now.getTime())
  return { state: JSON.stringify(card), dueAt, isWrong: isInWrongBook(looks) }
}

/** A kept card that is not what its log says; or one without a log, or a log without one. */
export type CardDifference = { readonly personId: string; readonly cardId: string; readonly what: readonly string[] }

/** Computes every card anew from its log and tells what differs; with `mend`, writes it. One person at a time. */
export async function recomputeCards(
  now: Date,
  { mend }: { readonly mend: boolean },
): Promise<readonly CardDifference[]> {
  const people = await db.rows(Prisma.sql`
    SELECT "personId" AS person FROM "PracticeAnswer" UNION SELECT "personId" FROM "ReviewCard" ORDER BY 1`)
  const found: CardDifference[] = []
  for (const row of people) {
    const differences = await differencesOf(text(row.person), now)
    found.push(...differences)
    if (mend) await db.write(async (tx) => mendCards(tx, differences, now))
  }
  return found
}

async function differencesOf(personId: string, now: Date): Promise<readonly CardDifference[]> {
  const [answers, cards] = await Promise.all([
    db.read.practiceAnswer.findMany({ where: { personId } }),
    db.read.reviewCard.findMany({ where: { personId } }),
  ])
  const logs = new Map<string, Look[]>()
  for (const look of answers.map(lookOf)) logs.set(look.cardId, [...(logs.get(look.cardId) ?? []), look])
  const kept = new Map(cards.map((card) => [cardId(card.questionId, card.part), card]))
  return [...new Set([...logs.keys(), ...kept.keys()])].sort().flatMap((id): readonly CardDifference[] => {
    const [looks, card] = [logs.get(id), kept.get(id)]
    const tell = (...what: string[]) => (what.length > 0 ? [{ personId, cardId: id, what }] : [])
    if (!card) return tell('a log without a card')
    if (!looks) return tell('a card without a log')
    const computed = cardFrom(id, looks, now)
    return tell(
      ...(card.state === computed.state ? [] : ['state']),
      ...(card.dueAt.getTime() === computed.dueAt.getTime() ? [] : ['dueAt']),
      ...(card.isWrong === computed.isWrong ? [] : ['isWrong']),
    )
  })
}

/** By the log as it is now: she may have answered meanwhile. */
async function mendCards(tx: Tx, differences: readonly CardDifference[], now: Date): Promise<void> {
  for (const { personId, cardId: id } of differences) {
    const { questionId, part } = cardOfId(id)
    const key = { personId, questionId, part }
    if ((await tx.practiceAnswer.count({ where: key })) === 0) await tx.reviewCard.deleteMany({ where: key })
    else await keepCard(tx, personId, questionId, part, now)
  }
}
