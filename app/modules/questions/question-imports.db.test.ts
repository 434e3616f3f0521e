import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { buildQuestion } from '#tests/support/bank-questions.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { forgetBank } from './bank.server.ts'
import { problem, type StagedItem } from './exchange/staged-item.ts'
import { commitImport } from './import-commit.server.ts'
import type { Choice } from './question.ts'
import { approveQuestion, createQuestion } from './question-acts.server.ts'
import {
  chooseEverything,
  chooseItems,
  discardImport,
  fixItem,
  getImport,
  listImports,
  stageImport,
} from './question-imports.server.ts'
import { getQuestion } from './question-page.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00Z')
const later = new Date('2026-11-23T03:00:00Z')

let author: Actor
let second: Actor

beforeEach(async () => {
  forgetBank()
  author = await createPerson({ roles: ['coordinator'] })
  second = await createPerson({ roles: ['coordinator'] })
})

function item(over: Partial<Choice> = {}, rest: Partial<StagedItem> = {}): StagedItem {
  return {
    ...{ line: 1, excerpt: '1. 最先要做的是：', rowKey: null, pictures: [], problems: [] },
    ...{ question: buildQuestion(over), ...rest },
  }
}
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => item({ stem: `第 ${from + at + 1} 题：` }, { rowKey: `r-${from + at + 1}` }))
const twoKeys = item(
  { stem: '两个答案：', key: [0, 1] },
  {
    problems: [problem('singleKeys', 1, 'error', { values: { found: 2 }, fix: { code: 'makeMultiple', item: null } })],
  },
)

const staged = (items: readonly StagedItem[], by = author) =>
  stageImport(by, { subject: 'zs', fileName: '题.txt', format: 'text', items }, now)
const opened = (importId: string) => getImport(author, importId, 'all', 1)
const commit = (importId: string, expected: number) =>
  commitImport(author, importId, { expected, isProposed: false }, later)

test('a file is laid out, and nothing of it is in the bank before she says so; then all of it is', async () => {
  const importId = await staged(many(3))
  expect(await db.read.question.count()).toBe(0)
  expect(await opened(importId)).toMatchObject({ counts: { all: 3, chosen: 3, faults: 0, duplicates: 0 }, pages: 1 })

  expect(await commit(importId, 3)).toEqual({ kind: 'done', created: 3, updated: 0, unchanged: 0 })

  const questions = await db.read.question.findMany({ orderBy: { rowKey: 'asc' } })
  expect(questions).toMatchObject([1, 2, 3].map((at) => ({ status: 'draft', origin: 'centre', rowKey: `r-${at}` })))
  const { items, committedAt } = await opened(importId)
  expect(committedAt).toEqual(later)
  expect(items.map(({ questionId }) => questionId)).toEqual(questions.map(({ id }) => id))
})

test('three bad rows of a thousand: all or those that are whole, by choice, and in a few seconds', async () => {
  const importId = await staged([...many(997), twoKeys, twoKeys, twoKeys])
  const page = await opened(importId)
  expect(page.counts).toMatchObject({ all: 1000, faults: 3, chosen: 997 })

  expect(await commit(importId, 1000)).toEqual({ kind: 'refused', fault: 'changed' })
  expect(await db.read.question.count()).toBe(0)

  expect(await commit(importId, 997)).toMatchObject({ kind: 'done', created: 997 })
  expect(await db.read.question.count()).toBe(997)
})

test('what has an error cannot be chosen, and if it is chosen nothing is imported', async () => {
  const importId = await staged([item(), twoKeys])
  await chooseItems(author, importId, [1, 2], [1, 2])
  expect((await opened(importId)).counts.chosen).toBe(1)

  await db.write((tx) => tx.questionImportItem.updateMany({ where: { importId }, data: { isChosen: true } }))
  expect(await commit(importId, 2)).toEqual({ kind: 'refused', fault: 'faults' })
  expect(await db.read.question.count()).toBe(0)
})

test('an error is mended with a tap, and the question is chosen', async () => {
  const importId = await staged([twoKeys])

  expect(await fixItem(author, importId, { number: 1, at: 0, code: 'makeMultiple' })).toBe(true)

  const { items } = await opened(importId)
  expect(items[0]).toMatchObject({ hasFault: false, isChosen: true, question: { body: { kind: 'multiple' } } })
  expect(await fixItem(author, importId, { number: 1, at: 0, code: 'makeMultiple' })).toBe(false)
  await expect(fixItem(author, importId, { number: 9, at: 0, code: 'x' })).rejects.toMatchObject({ code: 'notFound' })
})

test('what the bank or the file has already is named and not chosen', async () => {
  const { questionId } = await createQuestion(author, buildQuestion(), { note: '', isProposed: false }, now)
  const importId = await staged([
    item({ stem: '社工小吴，最先要做的是' }),
    item({ stem: '新的：' }),
    item({ stem: '新的。' }),
  ])

  const { items, counts } = await opened(importId)
  expect(items.map(({ duplicateOf, isChosen }) => [duplicateOf, isChosen])).toEqual([
    [{ questionId }, false],
    [null, true],
    [{ item: 2 }, false],
  ])
  expect(counts).toMatchObject({ duplicates: 2, chosen: 1 })
})

