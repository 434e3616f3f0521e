import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort } from '#tests/support/learners.ts'
import { unzipTexts } from '#tests/support/unzip.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import { startMock } from './attempts.server.ts'
import { beat } from './beats.server.ts'
import { mockBlueprint } from './blueprints.server.ts'
import { getExamHome, getSubjectPage } from './exam-home.server.ts'
import { decideLate } from './late-answers.server.ts'
import { getOwnSitting, listOwnSittings } from './own-sittings.server.ts'
import { getResult, voidedIn } from './results.server.ts'
import { saveAnswers } from './saves.server.ts'
import { settle, submitAttempt } from './settling.server.ts'
import { extendAll, extendOne, voidAttempt } from './sitting-acts.server.ts'
import { exportSitting } from './sitting-export.server.ts'
import { openSitting } from './sitting-page.server.ts'
import { endRelief, grantRelief, listRelief } from './sitting-relief.server.ts'
import { getRoom, roomVersion, timelineOf } from './sitting-room.server.ts'
import { startSitting } from './sitting-start.server.ts'
import { cancelSitting, createSitting, listSittings, type NewSitting, releaseResults } from './sittings.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const gone = { code: 'notFound' }

let coordinator: Actor
let trainees: Actor[]
let cohortId: string
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  coordinator = await createActor('coordinator', '沈若溪')
  trainees = [await createActor('trainee', '林小满'), await createActor('trainee', '=SUM(A1)')]
  cohortId = await createCohort({ coordinator, trainees })
})

const planned: NewSitting = {
  ...{ title: '摸底考试', blueprintId: mockBlueprint('jz')?.id ?? '', minutes: 60, attempts: 1, forms: 1 },
  ...{ opensAt: later(10), closesAt: later(130), releaseAt: null },
}

async function sitting(over: Partial<NewSitting> = {}): Promise<string> {
  const outcome = await createSitting(coordinator, cohortId, { ...planned, ...over }, now)
  if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome))
  return outcome.sittingId
}

function first(): Actor {
  const [one] = trainees
  if (!one) throw new Error('there is nobody')
  return one
}

async function begun(sittingId: string, at: Date, actor = first()): Promise<string> {
  const outcome = await startSitting(actor, sittingId, at)
  if (outcome.kind !== 'opened') throw new Error(outcome.why)
  return outcome.attemptId
}

const rowOf = (id: string) => db.read.attempt.findUniqueOrThrow({ where: { id } })
const answer = (itemId: string, value: string, seq: number) => ({ itemId, value, seq, isMarked: false })

/** A blueprint of the centre's own that the bank can fill several times. */
async function smallBlueprint(): Promise<string> {
  const official = mockBlueprint('jz')
  const parts = [{ kind: 'single', count: 12, halfPoints: 2, rule: 'single' }]
  const body = JSON.stringify({ ...official, id: 'kuai-ce', chapterWeights: {}, minutes: 30, passLine: 14, parts })
  const made = { subject: 'jz', body, createdBy: coordinator.personId, createdAt: now, updatedAt: now }
  await db.write((tx) => tx.centreBlueprint.create({ data: { id: 'kuai-ce', ...made } }))
  return 'kuai-ce'
}

/** What her page would send for the first option of the first question. */
async function firstPick(attemptId: string): Promise<string> {
  const opened = await openSitting(first(), attemptId, later(11))
  return opened?.items.find(({ itemId }) => itemId === 'q1')?.options[0]?.id ?? ''
}

