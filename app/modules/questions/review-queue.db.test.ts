import { beforeEach, expect, test } from 'vitest'
import { buildQuestion } from '#tests/support/bank-questions.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { forgetBank } from './bank.server.ts'
import { approveQuestion, createQuestion, saveQuestion } from './question-acts.server.ts'
import { decideMany, getReviewQueue, waitingPerPage } from './review-queue.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const everything = { subject: null, page: 1 }
const approval = { kind: 'approve' } as const

let author: Actor
let second: Actor
beforeEach(async () => {
  forgetBank()
  author = await createPerson({ roles: ['coordinator'] })
  second = await createPerson({ roles: ['administrator'] })
})

async function proposed(stem: string, over: { by?: Actor; at?: Date; points?: readonly string[] } = {}) {
  const { by = author, at = now, points = ['process-intake'] } = over
  const saved = await createQuestion(by, buildQuestion({ stem }, { points }), { note: '', isProposed: true }, at)
  return saved.questionId
}

const statusOf = async (id: string) => (await db.read.question.findUniqueOrThrow({ where: { id } })).status
const chosen = (...ids: readonly string[]) => ids.map((questionId) => ({ questionId, number: 1 }))

test('what waits is shown in full to everybody but its author, the oldest first', async () => {
  const newer = await proposed('后写的', { at: later(5) })
  const older = await proposed('先写的')
  await proposed('别人写的', { by: second })
  await createQuestion(author, buildQuestion({ stem: '草稿' }), { note: '', isProposed: false }, now)

  const queue = await getReviewQueue(second, everything)
  expect(queue).toMatchObject({ total: 2, own: 1 })
  expect(queue.questions.map(({ id }) => id)).toEqual([older, newer])
  expect(queue.questions[0]).toMatchObject({ number: 1, body: { stem: '先写的', key: [0] }, author: author.name })
  expect((await getReviewQueue(author, everything)).questions.map(({ body }) => body.stem)).toEqual(['别人写的'])
})

test('a change of a question in use is shown against the version that is asked', async () => {
  const id = await proposed('先做什么：')
  await approveQuestion(second, id, 1, later(1))
  await saveQuestion(
    author,
    id,
    1,
    buildQuestion({ stem: '先做什么呢：' }),
    { note: '改题干', isProposed: false },
    later(2),
  )

  const [question] = (await getReviewQueue(second, everything)).questions
  expect(question).toMatchObject({
    ...{ number: 2, activeVersion: 1, note: '改题干' },
    changes: [{ field: 'stem', before: '先做什么：', after: '先做什么呢：' }],
  })
})

test('many are approved at once, and those that cannot be are named, each with why', async () => {
  const good = await proposed('甲')
  const mine = await proposed('乙', { by: second })
  const moved = await proposed('丙')
  await saveQuestion(author, moved, 1, buildQuestion({ stem: '丙丙' }), { note: '', isProposed: true }, later(1))
  const settled = await proposed('丁')
  await approveQuestion(second, settled, 1, later(1))
  const pointless = await proposed('戊', { points: [] })
  const all = chosen(good, mine, moved, settled, pointless, 'c-0000000000000000')

  expect(await decideMany(second, all, approval, later(2))).toEqual({
    done: 1,
    refused: [
      { id: mine, fault: 'own' },
      { id: moved, fault: 'newer' },
      { id: settled, fault: 'notWaiting' },
      { id: pointless, fault: 'points' },
      { id: 'c-0000000000000000', fault: 'gone' },
    ],
  })
  expect(await Promise.all([good, mine, moved].map(statusOf))).toEqual(['active', 'review', 'review'])
  const refusals = await db.read.auditEntry.findMany({ where: { outcome: 'refused' }, select: { objectId: true } })
  expect(refusals).toEqual([{ objectId: mine }])
})

test('many are returned with one reason, which each of their authors reads', async () => {
  const ids = [await proposed('甲'), await proposed('乙')]
  expect(await decideMany(second, chosen(...ids), { kind: 'return', reason: '请写出处' }, later(1))).toEqual({
    ...{ done: 2, refused: [] },
  })

  expect(await Promise.all(ids.map(statusOf))).toEqual(['draft', 'draft'])
  const reasons = await db.read.auditEntry.findMany({
    where: { action: 'question.returned' },
    select: { reason: true },
  })
  expect(reasons).toEqual([{ reason: '请写出处' }, { reason: '请写出处' }])
})

test('a page holds ten; a page beyond the last is the last', async () => {
  for (let at = 0; at <= waitingPerPage; at++) await proposed(`第 ${at} 题`, { at: later(at) })
  const last = await getReviewQueue(second, { subject: null, page: 99 })
  expect(last).toMatchObject({ total: waitingPerPage + 1, page: 2, pages: 2 })
  expect(last.questions.map(({ body }) => body.stem)).toEqual([`第 ${waitingPerPage} 题`])
})

test('a trainee finds nothing to decide', async () => {
  const trainee = await createPerson()
  await expect(getReviewQueue(trainee, everything)).rejects.toMatchObject({ code: 'notFound' })
  await expect(decideMany(trainee, chosen(await proposed('甲')), approval, now)).rejects.toMatchObject({
    code: 'notFound',
  })
})
