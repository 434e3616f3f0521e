import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createCohort } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson } from '#tests/support/people.ts'
import { answerOf, routeArgs } from '#tests/support/routes.ts'
import { forgetShelf } from '~/modules/content/authored-shelf.server.ts'
import { contentLibrary, mediaFolder } from '~/modules/content/library.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import * as editRoute from '../../app/routes/authoring.$lessonId.tsx'
import * as newRoute from '../../app/routes/authoring.new.tsx'
import * as listRoute from '../../app/routes/cohorts_.$cohortId_.lessons.tsx'
import * as documentRoute from '../../app/routes/documents.$hash.ts'
import * as mediaRoute from '../../app/routes/media.$name.ts'
import * as searchRoute from '../../app/routes/search.tsx'

useDatabase()

let coordinator: Actor
let foreign: Actor
let trainee: Actor

beforeEach(async () => {
  forgetShelf()
  coordinator = await createPerson({ roles: ['coordinator'] })
  foreign = await createPerson({ roles: ['coordinator'] })
  trainee = await createPerson()
  await createCohort({ id: 'c1', name: '第一班', coordinators: [coordinator], trainees: [trainee] })
})

const draft = {
  ...{ base: '0', title: '走访之前', titleEn: 'Before a visit', summary: '学完能准备一次走访。', minutes: '10' },
  ...{ note: '', course: 'jiben-lilun/jiben-lilun-1', source: '先约时间。' },
}
const newPath = '/authoring/new?cohort=c1'
const write = (actor: Actor, form: Readonly<Record<string, string>>) =>
  answerOf(newRoute.action(routeArgs({ actor, path: newPath, form })))

test('a document is text for those who are signed in, and nothing to a visitor', async () => {
  const hash = contentLibrary().lesson('what-is-social-work')?.hash ?? ''
  const ask = (actor: Actor | null, of = hash) =>
    answerOf(documentRoute.loader(routeArgs({ actor, path: `/documents/${of}`, params: { hash: of } })))
  expect(await ask(trainee)).toMatchObject({ status: 200, data: contentLibrary().document(hash)?.html })
  expect(await ask(null)).toMatchObject({ status: 302, location: `/login?next=%2Fdocuments%2F${hash}` })
  expect((await ask(trainee, 'f'.repeat(32))).status).toBe(404)
})

test('a film is sent in the parts that are asked for', async () => {
  const name = `${'0'.repeat(31)}1.webm`
  writeFileSync(join(mediaFolder, name), '0123456789')
  const ask = (headers: Readonly<Record<string, string>>, of = name) =>
    answerOf(mediaRoute.loader(routeArgs({ actor: trainee, path: `/media/${of}`, params: { name: of }, headers })))
  try {
    expect(await ask({})).toMatchObject({ status: 200, data: '0123456789' })
    expect(await ask({ Range: 'bytes=2-4' })).toMatchObject({ status: 206, data: '234' })
    expect((await ask({ Range: 'bytes=20-' })).status).toBe(416)
    for (const other of ['../library.json', 'library.json', `${'0'.repeat(32)}.webm`, `${'0'.repeat(31)}1.js`]) {
      expect((await ask({}, other)).status, other).toBe(404)
    }
  } finally {
    rmSync(join(mediaFolder, name))
  }
})

test('search answers in words and places', async () => {
  const { data } = await answerOf(searchRoute.loader(routeArgs({ actor: trainee, path: '/search?q=人在情境中' })))
  expect(data).toMatchObject({ query: '人在情境中', isLoose: false, terms: [{ id: 'ren-zai-qingjing-zhong' }] })
  const empty = await answerOf(searchRoute.loader(routeArgs({ actor: trainee, path: '/search' })))
  expect(empty.data).toMatchObject({ query: '', lessons: [], terms: [] })
})

test('a preview travels through the context, not in the answer', async () => {
  const args = routeArgs({ actor: coordinator, path: newPath, form: { ...draft, intent: 'preview' } })
  const { status, data } = await answerOf(newRoute.action(args))
  expect(status).toBe(200)
  const texts = [...args.context.documents.values()].map((parts) => Buffer.concat(parts()).toString())
  expect(texts).toEqual([expect.stringContaining('先约时间。')])
  expect(JSON.stringify(data)).not.toContain('<p')
})

test('what is refused comes back as it was typed, with line and reason', async () => {
  const source = '文\n\n<script>alert(1)</script>'
  const refused = await write(coordinator, { ...draft, intent: 'save', source })
  expect(refused).toMatchObject({ status: 422, data: { values: { source }, problems: [{ code: 'html', line: 3 }] } })
  const blank = await write(coordinator, { ...draft, intent: 'save', title: ' ', minutes: 'soon' })
  expect(blank).toMatchObject({ status: 422, data: { errors: { title: 'required', minutes: 'invalid' } } })
  expect(await db.read.authoredLesson.count()).toBe(0)
})

test('a lesson is written, opened, published and listed; a foreign coordinator and a trainee find nothing', async () => {
  const saved = await write(coordinator, { ...draft, intent: 'save' })
  expect(saved).toMatchObject({
    status: 302,
    location: expect.stringMatching(/^\/authoring\/a-[0-9a-f]{16}\?saved=1$/),
  })
  const lessonId = /a-[0-9a-f]+/.exec(saved.location ?? '')?.[0] ?? ''
  const at = { path: `/authoring/${lessonId}`, params: { lessonId } }

  const opened = await answerOf(editRoute.loader(routeArgs({ actor: coordinator, ...at })))
  expect(opened.data).toMatchObject({ lesson: { state: 'draft', latest: 1, shown: { source: '先约时间。' } } })
  const form = { intent: 'publish', number: '1' }
  const published = await answerOf(editRoute.action(routeArgs({ actor: coordinator, ...at, form })))
  expect(published).toMatchObject({ status: 302, location: at.path })
  const list = { path: '/cohorts/c1/lessons', params: { cohortId: 'c1' } }
  const listed = await answerOf(listRoute.loader(routeArgs({ actor: coordinator, ...list })))
  expect(listed.data).toMatchObject({ lessons: [{ id: lessonId, state: 'published' }] })

  for (const actor of [foreign, trainee]) {
    expect((await write(actor, { ...draft, intent: 'save' })).status).toBe(404)
    expect((await answerOf(editRoute.loader(routeArgs({ actor, ...at })))).status).toBe(404)
    expect((await answerOf(editRoute.action(routeArgs({ actor, ...at, form })))).status).toBe(404)
    expect((await answerOf(listRoute.loader(routeArgs({ actor, ...list })))).status).toBe(404)
  }
})

test('a newer version of somebody else is not written over, and what was typed is kept', async () => {
  const saved = await write(coordinator, { ...draft, intent: 'save' })
  const lessonId = /a-[0-9a-f]+/.exec(saved.location ?? '')?.[0] ?? ''
  const save = (base: string, title: string) => {
    const form = { ...draft, intent: 'save', base, title }
    return answerOf(editRoute.action(routeArgs({ actor: coordinator, path: '/', params: { lessonId }, form })))
  }
  expect((await save('1', '第二版')).status).toBe(302)
  expect(await save('1', '旧稿')).toMatchObject({ status: 422, data: { isConflict: true, values: { title: '旧稿' } } })
})
