import { beforeEach, expect, test } from 'vitest'
import { buildQuestion } from '#tests/support/bank-questions.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { currentBank, forgetBank } from './bank.server.ts'
import { listQuestions, questionsIn } from './bank-list.server.ts'
import { readBankQuery } from './bank-query.ts'
import { officialPack, syncOfficialPack } from './official-pack.server.ts'
import type { Question } from './question.ts'
import {
  approveQuestion,
  createQuestion,
  proposeQuestion,
  restoreQuestion,
  retireQuestions,
  returnQuestion,
  saveQuestion,
} from './question-acts.server.ts'
import { getQuestion } from './question-page.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00Z')
const later = new Date('2026-11-23T03:00:00Z')
const draft = { note: '', isProposed: false }
const proposed = { note: '', isProposed: true }

let author: Actor
let second: Actor
let third: Actor

beforeEach(async () => {
  forgetBank()
  author = await createPerson({ roles: ['coordinator'], name: '周写题' })
  second = await createPerson({ roles: ['coordinator'], name: '吴审题' })
  third = await createPerson({ roles: ['administrator'] })
})

async function written(question: Question = buildQuestion(), saving = proposed): Promise<string> {
  return (await createQuestion(author, question, saving, now)).questionId
}

async function approved(question: Question = buildQuestion()): Promise<string> {
  const questionId = await written(question)
  await approveQuestion(second, questionId, 1, now)
  return questionId
}

const stemAsked = async (id: string) => (await currentBank()).active.get(id)?.body.stem
const listed = (address = '') => listQuestions(author, readBankQuery(new URLSearchParams(address)))

test('a question is written, proposed, approved by a second person, and then asked', async () => {
  const questionId = await written(buildQuestion(), draft)
  expect(await proposeQuestion(author, questionId, now)).toEqual({ kind: 'done' })
  expect(await stemAsked(questionId)).toBeUndefined()

  expect(await approveQuestion(second, questionId, 1, later)).toEqual({ kind: 'done' })

  expect(await stemAsked(questionId)).toBe('社工小吴最先要做的是：')
  const page = await getQuestion(author, questionId)
  expect(page).toMatchObject({ state: 'active', activeVersion: 1, isOwn: true })
  expect(page.versions).toMatchObject([{ author: '周写题', approver: '吴审题', approvedAt: later }])
})

test('its author cannot approve it, whatever her roles, and that she tried is written down', async () => {
  const both = await createPerson({ roles: ['coordinator', 'administrator'] })
  const { questionId } = await createQuestion(both, buildQuestion(), proposed, now)

  expect(await approveQuestion(both, questionId, 1, now)).toEqual({ kind: 'refused', fault: 'own' })

  expect(await getQuestion(second, questionId)).toMatchObject({ state: 'review', activeVersion: null })
  expect(await db.read.auditEntry.findMany({ where: { outcome: 'refused' } })).toMatchObject([
    { action: 'question.approved', objectId: questionId, actorId: both.personId },
  ])
})

test('a change of a question in use waits beside it: what is asked stays until a second person approves', async () => {
  const questionId = await approved()
  await saveQuestion(author, questionId, 1, buildQuestion({ stem: '改过的题干：' }), draft, later)

  expect(await getQuestion(author, questionId)).toMatchObject({ state: 'revised', newestVersion: 2, activeVersion: 1 })
  expect(await stemAsked(questionId)).toBe('社工小吴最先要做的是：')
  expect(await approveQuestion(author, questionId, 2, later)).toMatchObject({ fault: 'own' })

  await approveQuestion(second, questionId, 2, later)
  expect(await stemAsked(questionId)).toBe('改过的题干：')
})

test('versions never change: not by saving, and not past the use cases', async () => {
  const questionId = await approved()
  const before = await db.read.questionVersion.findFirstOrThrow({ where: { questionId, number: 1 } })
  await saveQuestion(author, questionId, 1, buildQuestion({ stem: '改过的题干：' }), draft, later)

  expect(await db.read.questionVersion.findFirst({ where: { questionId, number: 1 } })).toEqual(before)
  const where = { questionId_number: { questionId, number: 1 } }
  for (const data of [{ body: '{}' }, { facts: '{}' }, { authorId: second.personId }, { number: 9 }]) {
    await expect(db.write((tx) => tx.questionVersion.update({ where, data }))).rejects.toThrow()
  }
  await expect(db.write((tx) => tx.questionVersion.delete({ where }))).rejects.toThrow()
})

test('of two who approve at once one is told that nothing waits any more', async () => {
  const questionId = await written()

  const outcomes = await Promise.all([second, third].map((actor) => approveQuestion(actor, questionId, 1, later)))

  expect(outcomes.map((one) => (one.kind === 'done' ? 'done' : one.fault)).toSorted()).toEqual(['done', 'notWaiting'])
  expect(await db.read.auditEntry.count({ where: { action: 'question.approved', objectId: questionId } })).toBe(1)
})

