import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import { answerOf, routeArgs } from '#tests/support/routes.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { db } from '~/platform/db.server.ts'
import * as listRoute from '../../app/routes/bank._index.tsx'
import * as questionRoute from '../../app/routes/bank.$questionId.tsx'
import * as editRoute from '../../app/routes/bank.$questionId_.edit.tsx'
import * as lawsRoute from '../../app/routes/bank.laws.tsx'
import * as newRoute from '../../app/routes/bank.new.tsx'
import * as syllabusRoute from '../../app/routes/bank.syllabus.tsx'
import * as pictureRoute from '../../app/routes/pictures.$hash.ts'

useDatabase()

let author: Actor
let second: Actor
let trainee: Actor

beforeEach(async () => {
  forgetBank()
  author = await createPerson({ roles: ['coordinator'] })
  second = await createPerson({ roles: ['administrator'] })
  trainee = await createPerson()
})

type Form = Readonly<Record<string, string>>
const form: Form = {
  ...{ base: '0', kind: 'single', subject: 'zs', stem: '最先要做的是：', key: '0', explanation: '先接案。' },
  ...{ 'options.0': '接案', 'options.1': '预估', points: 'process-intake', difficulty: '2', source: '原创' },
}
const newPath = '/bank/new?subject=zs&kind=single'
const write = (actor: Actor, over: Form) =>
  answerOf(newRoute.action(routeArgs({ actor, path: newPath, form: { ...form, ...over } })))
const at = (questionId: string) => ({ path: `/bank/${questionId}`, params: { questionId } })
const act = (actor: Actor, questionId: string, over: Form) =>
  answerOf(questionRoute.action(routeArgs({ actor, ...at(questionId), form: over })))
const edit = (actor: Actor, questionId: string, over: Form) =>
  answerOf(editRoute.action(routeArgs({ actor, ...at(questionId), form: { ...form, ...over } })))

async function written(intent = 'propose'): Promise<string> {
  const { location } = await write(author, { intent })
  return /c-[0-9a-f]{16}/.exec(location ?? '')?.[0] ?? ''
}

test('a row more comes back with everything that was typed, and nothing is kept', async () => {
  const { status, data } = await write(author, { intent: 'add:options', stem: '写到一半', source: '' })

  expect(status).toBe(200)
  expect(data).toMatchObject({
    draft: { stem: '写到一半', options: ['接案', '预估', ''], key: ['0'], points: ['process-intake'] },
    focus: 'options.2',
  })
  expect(await db.read.question.count()).toBe(0)
})

test('what is refused comes back as it was typed, each error at its field', async () => {
  const refused = await write(author, { intent: 'propose', stem: ' ', 'options.1': '接案', key: '9', difficulty: '' })

  expect(refused).toMatchObject({
    status: 422,
    data: {
      errors: { stem: 'required', 'options.1': 'optionTwice', key: 'keyMissing', difficulty: 'required' },
      draft: { options: ['接案', '接案'] },
    },
  })
  expect(await write(author, { intent: 'nothing' })).toMatchObject({ status: 422, data: { errors: { '': 'invalid' } } })
  expect(await write(author, { intent: 'save', stem: '甲\0乙' })).toMatchObject({
    ...{ status: 422, data: { errors: { stem: 'unstorable' } } },
  })
})

test('a question is written, refused to its author, approved by somebody else, changed and listed', async () => {
  const questionId = await written()
  expect(await act(author, questionId, { intent: 'approve', number: '1' })).toMatchObject({
    ...{ status: 422, data: { fault: 'own' } },
  })
  expect(await act(second, questionId, { intent: 'approve', number: '1' })).toMatchObject({ status: 302 })

  expect(await edit(author, questionId, { intent: 'save', base: '1', stem: '最先：', note: '短一些' })).toMatchObject({
    ...{ status: 302, location: `/bank/${questionId}` },
  })
  const { data } = await answerOf(questionRoute.loader(routeArgs({ actor: second, ...at(questionId) })))
  expect(data).toMatchObject({
    page: {
      ...{ state: 'revised', activeVersion: 1, newestVersion: 2, isOwn: false },
      versions: [{ note: '短一些', changes: [{ field: 'stem', before: '最先要做的是：', after: '最先：' }] }, {}],
    },
  })
  const listed = await answerOf(listRoute.loader(routeArgs({ actor: author, path: '/bank?status=review' })))
  expect(listed.data).toMatchObject({
    listed: { questions: [{ id: questionId, state: 'revised', excerpt: '最先：' }] },
  })
})

