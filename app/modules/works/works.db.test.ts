import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createTwoCohorts } from '#tests/support/cohorts.ts'
import { currentTestDatabase, useDatabase } from '#tests/support/db.ts'
import { testNow } from '#tests/support/people.ts'
import { claimWork, decideWork, saveComment, saveMarks } from '~/modules/feedback/desk.server.ts'
import { readDesk, readQueue } from '~/modules/feedback/desk-page.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { sqlitePath } from '~/platform/db-file.server.ts'
import { DomainError } from '~/platform/errors.ts'
import { answerComment } from './comments.server.ts'
import { listOwnWorks, readOwnWork } from './own-works.server.ts'
import { rubrics } from './rubric.ts'
import type { WorkField } from './work-text.ts'
import { type Draft, saveDraft, submitWork, withdrawWork } from './works.server.ts'

useDatabase()

const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000)
const canary = '楼道里的灯坏了三天独居老人不敢下楼'
const fields: readonly WorkField[] = [
  { key: 'problem', text: `${canary}。\n物业说在排队。` },
  { key: 'reflection', text: '先听完，再问物业。' },
]
const full = Object.fromEntries(rubrics.diary.map(({ id, outOf }) => [id, outOf]))
const decision = { marks: full, seq: 9, reason: '', isExcellent: false }

async function write(actor: Actor, over: Partial<Draft> = {}): Promise<string> {
  const draft: Draft = { id: randomUUID(), kind: 'diary', visibility: 'mentors', fields, seq: 1, ...over }
  await saveDraft(actor, draft, testNow)
  return draft.id
}

const hand = (actor: Actor, workId: string, now = minutes(1)) =>
  submitWork(actor, workId, { check: () => {}, passedOver: null }, now)

async function handIn(actor: Actor, over: Partial<Draft> = {}): Promise<string> {
  const workId = await write(actor, over)
  expect(await hand(actor, workId)).toMatchObject({ ok: true })
  return workId
}

const comment = (body: string, place: { field: string; paragraph: number } | null = null) => ({
  ...{ id: randomUUID(), place, body },
})

test('write, hand in, be returned, answer, write again, be accepted: a fact of training', async () => {
  const { trainee, mentor, cohortId } = await createTwoCohorts()
  const workId = await handIn(trainee)
  expect(await readQueue(mentor, minutes(2))).toMatchObject({ count: 1, waiting: [{ id: workId, revision: 1 }] })

  expect(await claimWork(mentor, workId, 'claim', minutes(2))).toBeNull()
  await saveComment(mentor, workId, comment('写清楚是哪一天', { field: 'problem', paragraph: 0 }), minutes(3))
  await saveComment(mentor, workId, comment('再问一次老人自己怎么想'), minutes(4))
  expect((await readOwnWork(trainee, workId, minutes(5))).comments).toEqual([])
  expect(await decideWork(mentor, workId, { ...decision, kind: 'return' }, minutes(5))).toBeNull()

  const returned = await readOwnWork(trainee, workId, minutes(6))
  expect(returned).toMatchObject({ status: 'returned', rounds: 1, openings: [{ name: mentor.name }] })
  expect(returned.comments.map(({ body, place }) => [body, place])).toEqual([
    ['写清楚是哪一天', { field: 'problem', paragraph: 0 }],
    ['再问一次老人自己怎么想', null],
  ])
  expect(await hand(trainee, workId, minutes(7))).toEqual({ ok: false, code: 'openComments' })
  const [first, second] = returned.comments
  await answerComment(trainee, workId, { commentId: first?.id ?? '', kind: 'changed', text: '' }, minutes(8))
  await answerComment(trainee, workId, { commentId: second?.id ?? '', kind: 'disputed', text: '他已说过' }, minutes(8))
  await saveDraft(trainee, { id: workId, kind: 'diary', visibility: 'mentors', fields, seq: 2 }, minutes(9))
  expect(await hand(trainee, workId, minutes(10))).toMatchObject({ ok: true, receipt: { revision: 2 } })

  await claimWork(mentor, workId, 'claim', minutes(11))
  const desk = await readDesk(mentor, workId, minutes(12))
  expect(desk.opened).toMatchObject({ fields, own: [] })
  expect(desk.opened?.changes?.flatMap(({ paragraphs }) => paragraphs.map(({ kind }) => kind))).toEqual([
    'same',
    'same',
    'same',
  ])
  expect(desk.opened?.answered.map(({ answer }) => answer?.kind)).toEqual(['changed', 'disputed'])
  expect(await decideWork(mentor, workId, { ...decision, kind: 'accept' }, minutes(13))).toBeNull()
  expect(await db.read.evidence.findMany({ where: { subjectId: workId } })).toMatchObject([
    { userId: trainee.personId, kind: 'diary-accepted', cohortId, points: 20, outOf: 20, scale: 2 },
  ])
  expect(await readQueue(mentor, minutes(14))).toEqual({ count: 0, waiting: [] })
  expect(await db.read.workRevision.count({ where: { workId } })).toBe(2)
})

