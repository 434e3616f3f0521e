import { beforeEach, expect, test } from 'vitest'
import { createCohort } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import type { LessonForm } from './authored.schema.ts'
import { listAuthored, openLesson } from './authored-lists.server.ts'
import { forgetShelf, libraryFor } from './authored-shelf.server.ts'
import { readDocument } from './documents.server.ts'
import { createLesson, previewLesson, publishRevision, retireLesson, saveRevision } from './lessons.server.ts'
import { contentLibrary } from './library.server.ts'
import { lessonsOf } from './library.ts'
import { searchContent } from './search.server.ts'
import { hashOfText } from './stored-text.server.ts'

const now = new Date('2026-11-23T02:00:00Z')
const later = new Date('2026-11-23T03:00:00Z')

useDatabase()

let own: Actor
let foreign: Actor
let trainee: Actor
let outsider: Actor
let administrator: Actor

beforeEach(async () => {
  forgetShelf()
  own = await createPerson({ roles: ['coordinator'] })
  foreign = await createPerson({ roles: ['coordinator'] })
  trainee = await createPerson()
  outsider = await createPerson()
  administrator = await createPerson({ roles: ['administrator'] })
  await createCohort({ id: 'c1', name: '第一班', coordinators: [own], trainees: [trainee] })
  await createCohort({ id: 'c2', coordinators: [foreign], trainees: [outsider] })
})

const course = 'jiben-lilun/jiben-lilun-1'

function draft(over: Partial<LessonForm> = {}): LessonForm {
  const source = `:::自测{#q1}\n走访前先做什么？\n- [x] 约时间\n- [ ] 直接敲门\n\n先约时间，是尊重。\n:::\n`
  return {
    ...{ title: '走访前的准备', titleEn: 'Before a visit', summary: '学完能准备一次走访。', minutes: 10 },
    ...{ note: '', source, course },
    ...over,
  }
}

async function written(actor: Actor, cohortId: string | null, over: Partial<LessonForm> = {}): Promise<string> {
  const created = await createLesson(actor, cohortId, draft(over), now)
  if (!created.ok) throw new Error(JSON.stringify(created.problems))
  return created.lessonId
}

const idsFor = async (...cohortIds: string[]) =>
  (await libraryFor(cohortIds)).tracks.flatMap(lessonsOf).map(({ id }) => id)

test('a lesson is written, published, and stands after the official ones of its course, for its cohort alone', async () => {
  const lessonId = await written(own, 'c1')
  expect(await idsFor('c1')).not.toContain(lessonId)

  await publishRevision(own, lessonId, 1, later)
  const track = (await libraryFor(['c1'])).track('jiben-lilun')
  expect(track?.courses[0]?.lessons.map(({ id }) => id)).toEqual(['what-is-social-work', 'values-and-norms', lessonId])
  expect(await idsFor('c2')).not.toContain(lessonId)
  expect(await idsFor()).not.toContain(lessonId)
  expect((await libraryFor(['c1'])).lesson(lessonId)).toMatchObject({
    ...{ title: '走访前的准备', cohortId: 'c1', isAuthored: true, checks: ['q1'], requiredChecks: ['q1'] },
  })
})

test('its self-check is judged like any other', async () => {
  const lessonId = await written(own, 'c1')
  await publishRevision(own, lessonId, 1, later)
  const library = await libraryFor(['c1'])
  const hash = library.lesson(lessonId)?.hash ?? ''
  const options = library.document(hash)?.checks[0]?.options ?? []
  const right = options.find((option) => option.right)?.id ?? ''
  expect(library.judgeCheck(hash, 'q1', [right])).toMatchObject({
    right: true,
    explanation: '<p>先约时间，是尊重。</p>',
  })
  expect((await libraryFor(['c2'])).judgeCheck(hash, 'q1', [right])).toBeUndefined()
})

test('a lesson of the centre is for every cohort, and only an administrator writes it', async () => {
  await expect(createLesson(own, null, draft(), now)).rejects.toMatchObject({ code: 'notFound' })
  const lessonId = await written(administrator, null)
  await publishRevision(administrator, lessonId, 1, later)
  expect(await idsFor('c1')).toContain(lessonId)
  expect(await idsFor()).toContain(lessonId)
})