test('the same file again changes nothing; a changed one makes new versions by their keys', async () => {
  await commit(await staged(many(3)), 3)
  const again = await staged(many(3))
  expect((await opened(again)).counts.duplicates).toBe(0)
  expect(await commit(again, 3)).toEqual({ kind: 'done', created: 0, updated: 0, unchanged: 3 })

  const changed = await staged([item({ stem: '改过的第一题：' }, { rowKey: 'r-1' }), ...many(1, 3)])
  expect((await opened(changed)).items.map(({ updates }) => updates !== null)).toEqual([true, false])
  expect(await commit(changed, 2)).toEqual({ kind: 'done', created: 1, updated: 1, unchanged: 0 })
  const first = await db.read.question.findFirstOrThrow({ where: { rowKey: 'r-1' } })
  expect(await getQuestion(author, first.id)).toMatchObject({ newestVersion: 2, state: 'draft' })
})

test('a question in use that is imported again stays as it was approved until a second person approves the change', async () => {
  const { questionId } = await createQuestion(author, buildQuestion(), { note: '', isProposed: true }, now)
  await approveQuestion(second, questionId, 1, now)

  // A file that was exported names a question without a key of its own by its id.
  const importId = await staged([item({ stem: '导入的新题干：' }, { rowKey: questionId })])
  expect(await commit(importId, 1)).toMatchObject({ created: 0, updated: 1 })

  expect(await getQuestion(author, questionId)).toMatchObject({ state: 'revised', activeVersion: 1, newestVersion: 2 })
  expect(await approveQuestion(author, questionId, 2, later)).toMatchObject({ fault: 'own' })
})

test('what the file says of its subject counts; what says nothing goes where she chose', async () => {
  const other = { ...item({ stem: '法规题：' }), question: buildQuestion({ stem: '法规题：' }, { subject: 'zf' }) }
  const strange = { ...item(), question: buildQuestion({}, { subject: 'nowhere' }) }
  const importId = await staged([other, strange])

  expect((await opened(importId)).items.map(({ subject }) => subject)).toEqual(['zf', 'zs'])
  await commit(importId, 2)
  const subjects = (await db.read.question.findMany()).map(({ subject }) => subject)
  expect(subjects.toSorted()).toEqual(['zf', 'zs'])
})

test('pictures are kept once, by the hash of their bytes', async () => {
  const bytes = Buffer.from('a picture')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const picture = { sha256, mediaType: 'image/png', bytes }
  await staged([item({}, { pictures: [picture, picture] })])
  await staged([item({}, { pictures: [picture] })])

  expect(await db.read.questionPicture.findMany()).toMatchObject([{ hash: sha256, mediaType: 'image/png' }])
})

test('it is carried out once, or given up; after that nothing can be done with it', async () => {
  const [done, gone] = [await staged(many(1)), await staged(many(1, 1))]
  const both = await Promise.allSettled([commit(done, 1), commit(done, 1)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await discardImport(author, gone, later)

  const conflict = { code: 'conflict' }
  for (const importId of [done, gone]) {
    await expect(commit(importId, 1)).rejects.toMatchObject(conflict)
    await expect(discardImport(author, importId, later)).rejects.toMatchObject(conflict)
    await expect(chooseEverything(author, importId, true)).rejects.toMatchObject(conflict)
  }
  expect(await db.read.question.count()).toBe(1)
  expect((await listImports(author)).map(({ id }) => id)).toEqual([done])
})

test('an import is its owner’s alone', async () => {
  const importId = await staged(many(1))
  const trainee = await createPerson()
  const administrator = await createPerson({ roles: ['administrator'] })
  const nothing = { code: 'notFound' }
  for (const actor of [second, administrator, trainee]) {
    await expect(getImport(actor, importId, 'all', 1)).rejects.toMatchObject(nothing)
    await expect(chooseItems(actor, importId, [1], [])).rejects.toMatchObject(nothing)
    await expect(chooseEverything(actor, importId, false)).rejects.toMatchObject(nothing)
    await expect(fixItem(actor, importId, { number: 1, at: 0, code: 'x' })).rejects.toMatchObject(nothing)
    await expect(discardImport(actor, importId, now)).rejects.toMatchObject(nothing)
    const choice = { expected: 1, isProposed: false }
    await expect(commitImport(actor, importId, choice, now)).rejects.toMatchObject(nothing)
  }
  await expect(staged(many(1), trainee)).rejects.toMatchObject(nothing)
  expect(await listImports(second)).toEqual([])
})

test('pages of twenty, and the choices of one page leave the others alone', async () => {
  const importId = await staged(many(45))
  const third = await getImport(author, importId, 'all', 3)
  expect([third.pages, third.items.map(({ number }) => number)]).toEqual([3, [41, 42, 43, 44, 45]])

  await chooseItems(author, importId, [41, 42, 43, 44, 45], [41])
  expect((await opened(importId)).counts.chosen).toBe(41)
  await chooseEverything(author, importId, false)
  expect((await opened(importId)).counts.chosen).toBe(0)
  expect(await commit(importId, 0)).toEqual({ kind: 'refused', fault: 'nothing' })
})