test('the file of the database holds nothing of what was written or said about it', async () => {
  const { trainee, mentor } = await createTwoCohorts()
  const workId = await handIn(trainee)
  await claimWork(mentor, workId, 'claim', minutes(2))
  await saveComment(mentor, workId, comment(`${canary}：怎么发现的？`), minutes(3))
  await decideWork(mentor, workId, { ...decision, kind: 'return' }, minutes(4))
  const [said] = (await readOwnWork(trainee, workId, minutes(5))).comments
  await answerComment(trainee, workId, { commentId: said?.id ?? '', kind: 'changed', text: canary }, minutes(6))

  const rows = [
    await db.read.workDraft.findMany(),
    await db.read.workRevision.findMany(),
    await db.read.workComment.findMany(),
    await db.read.auditEntry.findMany(),
    await db.read.workEvent.findMany(),
  ]
  expect(JSON.stringify(rows)).not.toContain(canary.slice(0, 6))
  if (db.dialect === 'postgresql') return
  const folder = dirname(sqlitePath(currentTestDatabase().url))
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  expect(files.some((bytes) => bytes.includes(Buffer.from('WorkRevision')))).toBe(true)
  expect(files.some((bytes) => bytes.includes(Buffer.from(canary)))).toBe(false)
})

test('nobody but her mentors reads it: not another mentor, not a coordinator, not an administrator, not a trainee', async () => {
  const people = await createTwoCohorts()
  const workId = await handIn(people.trainee)
  const { otherMentor, coordinator, administrator, otherTrainee } = people
  for (const actor of [otherMentor, coordinator, administrator, otherTrainee]) {
    const acts = [
      () => readDesk(actor, workId, testNow),
      () => claimWork(actor, workId, 'claim', testNow),
      () => saveComment(actor, workId, comment('?'), testNow),
      () => saveMarks(actor, workId, { marks: {}, seq: 1 }, testNow),
      () => decideWork(actor, workId, { ...decision, kind: 'accept' }, testNow),
      () => readOwnWork(actor, workId, testNow),
      () => withdrawWork(actor, workId, testNow),
      () => saveDraft(actor, { id: workId, kind: 'diary', visibility: 'mentors', fields, seq: 7 }, testNow),
    ]
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'notFound' })
    expect((await readQueue(actor, testNow)).count).toBe(0)
  }
})

test('what is for herself alone, or not handed in, no mentor sees; what she has not opened she is not told', async () => {
  const { trainee, mentor } = await createTwoCohorts()
  const [own, draft] = [await handIn(trainee, { visibility: 'self' }), await write(trainee)]
  const open = await handIn(trainee)
  for (const workId of [own, draft]) {
    await expect(readDesk(mentor, workId, testNow)).rejects.toMatchObject({ code: 'notFound' })
  }
  expect(await readDesk(mentor, open, testNow)).toMatchObject({ author: { name: trainee.name }, opened: null })
  expect((await readQueue(mentor, testNow)).waiting.map(({ id }) => id)).toEqual([open])
})