test('a hostile text is refused with its line, and nothing is kept', async () => {
  const refused = await createLesson(own, 'c1', draft({ source: '正文\n\n<script>alert(1)</script>' }), now)
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'html', line: 3, values: { tag: '<script>' } }] })
  expect(await db.read.authoredLesson.count()).toBe(0)
})

test('a revision never changes; saving makes the next, and a newer one of somebody else is not written over', async () => {
  const lessonId = await written(own, 'c1')
  expect(await saveRevision(own, lessonId, 1, draft({ title: '第二版' }), later)).toMatchObject({ ok: true, number: 2 })
  await expect(saveRevision(own, lessonId, 1, draft({ title: '旧稿' }), later)).rejects.toMatchObject({
    code: 'conflict',
  })
  const { versions } = await openLesson(own, lessonId)
  expect(versions.map(({ number, title }) => `${number} ${title}`)).toEqual(['2 第二版', '1 走访前的准备'])
})

test('two editors at once: one saves, the other is told', async () => {
  const lessonId = await written(own, 'c1')
  const both = await Promise.allSettled([1, 2].map(() => saveRevision(own, lessonId, 1, draft(), later)))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await db.read.authoredRevision.count({ where: { lessonId } })).toBe(2)
})

test('going back publishes the older revision again; retiring takes it off the shelf, publishing brings it back', async () => {
  const lessonId = await written(own, 'c1')
  await saveRevision(own, lessonId, 1, draft({ title: '第二版' }), later)
  const titles = async () => (await libraryFor(['c1'])).lesson(lessonId)?.title

  await publishRevision(own, lessonId, 2, later)
  expect(await titles()).toBe('第二版')
  await publishRevision(own, lessonId, 1, later)
  expect(await titles()).toBe('走访前的准备')
  await retireLesson(own, lessonId, later)
  expect(await titles()).toBeUndefined()
  expect((await openLesson(own, lessonId)).state).toBe('retired')
  await publishRevision(own, lessonId, 1, later)
  expect(await titles()).toBe('走访前的准备')
})

test('another cohort’s coordinator, a trainee and an administrator find nothing to write in', async () => {
  const lessonId = await written(own, 'c1')
  for (const actor of [foreign, trainee, administrator]) {
    const nothing = { code: 'notFound' }
    await expect(listAuthored(actor, 'c1')).rejects.toMatchObject(nothing)
    await expect(openLesson(actor, lessonId)).rejects.toMatchObject(nothing)
    await expect(previewLesson(actor, 'c1', '文')).rejects.toMatchObject(nothing)
    await expect(saveRevision(actor, lessonId, 1, draft(), later)).rejects.toMatchObject(nothing)
    await expect(publishRevision(actor, lessonId, 1, later)).rejects.toMatchObject(nothing)
    await expect(retireLesson(actor, lessonId, later)).rejects.toMatchObject(nothing)
  }
  expect(await listAuthored(own, 'c1')).toMatchObject({
    cohortName: '第一班',
    lessons: [{ id: lessonId, state: 'draft', latest: 1, published: null }],
  })
})

