import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort } from '#tests/support/learners.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import type { Arrangement } from './arrangement.ts'
import { startMock } from './attempts.server.ts'
import { mockBlueprint } from './blueprints.server.ts'
import { getQuestionItems, getSittingItems } from './item-statistics.server.ts'
import { decideLate } from './late-answers.server.ts'
import { choiceOf, openPaper } from './papers.server.ts'
import type { Change, Ruling } from './regrade.ts'
import {
  applyRegrade,
  listRegrades,
  type NewRegrade,
  previewRegrade,
  type RegradeScope,
  undoRegrade,
} from './regrades.server.ts'
import { getResult } from './results.server.ts'
import { saveAnswers } from './saves.server.ts'
import { scoreDifferences } from './score-check.server.ts'
import { settle, submitAttempt } from './settling.server.ts'
import { voidAttempt } from './sitting-acts.server.ts'
import { startSitting } from './sitting-start.server.ts'
import { createSitting } from './sittings.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const gone = { code: 'notFound' }

let coordinator: Actor
let trainees: Actor[]
let cohortId: string
let sittingId: string
let scope: RegradeScope
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  coordinator = await createActor('coordinator', '沈若溪')
  trainees = [await createActor('trainee', '林小满'), await createActor('trainee'), await createActor('trainee')]
  cohortId = await createCohort({ coordinator, trainees })
  const planned = await createSitting(
    coordinator,
    cohortId,
    {
      ...{ title: '摸底考试', blueprintId: mockBlueprint('jz')?.id ?? '', minutes: 60, attempts: 1, forms: 1 },
      ...{ opensAt: later(10), closesAt: later(130), releaseAt: null },
    },
    now,
  )
  if (planned.kind !== 'created') throw new Error(JSON.stringify(planned))
  sittingId = planned.sittingId
  scope = { kind: 'sitting', cohortId, sittingId }
})

const rowOf = (id: string) => db.read.attempt.findUniqueOrThrow({ where: { id } })
/** Every row that holds a score, as it is stored: of attempts, and the facts that stand. */
async function scores() {
  const attempts = await db.read.attempt.findMany({ orderBy: { id: 'asc' } })
  const facts = await db.read.evidence.findMany({
    where: { kind: 'exam-scored', revokedAt: null },
    orderBy: { subjectId: 'asc' },
    omit: { id: true },
  })
  return JSON.stringify({ attempts, facts })
}

/** Answers the first `right` items right and the others wrong, in whatever order she met the options. */
async function answerAll(actor: Actor, attemptId: string, right: number, at: Date, items?: readonly string[]) {
  const { paperId, arrangement } = await rowOf(attemptId)
  const opened = await openPaper(paperId)
  const { options } = JSON.parse(arrangement) as Arrangement
  const answers = opened.paper.items.flatMap((item, place) => {
    const key = choiceOf(opened, item)?.key ?? []
    const isMeant = !items || items.includes(item.itemId)
    const picked = (options[item.itemId] ?? []).filter(({ index }) => key.includes(index) === place < right)
    const chosen = place < right ? picked : picked.slice(0, 1)
    const value = chosen.map(({ id }) => id).join(',')
    return isMeant ? [{ itemId: item.itemId, value, seq: 100 + place, isMarked: false }] : []
  })
  await saveAnswers(actor, attemptId, 0, answers, at)
}

async function sat(actor: Actor, right: number): Promise<string> {
  const started = await startSitting(actor, sittingId, later(10))
  if (started.kind !== 'opened') throw new Error(started.why)
  await answerAll(actor, started.attemptId, right, later(11))
  await submitAttempt(actor, started.attemptId, 0, later(20))
  return started.attemptId
}

function trainee(place: number): Actor {
  const one = trainees[place]
  if (!one) throw new Error('there is nobody')
  return one
}

/** An item of the sitting's paper by its place, from 0. */
async function itemAt(place: number) {
  const { paperIds } = await db.read.sitting.findUniqueOrThrow({ where: { id: sittingId } })
  const opened = await openPaper((JSON.parse(paperIds) as string[])[0] ?? '')
  const item = opened.paper.items[place]
  const choice = item && choiceOf(opened, item)
  if (!item || item.kind === 'constructed' || !choice) throw new Error(`there is no choice at ${place}`)
  return { item, choice }
}

async function changeOf(place: number, ruling: Ruling): Promise<Change> {
  const { item } = await itemAt(place)
  return { versionId: item.versionId, choice: item.choice, ruling }
}

