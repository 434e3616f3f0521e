import { randomUUID } from 'node:crypto'
import type { Actor } from '~/modules/identity/actor.ts'
import { currentBank } from '~/modules/questions/bank.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import { db } from '~/platform/db.server.ts'
import { testNow } from './people.ts'

/** Answers the first `count` questions of the junior paper, `right` of each ten rightly. */
export async function practise(actor: Actor, count: number, right: number, answeredAt = testNow): Promise<void> {
  const { personId } = actor
  const junior = [...(await currentBank()).active.values()].filter(({ facts }) => facts.subject === 'jz')
  const rows = junior.slice(0, count).flatMap(({ id: questionId, version, body }, at) => {
    const [choice] = choicesOf(body)
    if (!choice) return []
    const isRight = at % 10 < right
    const wrong = choice.options.findIndex((_, index) => !choice.key.includes(index))
    const picked = (isRight ? choice.key : [wrong]).join(',')
    const given = { picked, right: isRight, confidence: 'sure', seconds: 20, mode: 'all', answeredAt }
    return { id: randomUUID(), personId, questionId, version, part: 0, ...given }
  })
  await db.write((tx) => tx.practiceAnswer.createMany({ data: rows }))
}