test('a course that does not exist takes no lesson', async () => {
  await expect(createLesson(own, 'c1', draft({ course: 'jiben-lilun/none' }), now)).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('a document is handed to those who may read it: drafts to their authors, the published to its cohort', async () => {
  const lessonId = await written(own, 'c1')
  const { hash } = await db.read.authoredRevision.findFirstOrThrow({ where: { lessonId } })
  const canRead = async (actor: Actor) =>
    readDocument(actor, hash).then(
      () => true,
      () => false,
    )
  expect(await Promise.all([own, foreign, trainee, outsider, administrator].map(canRead))).toEqual([
    ...[true, false, false, false, false],
  ])
  await publishRevision(own, lessonId, 1, later)
  expect(await Promise.all([own, foreign, trainee, outsider, administrator].map(canRead))).toEqual([
    ...[true, false, true, false, false],
  ])
  await retireLesson(own, lessonId, later)
  expect(await Promise.all([own, trainee].map(canRead))).toEqual([true, false])
})

test('a preview shows what will be shown, and keeps nothing', async () => {
  const preview = await previewLesson(own, 'c1', '## 一\n\n见 :词语[接案]。')
  expect(preview.ok && preview.document.html).toContain('data-term="jiean"')
  expect(await db.read.authoredRevision.count()).toBe(0)
})

test('what is searched is what may be read', async () => {
  const lessonId = await written(own, 'c1', { source: '正文里写着独一无二的词：候鸟驿站。' })
  const found = async (actor: Actor) => {
    const { lessons, isLoose } = await searchContent(actor, '候鸟驿站')
    return isLoose ? [] : lessons.map(({ id }) => id)
  }
  expect(await found(own)).toEqual([])
  await publishRevision(own, lessonId, 1, later)
  expect(await found(own)).toEqual([lessonId])
  expect(await found(trainee)).toEqual([lessonId])
  expect(await found(outsider)).toEqual([])
})

test('official lessons are found by any part of a sentence, with the place and the words marked', async () => {
  const { lessons, terms } = await searchContent(trainee, '人在情境中')
  expect(terms[0]?.id).toBe('ren-zai-qingjing-zhong')
  const [first] = lessons
  expect(first?.hits[0]?.snippet).toContainEqual({ text: '人在情境中', isHit: true })
  const lesson = contentLibrary().lesson(first?.id ?? '')
  const blocks = contentLibrary()
    .document(lesson?.hash ?? '')
    ?.blocks.map(({ id }) => id)
  expect(blocks).toContain(first?.hits[0]?.block)
})

test.each([
  ['another text under its hash', (evil: string) => ({ document: evil, hash: 'f'.repeat(32) })],
  ['a hash to match', (evil: string) => ({ document: evil, hash: hashOfText(evil) })],
  ['no text at all', () => ({ document: '{', hash: hashOfText('{') })],
])('a row that was tampered with is not shown: %s', async (_case, tamper) => {
  const lessonId = await written(own, 'c1')
  const row = await db.read.authoredRevision.findFirstOrThrow({ where: { lessonId } })
  const script = { type: 'element', tagName: 'script', properties: {}, children: [{ type: 'text', value: 'alert(1)' }] }
  const evil = JSON.stringify({ compilerVersion: 1, tree: { type: 'root', children: [script] } })
  await db.write((tx) => tx.authoredRevision.create({ data: { ...row, number: 2, ...tamper(evil) } }))
  await publishRevision(own, lessonId, 2, later)
  expect(await idsFor('c1')).not.toContain(lessonId)
  expect((await openLesson(own, lessonId, 2)).document).toBeNull()
  await expect(readDocument(trainee, tamper(evil).hash)).rejects.toMatchObject({ code: 'notFound' })
})

test('everything is written down: who, what, which lesson of which cohort', async () => {
  const lessonId = await written(own, 'c1')
  await saveRevision(own, lessonId, 1, draft(), later)
  await publishRevision(own, lessonId, 2, later)
  await retireLesson(own, lessonId, later)
  const entries = await db.read.auditEntry.findMany({ where: { objectId: lessonId }, orderBy: { at: 'asc' } })
  expect(new Set(entries.map(({ action }) => action))).toEqual(
    new Set(['lesson.created', 'lesson.saved', 'lesson.published', 'lesson.retired']),
  )
  expect(entries.every(({ cohortId, actorId }) => cohortId === 'c1' && actorId === own.personId)).toBe(true)
})

test('the shelf costs one light query every few seconds, and none in between', async () => {
  const lessonId = await written(own, 'c1')
  await publishRevision(own, lessonId, 1, later)
  await libraryFor(['c1'])
  const { statements } = await countQueries(async () => {
    for (let at = 0; at < 50; at++) await libraryFor(['c1'])
  })
  expect(statements).toEqual([])
  expect(await libraryFor(['c1'])).toBe(await libraryFor(['c1', 'c9']))
})