test('a form that was opened before somebody else saved is told, and saves after that version', async () => {
  const questionId = await written('save')
  await edit(second, questionId, { intent: 'save', base: '1', stem: '别人的：' })

  const told = await edit(author, questionId, { intent: 'save', base: '1', stem: '我的：' })
  expect(told).toMatchObject({ status: 422, data: { isConflict: true, draft: { stem: '我的：' } } })
  // A row that is asked for meanwhile does not make her newer than she is.
  expect(await edit(author, questionId, { intent: 'add:options', base: '1' })).toMatchObject({ data: { base: 1 } })
})

test('returning asks for a reason', async () => {
  const questionId = await written()

  expect(await act(second, questionId, { intent: 'return', number: '1', reason: ' ' })).toMatchObject({
    ...{ status: 422, data: { errors: { reason: 'required' } } },
  })
  expect(await act(second, questionId, { intent: 'return', number: '1', reason: '再想想' })).toMatchObject({
    status: 302,
  })
})

test('questions on an old law are found and retired together', async () => {
  await write(author, {
    ...{ intent: 'propose', 'laws.0.name': '《婚姻登记条例》', 'laws.0.article': '', 'laws.0.validFrom': '2003-10-01' },
    'laws.0.validTo': '2025-05-09',
  })
  const sweep = (day: string) => answerOf(lawsRoute.loader(routeArgs({ actor: author, path: `/bank/laws?day=${day}` })))
  const { data } = await sweep('2026-11-23')
  expect(data).toMatchObject({ total: 1, laws: [{ name: '《婚姻登记条例》', questions: 1, endsOn: '2025-05-09' }] })
  expect((await sweep('2025-05-09')).data).toMatchObject({ total: 0 })

  const post = (over: Form) =>
    answerOf(lawsRoute.action(routeArgs({ actor: author, path: '/bank/laws', form: { intent: 'retire', ...over } })))
  expect(await post({})).toMatchObject({ status: 422, data: { retired: null } })
  const { id } = await db.read.question.findFirstOrThrow()
  expect(await post({ questionIds: id })).toMatchObject({ status: 200, data: { retired: 1 } })
  expect((await sweep('2026-11-23')).data).toMatchObject({ total: 0 })
})

test('the syllabus counts what is in use, and an edition that does not exist is the current one', async () => {
  const questionId = await written()
  await act(second, questionId, { intent: 'approve', number: '1' })

  const path = '/bank/syllabus?subject=zs&edition=1999'
  const { data } = await answerOf(syllabusRoute.loader(routeArgs({ actor: author, path })))
  expect(data).toMatchObject({ subject: 'zs', edition: { edition: '2025', top: 1 } })
})

test('a trainee finds none of it, and no question either', async () => {
  const questionId = await written()
  const answers = [
    listRoute.loader(routeArgs({ actor: trainee, path: '/bank' })),
    questionRoute.loader(routeArgs({ actor: trainee, ...at(questionId) })),
    editRoute.loader(routeArgs({ actor: trainee, ...at(questionId) })),
    newRoute.loader(routeArgs({ actor: trainee, path: newPath })),
    lawsRoute.loader(routeArgs({ actor: trainee, path: '/bank/laws' })),
    syllabusRoute.loader(routeArgs({ actor: trainee, path: '/bank/syllabus' })),
  ]
  for (const answer of answers) expect((await answerOf(answer)).status).toBe(404)
  expect((await write(trainee, { intent: 'propose' })).status).toBe(404)
  expect((await act(trainee, questionId, { intent: 'approve', number: '1' })).status).toBe(404)
  expect((await edit(trainee, questionId, { intent: 'save', base: '1' })).status).toBe(404)
})

test('a picture is a picture and nothing else, for those who are signed in', async () => {
  const bytes = Buffer.from('89504e470d0a1a0a', 'hex')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const keep = (name: string, mediaType: string) =>
    db.write((tx) =>
      tx.questionPicture.create({
        data: { hash: name, mediaType, base64: bytes.toString('base64'), createdAt: testNow },
      }),
    )
  await keep(hash, 'image/png')
  await keep('a'.repeat(64), 'image/svg+xml')
  const ask = (actor: Actor | null, name: string) =>
    pictureRoute.loader(routeArgs({ actor, path: `/pictures/${name}`, params: { hash: name } }))

  const answer = await ask(trainee, hash)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' },
    'cache-control': 'private, max-age=31536000, immutable',
  })
  expect((await answerOf(ask(null, hash))).status).toBe(302)
  for (const name of ['a'.repeat(64), 'b'.repeat(64), '../x']) {
    expect((await answerOf(ask(trainee, name))).status, name).toBe(404)
  }
})