test('papers are drawn when the sitting is planned, kept, and dealt out evenly', async () => {
  const sittingId = await sitting({ forms: 2, minutes: null, blueprintId: await smallBlueprint() })
  const papers = await db.read.paper.findMany({ include: { questions: true } })
  const [a, b] = papers.map(({ questions }) => new Set(questions.map(({ questionId }) => questionId)))
  expect(papers.map(({ isFixed, title }) => `${title} ${isFixed}`).toSorted()).toEqual([
    '摸底考试 A true',
    '摸底考试 B true',
  ])
  expect([...(a ?? [])].filter((id) => b?.has(id))).toEqual([])

  const dealt = []
  for (const one of trainees) dealt.push((await rowOf(await begun(sittingId, later(11), one))).paperId)
  expect(new Set(dealt).size).toBe(2)
  expect((await listSittings(coordinator, cohortId, later(11))).sittings).toMatchObject([
    { id: sittingId, state: 'open', forms: 2, sitting: 2, handedIn: 0 },
  ])
})

test('what the bank lacks is said exactly, and nothing is kept', async () => {
  const { count } = await db.write((tx) =>
    tx.question.updateMany({ where: { subject: 'jz', kind: 'multiple' }, data: { status: 'retired' } }),
  )
  forgetBank()
  const outcome = await createSitting(coordinator, cohortId, { ...planned, forms: 3 }, now)
  expect(count).toBeGreaterThan(0)
  expect(outcome).toMatchObject({ kind: 'short' })
  const short = outcome.kind === 'short' ? outcome.short : []
  expect(short.filter(({ kind }) => kind === 'multiple').reduce((sum, { missing }) => sum + missing, 0)).toBe(60)
  expect(await db.read.sitting.count()).toBe(0)
})

test.each([
  [{ closesAt: later(30) }, 'windowTooShort'],
  [{ opensAt: later(-300), closesAt: later(-1) }, 'windowPast'],
  [{ blueprintId: 'no-such-blueprint' }, 'required'],
] as const)('a plan that cannot be is refused: %j', async (over, code) => {
  expect(await createSitting(coordinator, cohortId, { ...planned, ...over }, now)).toMatchObject({ code })
})

test('nobody begins before it opens, after it closes, when it was cancelled, or once more than is allowed', async () => {
  const sittingId = await sitting()
  expect(await startSitting(first(), sittingId, later(9))).toMatchObject({ why: 'notYet' })
  expect(await startSitting(first(), sittingId, later(130))).toMatchObject({ why: 'closed' })
  const attemptId = await begun(sittingId, later(10))
  expect(await begun(sittingId, later(11))).toBe(attemptId)
  await submitAttempt(first(), attemptId, 0, later(20))
  expect(await startSitting(first(), sittingId, later(21))).toMatchObject({ why: 'noneLeft' })

  const other = await sitting()
  await cancelSitting(coordinator, cohortId, other, later(1))
  expect(await startSitting(first(), other, later(11))).toMatchObject({ why: 'cancelled' })
  await expect(cancelSitting(coordinator, cohortId, sittingId, later(11))).rejects.toMatchObject({ code: 'conflict' })
})

test('twenty starts at once, again and again, never make more attempts than are allowed', async () => {
  const sittingId = await sitting({ attempts: 2 })
  for (const minute of [11, 12, 13]) {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => startSitting(first(), sittingId, later(minute))),
    )
    const opened = new Set(outcomes.flatMap((one) => (one.kind === 'opened' ? [one.attemptId] : [])))
    expect(opened.size).toBe(minute < 13 ? 1 : 0)
    for (const id of opened) await submitAttempt(first(), id, 0, later(minute + 0.5))
  }
  expect(await db.read.attempt.count()).toBe(2)
})