/** What the page of a dry run would send. */
async function seen(change: Change, over: Partial<NewRegrade> = {}, of = scope): Promise<NewRegrade> {
  const onlyUpwards = over.onlyUpwards ?? true
  const { stamp } = await previewRegrade(coordinator, of, { change, onlyUpwards })
  return { regradeId: crypto.randomUUID(), reason: '答案有误', change, onlyUpwards, stamp, ...over }
}

test('a dry run says who would change, and changes nothing', async () => {
  const [strong, weak] = [await sat(trainee(0), 60), await sat(trainee(1), 3)]
  const before = await scores()
  const change = await changeOf(30, { kind: 'fullMarks' })
  const { attempts } = await previewRegrade(coordinator, scope, { change, onlyUpwards: true })
  const points = attempts.map(({ attemptId, before, after, isChanged }) => [
    ...[attemptId, after.halfPoints - before.halfPoints, isChanged],
  ])
  expect(points.toSorted()).toEqual([[strong, 0, false] as const, [weak, 2, true] as const].toSorted())
  expect(await scores()).toBe(before)
  expect(await db.read.regrade.count()).toBe(0)
})

test('applied, whoever gains gains; what was before and after is kept to the byte; taken back, every row is as it was', async () => {
  const [strong, weak] = [await sat(trainee(0), 60), await sat(trainee(1), 3)]
  const before = await scores()
  const [rowBefore, strongBefore] = [await rowOf(weak), await rowOf(strong)]
  const made = await seen(await changeOf(30, { kind: 'fullMarks' }))

  // Of the strong one only the word beside the item changes: it is given to her, too.
  expect(await applyRegrade(coordinator, scope, made, later(200))).toEqual({ kind: 'done', changed: 2 })
  const row = await rowOf(weak)
  expect(row.halfPoints).toBe((rowBefore.halfPoints ?? 0) + 2)
  const strongAfter = await rowOf(strong)
  expect({ ...strongAfter, marks: null }).toEqual({ ...strongBefore, marks: null })
  const columns = ({ marks, halfPoints, outOf, passed }: typeof row) =>
    JSON.stringify({ marks, halfPoints, outOf, passed })
  const kept = (attemptId: string, one: typeof row, other: typeof row) => ({
    ...{ regradeId: made.regradeId, attemptId, before: columns(one), after: columns(other) },
  })
  const revisions = await db.read.scoreRevision.findMany()
  expect(revisions).toHaveLength(2)
  expect(revisions).toEqual(
    expect.arrayContaining([kept(weak, rowBefore, row), kept(strong, strongBefore, strongAfter)]),
  )
  const facts = await db.read.evidence.findMany({ where: { subjectId: weak }, orderBy: { points: 'asc' } })
  expect(facts).toMatchObject([
    { points: rowBefore.halfPoints, revokedAt: later(200), reason: '答案有误' },
    { points: row.halfPoints, revokedAt: null, occurredAt: facts[0]?.occurredAt, cohortId },
  ])

  expect(await undoRegrade(coordinator, scope, made.regradeId, later(201))).toEqual({ changed: 2 })
  expect(await scores()).toBe(before)
  expect(await undoRegrade(coordinator, scope, made.regradeId, later(202))).toEqual({ changed: 0 })
  expect(await listRegrades(coordinator, scope)).toMatchObject([
    { madeBy: '沈若溪', undoneBy: '沈若溪', undoneAt: later(201), changed: 2, reason: '答案有误' },
  ])
  const actions = await db.read.auditEntry.findMany({ where: { objectId: sittingId }, select: { action: true } })
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['sitting.regraded', 'sitting.regradeUndone']),
  )
})

test('only upwards: nobody loses, and the review shows the new key; without it whoever had the old key loses', async () => {
  const attemptId = await sat(trainee(0), 60)
  const { halfPoints } = await rowOf(attemptId)
  const { item, choice } = await itemAt(5)
  const other = [0, 1, 2, 3].find((index) => !choice.key.includes(index)) ?? 0
  const change = await changeOf(5, { kind: 'newKey', key: [other] })
  const { attempts } = await previewRegrade(coordinator, scope, { change, onlyUpwards: true })
  expect(attempts).toMatchObject([{ wouldGoDown: true, isChanged: false }])

  const made = await seen(change)
  await applyRegrade(coordinator, scope, made, later(200))
  expect((await rowOf(attemptId)).halfPoints).toBe(halfPoints)
  const shown = (await getResult(trainee(0), attemptId, later(201)))?.items.find(({ itemId }) => itemId === item.itemId)
  const letter = String.fromCharCode(65 + (shown?.options.findIndex(({ isKey }) => isKey) ?? -1))
  expect(shown).toMatchObject({ halfPoints: item.halfPoints, ruling: { keys: [letter], isExplanationOld: true } })
  expect(shown?.options.filter(({ isKey, isPicked }) => isKey && !isPicked)).toHaveLength(1)

  await undoRegrade(coordinator, scope, made.regradeId, later(202))
  const again = await getResult(trainee(0), attemptId, later(203))
  expect(again?.items.some(({ ruling }) => ruling !== null)).toBe(false)
  await applyRegrade(coordinator, scope, await seen(change, { onlyUpwards: false }), later(204))
  expect((await rowOf(attemptId)).halfPoints).toBe((halfPoints ?? 0) - item.halfPoints)
})