test('who approves what she did not see is told: there is a newer version', async () => {
  const questionId = await written()
  await saveQuestion(third, questionId, 1, buildQuestion({ stem: '第二版：' }), draft, later)

  expect(await approveQuestion(second, questionId, 1, later)).toEqual({ kind: 'refused', fault: 'newer' })
  expect(await approveQuestion(third, questionId, 2, later)).toEqual({ kind: 'refused', fault: 'own' })
  expect(await approveQuestion(author, questionId, 2, later)).toEqual({ kind: 'done' })
})

test('somebody else’s newer version is not written over, and of two who save at once one is told', async () => {
  const questionId = await written()
  const save = (stem: string) => saveQuestion(author, questionId, 1, buildQuestion({ stem }), draft, later)

  const both = await Promise.allSettled([save('甲'), save('乙')])

  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(save('丙')).rejects.toMatchObject({ code: 'conflict' })
  expect(await db.read.questionVersion.count({ where: { questionId } })).toBe(2)
})

test('saving what is there already makes no version, but may propose it', async () => {
  const questionId = await written(buildQuestion(), draft)

  expect(await saveQuestion(author, questionId, 1, buildQuestion(), draft, later)).toMatchObject({ number: 1 })
  expect(await saveQuestion(author, questionId, 1, buildQuestion(), proposed, later)).toMatchObject({ number: 1 })

  expect(await getQuestion(author, questionId)).toMatchObject({ state: 'review', newestVersion: 1 })
  expect(await db.read.questionVersion.count({ where: { questionId } })).toBe(1)
})

test('what is returned is a draft again, with the reason', async () => {
  const questionId = await written()

  expect(await returnQuestion(second, questionId, 1, '选项 B 也说得通', later)).toEqual({ kind: 'done' })

  const page = await getQuestion(author, questionId)
  expect(page.state).toBe('draft')
  expect(page.acts[0]).toMatchObject({ what: 'returned', by: '吴审题', reason: '选项 B 也说得通' })
  expect(await returnQuestion(second, questionId, 1, '再退', later)).toEqual({ kind: 'refused', fault: 'notWaiting' })
})

test('a change that is returned leaves the question as it is asked, and nothing waits', async () => {
  const questionId = await approved()
  await saveQuestion(author, questionId, 1, buildQuestion({ stem: '改坏的题干：' }), draft, later)

  await returnQuestion(second, questionId, 2, '题干不通', later)

  const page = await getQuestion(author, questionId)
  expect(page).toMatchObject({ state: 'active', newestVersion: 3, activeVersion: 3 })
  expect(page.versions[0]).toMatchObject({ author: '周写题', approver: '吴审题', approvedAt: now })
  expect(await stemAsked(questionId)).toBe('社工小吴最先要做的是：')
})

test('a question without a knowledge point is not proposed: no paper could ask it', async () => {
  const questionId = await written(buildQuestion({}, { points: [] }), draft)

  expect(await proposeQuestion(author, questionId, now)).toEqual({ kind: 'refused', fault: 'points' })
})

test('retired, it is asked no more; restored, it is asked again as it was approved', async () => {
  const questionId = await approved()

  expect(await retireQuestions(author, [questionId], '法条已修改', later)).toBe(1)
  expect(await stemAsked(questionId)).toBeUndefined()
  expect(await retireQuestions(author, [questionId], '', later)).toBe(0)

  await restoreQuestion(second, questionId, later)
  expect(await stemAsked(questionId)).toBeDefined()
})

test('a retired question that is changed is not asked until the change is approved', async () => {
  const questionId = await approved()
  await retireQuestions(author, [questionId], '', later)
  await saveQuestion(author, questionId, 1, buildQuestion({ stem: '按新法改写：' }), proposed, later)

  expect(await getQuestion(author, questionId)).toMatchObject({ state: 'review' })
  expect(await stemAsked(questionId)).toBeUndefined()
  await approveQuestion(second, questionId, 2, later)
  expect(await stemAsked(questionId)).toBe('按新法改写：')
})

test('retiring many is all or nothing', async () => {
  const questionId = await approved()

  await expect(retireQuestions(author, [questionId, 'c-0'], '', later)).rejects.toMatchObject({ code: 'notFound' })
  expect(await stemAsked(questionId)).toBeDefined()
})