test('an extension while she sits moves deadline and boundary; her next beat tells her; it is never taken back', async () => {
  const sittingId = await sitting()
  const attemptId = await begun(sittingId, later(10))
  const grant = { personId: first().personId, reason: '停电' }
  const message = { epoch: 0, waiting: 0, signals: [] }

  expect(await extendOne(coordinator, cohortId, sittingId, { ...grant, until: later(90) }, later(20))).toMatchObject({
    kind: 'extended',
  })
  expect(await rowOf(attemptId)).toMatchObject({
    deadlineAt: later(90),
    boundaryAt: new Date(later(90).getTime() + 10_000),
  })
  expect(await beat(first(), attemptId, message, later(21))).toMatchObject({ state: 'open', deadlineAt: later(90) })
  for (const until of [later(90), later(80), later(1)]) {
    const outcome = await extendOne(coordinator, cohortId, sittingId, { ...grant, until }, later(22))
    expect(outcome).toEqual({ kind: 'notLater' })
  }
  expect((await rowOf(attemptId)).deadlineAt).toEqual(later(90))
  expect(await db.read.extension.count()).toBe(1)
  const room = await getRoom(coordinator, cohortId, sittingId, later(22))
  const timeline = await timelineOf(room.people.find(({ personId }) => personId === first().personId)?.attempts ?? [])
  expect(timeline.map(({ kind }) => kind)).toEqual(['opened', 'extended'])
})

test('an extension granted before she begins counts when she does', async () => {
  const sittingId = await sitting()
  const grant = { personId: first().personId, reason: '出差', until: later(300) }
  await extendOne(coordinator, cohortId, sittingId, grant, later(1))
  expect(await getOwnSitting(first(), sittingId, later(2))).toMatchObject({ isExtended: true, endsAt: later(300) })
  expect((await rowOf(await begun(sittingId, later(200)))).deadlineAt).toEqual(later(260))
})

test('more time for all: each from her own end, and a later window for those who have not begun', async () => {
  const sittingId = await sitting()
  const attemptId = await begun(sittingId, later(10))
  const outcome = await extendAll(coordinator, cohortId, sittingId, { minutes: 15, reason: '断网' }, later(30))
  expect(outcome).toEqual({ kind: 'extended', people: 2 })
  expect((await rowOf(attemptId)).deadlineAt).toEqual(later(85))
  const [, second] = trainees
  expect(second && (await getOwnSitting(second, sittingId, later(31))).endsAt).toEqual(later(145))
  await settle(attemptId, later(200))
  expect(await extendAll(coordinator, cohortId, sittingId, { minutes: 5, reason: '断网' }, later(400))).toEqual({
    kind: 'notLater',
  })
})

test('a standing accommodation gives its time in every sitting, and its window', async () => {
  const sittingId = await sitting()
  const made = { personId: first().personId, timePercent: 150, reason: '需要大字卷' }
  await grantRelief(coordinator, cohortId, made, now)
  expect((await rowOf(await begun(sittingId, later(100)))).deadlineAt).toEqual(later(160))
  expect(await getOwnSitting(first(), sittingId, later(101))).toMatchObject({ minutes: 90, admission: 'goOn' })
  await endRelief(coordinator, cohortId, first().personId, later(101))
  const { standing, extensions } = await listRelief(coordinator, cohortId)
  expect(standing).toMatchObject([{ name: '林小满', timePercent: 150, grantedBy: '沈若溪', endedAt: later(101) }])
  expect(extensions).toEqual([])
})

test('a voided attempt counts for nothing, leaves an attempt, and says why', async () => {
  const sittingId = await sitting()
  const attemptId = await begun(sittingId, later(10))
  await saveAnswers(first(), attemptId, 0, [answer('q1', await firstPick(attemptId), 1)], later(11))
  await submitAttempt(first(), attemptId, 0, later(20))
  expect(await db.read.evidence.count({ where: { subjectId: attemptId, revokedAt: null } })).toBe(1)

  const voiding = { attemptId, reason: '座位坐错', until: null }
  await voidAttempt(coordinator, cohortId, sittingId, voiding, later(21))
  expect(await db.read.evidence.count({ where: { subjectId: attemptId, revokedAt: null } })).toBe(0)
  expect(await db.read.answer.count({ where: { attemptId } })).toBe(1)
  expect(await voidedIn(first(), attemptId)).toBe(sittingId)
  const page = await getOwnSitting(first(), sittingId, later(22))
  expect(page).toMatchObject({ left: 1, admission: 'ready', attempts: [{ isVoid: true, voidReason: '座位坐错' }] })
  const again = await begun(sittingId, later(23))
  expect(await rowOf(again)).toMatchObject({ number: 2, status: 'open' })
})