test('dropped and rescaled: the paper is out of less, or is not', async () => {
  const attemptId = await sat(trainee(0), 10)
  const { outOf, halfPoints } = await rowOf(attemptId)
  const dropped = await seen(await changeOf(40, { kind: 'void', how: 'drop' }))
  await applyRegrade(coordinator, scope, dropped, later(200))
  expect(await rowOf(attemptId)).toMatchObject({ outOf: (outOf ?? 0) - 2, halfPoints })
  const page = (await getResult(trainee(0), attemptId, later(201)))?.page
  expect(page?.released).toMatchObject({ regraded: 1, outOf: (outOf ?? 0) - 2 })
  await undoRegrade(coordinator, scope, dropped.regradeId, later(202))
  await applyRegrade(coordinator, scope, await seen(await changeOf(40, { kind: 'void', how: 'rescale' })), later(203))
  expect((await rowOf(attemptId)).outOf).toBe(outOf)
})

test('a change undone after others and after an accepted late answer leaves what those facts alone come to', async () => {
  const started = await startSitting(trainee(0), sittingId, later(10))
  const attemptId = started.kind === 'opened' ? started.attemptId : ''
  await answerAll(trainee(0), attemptId, 20, later(11), ['q1', 'q2', 'q3', 'q40'])
  await settle(attemptId, later(90))
  await answerAll(trainee(0), attemptId, 20, later(91), ['q4', 'q5'])
  const [first, second] = [await changeOf(30, { kind: 'fullMarks' }), await changeOf(31, { kind: 'void', how: 'drop' })]
  const accept = async () => {
    const late = await db.read.lateAnswer.findMany({ where: { attemptId } })
    const lateIds = late.map(({ id }) => id)
    await decideLate(
      coordinator,
      cohortId,
      sittingId,
      { attemptId, lateIds, isAccepted: true, reason: '断网' },
      later(95),
    )
  }

  const one = await seen(first)
  await applyRegrade(coordinator, scope, one, later(92))
  await accept()
  const withFirst = await rowOf(attemptId)
  const two = await seen(second)
  await applyRegrade(coordinator, scope, two, later(93))
  await undoRegrade(coordinator, scope, one.regradeId, later(94))
  await undoRegrade(coordinator, scope, two.regradeId, later(96))
  const plain = await rowOf(attemptId)
  // Five right answers of one point, of which two came late: what they are worth without any change.
  expect(plain.halfPoints).toBe(10)
  await applyRegrade(coordinator, scope, await seen(first), later(97))
  const again = await rowOf(attemptId)
  expect([again.marks, again.halfPoints, again.outOf, again.passed]).toEqual([
    ...[withFirst.marks, withFirst.halfPoints, withFirst.outOf, withFirst.passed],
  ])
  expect(await db.read.evidence.findMany({ where: { subjectId: attemptId, revokedAt: null } })).toMatchObject([
    { points: again.halfPoints },
  ])
})

test('whatever is changed and taken back, kept marks are those that the facts come to; one changed by hand is told', async () => {
  const [first, second] = [await sat(trainee(0), 60), await sat(trainee(1), 3)]
  const made = await seen(await changeOf(30, { kind: 'void', how: 'rescale' }))
  await applyRegrade(coordinator, scope, made, later(200))
  await applyRegrade(coordinator, scope, await seen(await changeOf(31, { kind: 'fullMarks' })), later(201))
  expect(await scoreDifferences()).toEqual([])
  await undoRegrade(coordinator, scope, made.regradeId, later(202))
  expect(await scoreDifferences()).toEqual([])

  await db.write((tx) => tx.attempt.updateMany({ where: { id: first }, data: { halfPoints: { decrement: 1 } } }))
  await db.write((tx) =>
    tx.evidence.updateMany({ where: { subjectId: second }, data: { revokedAt: later(203), reason: '手误' } }),
  )
  const found = await scoreDifferences()
  expect(found.find(({ attemptId }) => attemptId === first)?.what).toEqual(['halfPoints'])
  expect(found.find(({ attemptId }) => attemptId === second)?.what).toEqual(['a score without its fact'])
})