test('an official question is retired and restored here, never written', async () => {
  const [official] = officialPack().questions
  if (!official) throw new Error('the pack is empty')
  await syncOfficialPack([official], now)
  const nothing = { code: 'notFound' }

  await expect(saveQuestion(author, official.id, 1, buildQuestion(), draft, later)).rejects.toMatchObject(nothing)
  await expect(proposeQuestion(author, official.id, later)).rejects.toMatchObject(nothing)
  await expect(approveQuestion(author, official.id, 1, later)).rejects.toMatchObject(nothing)
  await expect(returnQuestion(author, official.id, 1, '退', later)).rejects.toMatchObject(nothing)
  await retireQuestions(author, [official.id], '', later)
  expect(await getQuestion(author, official.id)).toMatchObject({ origin: 'official', state: 'retired' })
  await restoreQuestion(author, official.id, later)
  expect(await stemAsked(official.id)).toBe(official.body.stem)
})

test('an official question that was retired here stays retired when the site brings a better wording', async () => {
  const [official] = officialPack().questions
  if (!official) throw new Error('the pack is empty')
  await syncOfficialPack([official], now)
  await retireQuestions(author, [official.id], '', later)

  const body = { ...official.body, stem: `${official.body.stem}？` }
  await syncOfficialPack([{ ...official, body }], later)

  expect(await getQuestion(author, official.id)).toMatchObject({ state: 'retired', newestVersion: 2, activeVersion: 2 })
  await restoreQuestion(author, official.id, later)
  expect(await stemAsked(official.id)).toBe(body.stem)
})

test('trainees and mentors find nothing to read or to do', async () => {
  const questionId = await approved()
  for (const roles of [['trainee'], ['mentor'], ['trainee', 'mentor']] as const) {
    const actor = await createPerson({ roles })
    const nothing = { code: 'notFound' }
    await expect(listQuestions(actor, readBankQuery(new URLSearchParams()))).rejects.toMatchObject(nothing)
    await expect(questionsIn(actor, readBankQuery(new URLSearchParams()))).rejects.toMatchObject(nothing)
    await expect(getQuestion(actor, questionId)).rejects.toMatchObject(nothing)
    await expect(createQuestion(actor, buildQuestion(), draft, now)).rejects.toMatchObject(nothing)
    await expect(saveQuestion(actor, questionId, 1, buildQuestion(), draft, now)).rejects.toMatchObject(nothing)
    await expect(proposeQuestion(actor, questionId, now)).rejects.toMatchObject(nothing)
    await expect(approveQuestion(actor, questionId, 1, now)).rejects.toMatchObject(nothing)
    await expect(returnQuestion(actor, questionId, 1, '退', now)).rejects.toMatchObject(nothing)
    await expect(retireQuestions(actor, [questionId], '', now)).rejects.toMatchObject(nothing)
    await expect(restoreQuestion(actor, questionId, now)).rejects.toMatchObject(nothing)
  }
})

test('the list is filtered, counted and paged; a changed question in use is counted as both', async () => {
  const first = await approved(buildQuestion({ stem: '接案时先做什么？' }))
  await written(buildQuestion({ stem: '候鸟居民的需要是？' }, { difficulty: 4 }), draft)
  await saveQuestion(author, first, 1, buildQuestion({ stem: '接案时最先做什么？' }), draft, later)

  expect((await listed()).counts).toEqual({ all: 2, draft: 1, review: 1, active: 1, retired: 0 })
  expect((await listed('status=active')).questions).toMatchObject([
    { id: first, state: 'revised', excerpt: '接案时最先做什么？', author: '周写题', chapter: { no: 2 } },
  ])
  expect((await listed('q=候鸟')).questions).toMatchObject([{ difficulty: 4, state: 'draft' }])
  expect((await listed('subject=jz')).total).toBe(0)
  expect(await listed('page=9')).toMatchObject({ page: 1, pages: 1, total: 2 })
})

test('what says the same elsewhere in the bank is named', async () => {
  const first = await approved()
  const twin = await written(buildQuestion({ options: ['结案', '计划', '预估', '接案'], key: [3] }), draft)
  await written(buildQuestion({ stem: '别的题：' }), draft)

  expect((await getQuestion(author, twin)).duplicates).toMatchObject([{ id: first, status: 'active' }])
})

test('every act is written down: who, what, which question', async () => {
  const questionId = await written(buildQuestion(), draft)
  await proposeQuestion(author, questionId, now)
  await returnQuestion(second, questionId, 1, '再想想', now)
  await saveQuestion(author, questionId, 1, buildQuestion({ stem: '想过了：' }), proposed, now)
  await approveQuestion(second, questionId, 2, now)
  await retireQuestions(third, [questionId], '', now)
  await restoreQuestion(third, questionId, now)

  const entries = await db.read.auditEntry.findMany({ where: { objectType: 'question', objectId: questionId } })
  expect(entries.map(({ action }) => action.replace('question.', '')).toSorted()).toEqual([
    ...['approved', 'created', 'proposed', 'proposed', 'restored', 'retired', 'returned', 'saved'],
  ])
})