test('before the release nobody sees marks in any page; after it she does', async () => {
  const sittingId = await sitting({ releaseAt: later(500) })
  const attemptId = await begun(sittingId, later(10))
  await submitAttempt(first(), attemptId, 0, later(20))
  const marks = async (at: Date) => {
    const home = await getExamHome(first(), at)
    const subject = await getSubjectPage(first(), 'jz', at)
    const [listed] = await listOwnSittings(first(), at)
    const door = await getOwnSitting(first(), sittingId, at)
    const result = await getResult(first(), attemptId, at)
    const last = home.subjects.find((row) => row.subject === 'jz')?.last
    const rows = [last, subject.past[0], listed?.last, door.attempts[0], result?.page.released ?? null]
    return rows.map((row) => (row ? [row.halfPoints, row.passed] : null))
  }
  const none = [null, null]
  expect(await marks(later(21))).toEqual([none, none, none, none, null])
  expect((await getRoom(coordinator, cohortId, sittingId, later(21))).people.some(({ best }) => best)).toBe(true)
  await releaseResults(coordinator, cohortId, sittingId, later(22))
  expect(await marks(later(23))).toEqual(Array.from({ length: 5 }, () => [0, false]))
})

test('while she sits, no key of any paper is shown, and a mock leads back to the sitting', async () => {
  const mock = await startMock(first(), 'jz', now)
  const mockId = mock.kind === 'opened' ? mock.attemptId : ''
  await submitAttempt(first(), mockId, 0, later(1))
  expect((await getResult(first(), mockId, later(2)))?.page.released).not.toBeNull()
  const attemptId = await begun(await sitting(), later(10))
  expect((await getResult(first(), mockId, later(11)))?.page.released).toBeNull()
  expect(await startMock(first(), 'zs', later(12))).toEqual({ kind: 'opened', attemptId })
})

test('a late answer counts when it is accepted, once, and the fact is told anew', async () => {
  const sittingId = await sitting()
  const attemptId = await begun(sittingId, later(10))
  const value = await firstPick(attemptId)
  await settle(attemptId, later(90))
  await saveAnswers(first(), attemptId, 0, [answer('q1', value, 1), answer('q2', 'x', 2)], later(91))
  const room = await getRoom(coordinator, cohortId, sittingId, later(92))
  const [group] = room.late
  const ids = group?.answers.map(({ id }) => id) ?? []
  expect(group).toMatchObject({ name: '林小满', isOver: true })
  expect(group?.answers.map(({ said, stands }) => `${said}|${stands}`)).toEqual(['A|', '|'])

  const [accepted = '', rejected = ''] = ids
  const decide = (lateIds: string[], isAccepted: boolean) =>
    decideLate(coordinator, cohortId, sittingId, { attemptId, lateIds, isAccepted, reason: '断网' }, later(93))
  expect(await decide([accepted], true)).toEqual({ decided: 1 })
  expect(await decide([rejected], false)).toEqual({ decided: 1 })
  expect(await decide(ids, true)).toEqual({ decided: 0 })
  expect(await db.read.answer.findMany({ where: { attemptId } })).toMatchObject([{ itemId: 'q1', value }])
  expect(await db.read.evidence.count({ where: { subjectId: attemptId, revokedAt: null } })).toBe(1)
  expect((await getRoom(coordinator, cohortId, sittingId, later(94))).late).toEqual([])
})