test('sent ten times at once it is one change, and one undo', async () => {
  await sat(trainee(1), 3)
  const before = await scores()
  const made = await seen(await changeOf(30, { kind: 'fullMarks' }))
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => applyRegrade(coordinator, scope, made, later(200))),
  )
  expect(outcomes).toEqual(Array.from({ length: 10 }, () => ({ kind: 'done', changed: 1 })))
  expect(await db.read.regrade.count()).toBe(1)
  expect(await db.read.evidence.count({ where: { kind: 'exam-scored', revokedAt: null } })).toBe(1)
  const undone = await Promise.all(
    Array.from({ length: 5 }, () => undoRegrade(coordinator, scope, made.regradeId, later(201))),
  )
  expect(undone.filter(({ changed }) => changed === 1)).toHaveLength(1)
  expect(await scores()).toBe(before)
})

test('two different changes at once: one is made, the other is shown again first', async () => {
  await sat(trainee(1), 3)
  const change = await changeOf(30, { kind: 'fullMarks' })
  const both = [await seen(change), await seen({ ...change, ruling: { kind: 'void', how: 'drop' } })]
  const outcomes = await Promise.all(both.map((made) => applyRegrade(coordinator, scope, made, later(200))))
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'stale'])
  expect(await db.read.regrade.count()).toBe(1)
})

test('somebody who hands in after the dry run makes it stale; she is scored by the change once it is made', async () => {
  await sat(trainee(0), 10)
  const change = await changeOf(30, { kind: 'fullMarks' })
  const made = await seen(change)
  const before = await sat(trainee(1), 3)
  const plain = (await rowOf(before)).halfPoints ?? 0
  expect(await applyRegrade(coordinator, scope, made, later(200))).toEqual({ kind: 'stale' })
  expect(await db.read.regrade.count()).toBe(0)
  await applyRegrade(coordinator, scope, await seen(change), later(30))
  const after = await sat(trainee(2), 3)
  expect((await rowOf(after)).halfPoints).toBe(plain + 2)
})

test('for everybody: mocks and every sitting; a void attempt stays as it is', async () => {
  const { item } = await itemAt(30)
  const everywhere: RegradeScope = { kind: 'everywhere', questionId: item.questionId }
  const [first, second] = [await sat(trainee(0), 3), await sat(trainee(1), 3)]
  await voidAttempt(coordinator, cohortId, sittingId, { attemptId: second, reason: '坐错', until: null }, later(21))
  const voided = await rowOf(second)
  const mock = await startMock(trainee(2), 'jz', later(22))
  const mockId = mock.kind === 'opened' ? mock.attemptId : ''
  await submitAttempt(trainee(2), mockId, 0, later(23))
  const onMock = (await openPaper((await rowOf(mockId)).paperId)).paper.items.some(
    ({ versionId }) => versionId === item.versionId,
  )
  const made = await seen(await changeOf(30, { kind: 'fullMarks' }), {}, everywhere)
  expect(await applyRegrade(coordinator, everywhere, made, later(200))).toEqual({
    ...{ kind: 'done', changed: onMock ? 2 : 1 },
  })
  expect(await rowOf(second)).toEqual(voided)
  expect(await db.read.scoreRevision.count({ where: { attemptId: first } })).toBe(1)
  expect(await listRegrades(coordinator, scope)).toMatchObject([{ sittingId: null }])
  await expect(undoRegrade(coordinator, scope, made.regradeId, later(201))).rejects.toMatchObject(gone)
  expect(await undoRegrade(coordinator, everywhere, made.regradeId, later(202))).toMatchObject({
    ...{ changed: onMock ? 2 : 1 },
  })
})

test('a change of one sitting is none of another that had the same paper, also of whoever hands in later', async () => {
  await sat(trainee(0), 3)
  const { id: _, ...first } = await db.read.sitting.findUniqueOrThrow({ where: { id: sittingId } })
  await applyRegrade(coordinator, scope, await seen(await changeOf(30, { kind: 'void', how: 'drop' })), later(30))
  await db.write((tx) => tx.sitting.create({ data: { ...first, id: 'second' } }))
  const [here, ofFirst] = [sittingId, await sat(trainee(1), 3)]
  sittingId = 'second'
  const ofSecond = await sat(trainee(1), 3)
  sittingId = here
  expect([(await rowOf(ofFirst)).outOf, (await rowOf(ofSecond)).outOf]).toEqual([198, 200])
  expect(await scoreDifferences()).toEqual([])
})

