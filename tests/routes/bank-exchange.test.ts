import { beforeEach, expect, test } from 'vitest'
import { buildQuestion } from '#tests/support/bank-questions.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import { answerOf, routeArgs } from '#tests/support/routes.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { readQuestions } from '~/modules/questions/exchange/read-file.server.ts'
import { createQuestion } from '~/modules/questions/question-acts.server.ts'
import { db } from '~/platform/db.server.ts'
import * as exportRoute from '../../app/routes/bank.export.ts'
import * as importRoute from '../../app/routes/bank.import.tsx'
import * as stagingRoute from '../../app/routes/bank.import_.$importId.tsx'

useDatabase()

let author: Actor

beforeEach(async () => {
  forgetBank()
  author = await createPerson({ roles: ['coordinator'] })
})

const text = `一、单选题
1. 最先做什么？
A. 接案
B. 预估
答案：A
解析：先接案。
2. 下列属于直接介入的是：
A. 会谈
B. 倡导
答案：AB
解析：会谈是直接介入。`
const path = '/bank/import?subject=zs'

/** As a browser sends a form with a file. */
async function upload(fields: Readonly<Record<string, string | File>>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const args = routeArgs({ actor: author, path })
  const request = new Request(`http://localhost:3000${path}`, { method: 'POST', body })
  return answerOf(importRoute.action({ ...args, request }))
}

async function staged(fields: Readonly<Record<string, string | File>> = { text }): Promise<string> {
  const { location } = await upload(fields)
  return /import\/([0-9a-f-]{36})$/.exec(location ?? '')?.[1] ?? ''
}

const look = async (importId: string, query = '') =>
  answerOf(stagingRoute.loader(routeArgs({ actor: author, path: `/bank/import/x${query}`, params: { importId } })))
const act = (importId: string, form: Readonly<Record<string, string>>, actor = author) =>
  answerOf(stagingRoute.action(routeArgs({ actor, path: `/bank/import/${importId}`, params: { importId }, form })))

test('pasted questions are laid out with their lines and what is wrong, mended with a tap, and imported', async () => {
  const importId = await staged()
  const { data } = await look(importId)
  expect(data).toMatchObject({
    page: {
      ...{ subject: 'zs', format: 'text', counts: { all: 2, chosen: 1, faults: 1 } },
      items: [
        { line: 2, hasFault: false, question: { body: { stem: '最先做什么？', key: [0] } } },
        { line: 7, hasFault: true, isChosen: false },
      ],
    },
  })

  // Two letters under 单选题; the first thing said of it is only that four options are usual.
  await act(importId, { intent: 'fix:2:1:makeMultiple', shown: '1', chosen: '1' })
  expect((await look(importId)).data).toMatchObject({ page: { counts: { chosen: 2, faults: 0 } } })
})

test('a tick that was taken away on the way to the button is not imported silently: she is told first', async () => {
  const importId = await staged()

  const told = await act(importId, { intent: 'commit', expected: '1', shown: '1' })

  expect(told).toMatchObject({ status: 422, data: { fault: 'nothing' } })
  expect(await db.read.question.count()).toBe(0)
  expect(await act(importId, { intent: 'commit', expected: '1', shown: '1', chosen: '1' })).toMatchObject({
    status: 302,
  })
  expect(await db.read.question.findMany()).toMatchObject([{ status: 'draft', subject: 'zs' }])
})

test('proposed at once, they wait for a second person', async () => {
  const importId = await staged()

  await act(importId, { intent: 'commit', expected: '1', shown: '1', chosen: '1', isProposed: 'yes' })

  expect(await db.read.question.findMany()).toMatchObject([{ status: 'review', activeVersion: null }])
})

test('a file in GBK is read as what it says', async () => {
  // «1.甲\nA.乙\nB.丙\n答案:A» in GBK
  const hex = '312ebcd70a412ed2d20a422eb1fb0ab4f0b0b83a41'
  const importId = await staged({ file: new File([Buffer.from(hex, 'hex')], '题.txt') })

  expect((await look(importId)).data).toMatchObject({
    page: { fileName: '题.txt', items: [{ question: { body: { stem: '甲', options: ['乙', '丙'] } } }] },
  })
})

test('nothing, too much and what cannot be stored are refused in words, and the text comes back', async () => {
  expect(await upload({ text: ' ' })).toMatchObject({ status: 422, data: { fault: 'nothing' } })
  const large = new File([new Uint8Array(900_001)], '题.docx')
  expect(await upload({ text: '', file: large })).toMatchObject({ status: 422, data: { fault: 'tooLarge' } })
  expect(await upload({ text: '甲\0乙' })).toMatchObject({ status: 422, data: { fault: 'unstorable', text: '甲\0乙' } })
})

test('a file that is none of ours is laid out with the reason, and nothing can be imported', async () => {
  const importId = await staged({ file: new File(['%PDF-1.7'], '卷.pdf') })

  expect((await look(importId)).data).toMatchObject({
    page: { counts: { all: 1, chosen: 0, faults: 1 }, items: [{ problems: [{ code: 'fileKind' }] }] },
  })
})

test('what is exported as a table reads back as it was, by the keys of its questions', async () => {
  const question = buildQuestion({ stem: '=1+1 等于几？' })
  const { questionId } = await createQuestion(author, question, { note: '', isProposed: false }, testNow)
  const ask = async (form: Readonly<Record<string, string>>, query = '') =>
    exportRoute.action(routeArgs({ actor: author, path: `/bank/export${query}`, form }))

  const answer = await ask({ format: 'xlsx' })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(readQuestions({ name: '题.xlsx', bytes }, { subject: 'zs' })).toMatchObject({
    ...{ format: 'xlsx', items: [{ rowKey: questionId, question }] },
  })
  const file = new File([bytes], '题.xlsx')
  expect((await look(await staged({ file }))).data).toMatchObject({
    page: { counts: { all: 1, chosen: 1, duplicates: 0 }, items: [{ updates: questionId }] },
  })

  for (const [format, type] of [
    ['gift', 'text/plain'],
    ['moodle-xml', 'application/xml'],
  ]) {
    expect((await ask({ format: format ?? '' })).headers.get('Content-Type')).toContain(type)
  }
  expect(await (await ask({ format: 'gift' }, '?subject=jz')).text()).toBe('\n')
  expect(await db.read.auditEntry.count({ where: { action: 'bank.exported' } })).toBe(4)
})

test('the empty table is handed out, and is not written down', async () => {
  const answer = await exportRoute.action(
    routeArgs({ actor: author, path: '/bank/export', form: { format: 'template' } }),
  )

  expect(answer.headers.get('Content-Type')).toContain('spreadsheet')
  expect(await db.read.auditEntry.count()).toBe(0)
})

test('a colleague’s import and a trainee’s wish for the bank are not found', async () => {
  const importId = await staged()
  const colleague = await createPerson({ roles: ['coordinator'] })
  const trainee = await createPerson()

  for (const actor of [colleague, trainee]) {
    expect((await act(importId, { intent: 'commit', expected: '1' }, actor)).status).toBe(404)
    const args = routeArgs({ actor, path: '/bank/import/x', params: { importId } })
    expect((await answerOf(stagingRoute.loader(args))).status).toBe(404)
  }
  const args = routeArgs({ actor: trainee, path: '/bank/export', form: { format: 'xlsx' } })
  expect((await answerOf(exportRoute.action(args))).status).toBe(404)
})