test('the room says who is in, silent, absent and done, in one query; its version follows', async () => {
  const sittingId = await sitting()
  const states = async (at: Date) =>
    (await getRoom(coordinator, cohortId, sittingId, at)).people.map(({ name, state }) => `${name} ${state}`).toSorted()
  expect(await states(later(11))).toEqual(['=SUM(A1) absent', '林小满 absent'])
  const attemptId = await begun(sittingId, later(11))
  const version = (at: Date) => roomVersion(coordinator, sittingId, at)
  const quiet = await version(later(11.1))
  expect(await states(later(11.4))).toEqual(['=SUM(A1) absent', '林小满 in'])
  expect(await version(later(11.2))).toMatchObject({ version: quiet.version })
  expect(await states(later(11.6))).toEqual(['=SUM(A1) absent', '林小满 offline'])
  expect((await version(later(11.6))).version).not.toBe(quiet.version)
  expect((await countQueries(() => version(later(12)))).statements).toHaveLength(1)
  await submitAttempt(first(), attemptId, 0, later(12))
  expect(await states(later(13))).toEqual(['=SUM(A1) absent', '林小满 submitted'])
})

test('the file has a row for everybody, and no name becomes a formula', async () => {
  const sittingId = await sitting()
  await submitAttempt(first(), await begun(sittingId, later(11)), 0, later(12))
  const { bytes } = await exportSitting(coordinator, cohortId, sittingId, later(13))
  const files = unzipTexts(bytes)
  const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, one]) => one)
  expect(strings).toEqual(expect.arrayContaining(["'=SUM(A1)", '林小满', '未到', '已交卷', '未合格']))
  expect(files.get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/)
  // The second sheet: a head, and a row for each of the eighty questions.
  expect(files.get('xl/worksheets/sheet2.xml')?.match(/<row /g)).toHaveLength(81)
  expect(strings).toEqual(expect.arrayContaining(['区分度', '人数太少']))
})

test('to a foreign coordinator and a trainee of another cohort there is nothing', async () => {
  const sittingId = await sitting()
  const attemptId = await begun(sittingId, later(11))
  const stranger = await createActor('coordinator')
  const outsider = await createActor('trainee')
  const otherCohort = await createCohort({ coordinator: stranger, trainees: [outsider] })
  const at = later(12)
  const grant = { personId: first().personId, reason: '停电', until: later(300) }
  for (const id of [cohortId, otherCohort]) {
    const acts = [
      () => getRoom(stranger, id, sittingId, at),
      () => exportSitting(stranger, id, sittingId, at),
      () => extendOne(stranger, id, sittingId, grant, at),
      () => extendAll(stranger, id, sittingId, { minutes: 5, reason: '停电' }, at),
      () => voidAttempt(stranger, id, sittingId, { attemptId, reason: '无', until: null }, at),
      () => cancelSitting(stranger, id, sittingId, at),
      () => releaseResults(stranger, id, sittingId, at),
      () => decideLate(stranger, id, sittingId, { attemptId, lateIds: [], isAccepted: true, reason: '无' }, at),
      () => grantRelief(stranger, id, { personId: first().personId, timePercent: 150, reason: '无' }, at),
      () => endRelief(stranger, id, first().personId, at),
    ]
    for (const act of acts) await expect(act()).rejects.toMatchObject(gone)
  }
  await expect(listSittings(stranger, cohortId, at)).rejects.toMatchObject(gone)
  await expect(listRelief(stranger, cohortId)).rejects.toMatchObject(gone)
  await expect(createSitting(stranger, cohortId, planned, at)).rejects.toMatchObject(gone)
  await expect(roomVersion(stranger, sittingId, at)).rejects.toMatchObject(gone)
  await expect(startSitting(outsider, sittingId, at)).rejects.toMatchObject(gone)
  await expect(getOwnSitting(outsider, sittingId, at)).rejects.toMatchObject(gone)
  expect(await listOwnSittings(outsider, at)).toEqual([])
  const outside = { ...grant, personId: outsider.personId }
  await expect(extendOne(coordinator, cohortId, sittingId, outside, at)).rejects.toMatchObject(gone)
  expect(await rowOf(attemptId)).toMatchObject({ status: 'open', deadlineAt: later(71) })
})