test('withdrawn while nobody has opened it; not afterwards', async () => {
  const { trainee, mentor } = await createTwoCohorts()
  const [unread, read] = [await handIn(trainee), await handIn(trainee)]
  expect(await withdrawWork(trainee, unread, minutes(2))).toBeNull()
  await claimWork(mentor, read, 'claim', minutes(2))
  expect(await withdrawWork(trainee, read, minutes(3))).toBe('opened')
  await expect(
    saveDraft(trainee, { id: read, kind: 'diary', visibility: 'self', fields, seq: 5 }, minutes(4)),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('an older save never replaces a newer one', async () => {
  const { trainee } = await createTwoCohorts()
  const workId = await write(trainee, { seq: 5 })
  const older = { id: workId, kind: 'diary', visibility: 'mentors', fields: [], seq: 5 } as const
  expect(await saveDraft(trainee, older, minutes(1))).toBe('stale')
  expect((await readOwnWork(trainee, workId, minutes(2))).fields).toEqual(fields)
  expect(await listOwnWorks(trainee, 'diary', minutes(2))).toMatchObject([{ id: workId, fields, openComments: 0 }])
})

test('what the check refuses is not handed in', async () => {
  const { trainee } = await createTwoCohorts()
  const workId = await write(trainee)
  const check = () => {
    throw new DomainError('invalid')
  }
  await expect(submitWork(trainee, workId, { check, passedOver: null }, minutes(1))).rejects.toThrow(DomainError)
  expect(await readOwnWork(trainee, workId, minutes(2))).toMatchObject({ status: 'draft', handedIn: null })
})

test('two mentors race for one work again and again: one has it, the other keeps what she wrote', async () => {
  const { trainee, mentor, cohortId } = await createTwoCohorts()
  const second = (await createTwoCohorts()).mentor
  await db.write(async (tx) => {
    await tx.cohortStaff.create({ data: { cohortId, personId: second.personId, post: 'mentor', since: testNow } })
    const data = { cohortId, traineeId: trainee.personId, mentorId: second.personId, since: testNow }
    await tx.mentorship.create({ data })
  })
  const rounds = 60
  let [decided, kept] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const workId = await handIn(trainee)
    const claims = await Promise.all([mentor, second].map((one) => claimWork(one, workId, 'claim', minutes(2))))
    expect(claims.filter((one) => one === null)).toHaveLength(1)
    const [winner, loser] = claims[0] === null ? [mentor, second] : [second, mentor]
    await saveComment(winner, workId, comment('第一位写的'), minutes(3))
    // The other takes it over while the first decides.
    const outcomes = await Promise.all([
      decideWork(winner, workId, { ...decision, kind: 'return' }, minutes(4)),
      claimWork(loser, workId, 'take', minutes(4)),
    ])
    if (outcomes[0] === null) decided += 1
    const comments = await db.read.workComment.count({ where: { workId, authorId: winner.personId } })
    if (comments === 1) kept += 1
    expect(outcomes).toContain(null)
  }
  expect(kept).toBe(rounds)
  expect(decided).toBeGreaterThan(0)
}, 120_000)

test('an acceptance wants every mark, a return a word; nothing is half done', async () => {
  const { trainee, mentor } = await createTwoCohorts()
  const workId = await handIn(trainee)
  await claimWork(mentor, workId, 'claim', minutes(2))
  const some = { ...decision, marks: { concrete: 4 } }
  expect(await decideWork(mentor, workId, { ...some, kind: 'accept' }, minutes(3))).toBe('marksMissing')
  expect(await decideWork(mentor, workId, { ...some, kind: 'return' }, minutes(3))).toBe('noComment')
  await saveMarks(mentor, workId, { marks: { concrete: 3, strange: 9, problem: 99 }, seq: 4 }, minutes(4))
  await saveMarks(mentor, workId, { marks: {}, seq: 3 }, minutes(5))
  expect((await readDesk(mentor, workId, minutes(6))).opened?.marks).toEqual({ concrete: 3 })
  expect(await db.read.evidence.count()).toBe(0)
})

test('why it failed is told to her; why she passed a warning over, to her mentor, and neither stands in clear', async () => {
  const { trainee, mentor } = await createTwoCohorts()
  const workId = await write(trainee)
  await submitWork(trainee, workId, { check: () => {}, passedOver: canary }, minutes(1))
  await claimWork(mentor, workId, 'claim', minutes(2))
  expect((await readDesk(mentor, workId, minutes(2))).opened?.passedOver).toBe(canary)
  expect(await decideWork(mentor, workId, { ...decision, kind: 'fail', reason: canary }, minutes(3))).toBeNull()
  const failed = await readOwnWork(trainee, workId, minutes(4))
  expect([failed.status, failed.comments.map(({ body }) => body)]).toEqual(['failed', [canary]])
  const rows = [await db.read.workRevision.findMany(), await db.read.workComment.findMany()]
  expect(JSON.stringify(rows)).not.toContain(canary.slice(0, 6))
})