test('how items did: of each person her first paper of a sitting, never a mock; strangers are told nothing', async () => {
  await db.write((tx) => tx.sitting.update({ where: { id: sittingId }, data: { attempts: 2 } }))
  await sat(trainee(0), 60)
  await sat(trainee(0), 0)
  await sat(trainee(1), 3)
  const mock = await startMock(trainee(2), 'jz', later(22))
  await submitAttempt(trainee(2), mock.kind === 'opened' ? mock.attemptId : '', 0, later(23))
  const { item, choice } = await itemAt(30)
  const page = await getSittingItems(coordinator, cohortId, sittingId)
  const row = page.rows.find(({ questionId }) => questionId === item.questionId)
  expect(page).toMatchObject({ attempts: 2, papers: 1 })
  expect(row).toMatchObject({ isRegraded: false, analysis: { count: 2, difficulty: 0.5, flags: ['tooFew'] } })
  expect(row?.analysis.options.filter(({ isKey }) => isKey).map(({ index, all }) => [index, all])).toEqual(
    choice.key.map((index) => [index, 1]),
  )
  expect(await getQuestionItems(coordinator, item.questionId)).toMatchObject([{ analysis: { count: 2 } }])
  await applyRegrade(coordinator, scope, await seen(await changeOf(30, { kind: 'fullMarks' })), later(30))
  const after = await getSittingItems(coordinator, cohortId, sittingId)
  expect(after.rows.filter(({ isRegraded }) => isRegraded).map(({ questionId }) => questionId)).toEqual([
    item.questionId,
  ])

  const stranger = await createActor('coordinator')
  await expect(getSittingItems(stranger, cohortId, sittingId)).rejects.toMatchObject(gone)
  await expect(getQuestionItems(trainee(0), item.questionId)).rejects.toMatchObject(gone)
})

// The longest write there is: on a machine that does three other things it may run into the limit of a transaction.
test('more than a thousand papers are not changed at once, and a thousand are', {
  retry: 2,
  timeout: 60_000,
}, async () => {
  const row = await rowOf(await sat(trainee(0), 3))
  const copies = (from: number, to: number) =>
    db.write((tx) =>
      tx.attempt.createMany({
        data: Array.from({ length: to - from }, (_, at) => ({
          ...row,
          id: `copy ${from + at}`,
          number: 2 + from + at,
        })),
      }),
    )
  await copies(0, 999)
  const change = await changeOf(30, { kind: 'fullMarks' })
  expect(await applyRegrade(coordinator, scope, await seen(change), later(200))).toEqual({
    kind: 'done',
    changed: 1_000,
  })
  await copies(999, 1_000)
  const more = await seen({ ...change, ruling: { kind: 'void', how: 'drop' } })
  expect(await applyRegrade(coordinator, scope, more, later(201))).toEqual({ kind: 'tooMany' })
  expect(await db.read.regrade.count()).toBe(1)
})

test('to a trainee, and to whoever runs another cohort, there is nothing', async () => {
  await sat(trainee(0), 3)
  const change = await changeOf(30, { kind: 'fullMarks' })
  const { item } = await itemAt(30)
  const everywhere: RegradeScope = { kind: 'everywhere', questionId: item.questionId }
  const made = await seen(change)
  await applyRegrade(coordinator, scope, made, later(200))
  const stranger = await createActor('coordinator')
  const otherCohort = await createCohort({ coordinator: stranger })
  const before = await scores()
  const fresh = { ...made, regradeId: crypto.randomUUID() }
  const scopes: [Actor, RegradeScope][] = [
    [stranger, scope],
    [stranger, { kind: 'sitting', cohortId: otherCohort, sittingId }],
    [trainee(0), scope],
    [trainee(0), everywhere],
    [await createActor('mentor'), everywhere],
  ]
  for (const [actor, of] of scopes) {
    await expect(previewRegrade(actor, of, made)).rejects.toMatchObject(gone)
    await expect(applyRegrade(actor, of, fresh, later(201))).rejects.toMatchObject(gone)
    await expect(undoRegrade(actor, of, made.regradeId, later(201))).rejects.toMatchObject(gone)
    await expect(listRegrades(actor, of)).rejects.toMatchObject(gone)
  }
  // A change of a sitting is not taken back from the bank, and not by whoever only writes the bank.
  await expect(undoRegrade(stranger, everywhere, made.regradeId, later(201))).rejects.toMatchObject(gone)
  expect(await scores()).toBe(before)
})
