import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort } from '#tests/support/learners.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { nonceBytes, sealAnswers } from './answer-file.ts'
import { loadAnswerFile, mostFileBytes } from './answer-files.server.ts'
import { answerKey } from './answer-key.server.ts'
import { startMock } from './attempts.server.ts'
import { mockBlueprint } from './blueprints.server.ts'
import { decideLate } from './late-answers.server.ts'
import { saveAnswers } from './saves.server.ts'
import type { Entry } from './saving.ts'
import { settle, submitAttempt } from './settling.server.ts'
import { voidAttempt } from './sitting-acts.server.ts'
import { enterSitting, openSitting } from './sitting-page.server.ts'
import { getRoom, timelineOf } from './sitting-room.server.ts'
import { startSitting } from './sitting-start.server.ts'
import { createSitting } from './sittings.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const over = later(75)

let coordinator: Actor
let trainee: Actor
let cohortId: string
let sittingId: string
let attemptId: string
let pick: string
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  coordinator = await createActor('coordinator', '沈若溪')
  trainee = await createActor('trainee', '林小满')
  cohortId = await createCohort({ coordinator, trainees: [trainee] })
  sittingId = await planned(cohortId)
  const begun = await startSitting(trainee, sittingId, later(10))
  attemptId = begun.kind === 'opened' ? begun.attemptId : ''
  const { arrangement } = await db.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })
  pick = JSON.parse(arrangement).options.q1[0].id
})

async function planned(inCohort: string): Promise<string> {
  const plan = { title: '摸底考试', blueprintId: mockBlueprint('jz')?.id ?? '', minutes: 60, attempts: 2, forms: 1 }
  const window = { opensAt: later(5), closesAt: later(130), releaseAt: null }
  const outcome = await createSitting(coordinator, inCohort, { ...plan, ...window }, now)
  return outcome.kind === 'created' ? outcome.sittingId : ''
}

const entry = (itemId: string, value: string, seq: number, epoch = 0): Entry => ({
  ...{ itemId, value, isMarked: false, epoch, seq },
})

/** As the page makes it, with the key that it was given. */
async function saved(answers: readonly Entry[], of = attemptId): Promise<Uint8Array> {
  const key = await answerKey(of, now)
  return sealAnswers(of, answers, key, new Uint8Array(nonceBytes).fill(3))
}

const load = (file: Uint8Array, at: Date, into = sittingId) => loadAnswerFile(coordinator, cohortId, into, file, at)
const audits = () => db.read.auditEntry.count({ where: { action: 'answer-file.loaded' } })
const everything = async () => [await db.read.answer.findMany(), await db.read.lateAnswer.findMany(), await audits()]

test('the page of a sitting has the key of its attempt; a mock, that nobody could load, has none', async () => {
  const page = (await openSitting(trainee, attemptId, later(11)))?.page
  expect(page?.seal).toBe((await answerKey(attemptId, later(60))).toString('hex'))
  await submitAttempt(trainee, attemptId, 0, later(12))
  const mock = await startMock(trainee, 'jz', later(13))
  expect((await openSitting(trainee, mock.kind === 'opened' ? mock.attemptId : '', later(13)))?.page.seal).toBeNull()
})

test('loaded after the end it waits for a decision; accepted, the result counts it', async () => {
  const file = await saved([entry('q1', pick, 1), entry('q2', 'zz', 2)])
  expect(await load(file, over)).toEqual({ kind: 'loaded', name: '林小满', counted: 0, apart: 2 })
  const room = await getRoom(coordinator, cohortId, sittingId, over)
  const answers = room.late.flatMap((group) => group.answers)
  expect(answers.map(({ reason, said }) => `${reason} ${said}`)).toEqual(['late A', 'late '])
  expect(await audits()).toBe(1)
  const events = await timelineOf(room.people.flatMap(({ attempts }) => attempts))
  expect(events).toContainEqual(expect.objectContaining({ kind: 'fileLoaded', detail: '2' }))

  const decision = { attemptId, lateIds: answers.map(({ id }) => id), isAccepted: true, reason: '断网' }
  expect(await decideLate(coordinator, cohortId, sittingId, decision, later(76))).toEqual({ decided: 2 })
  expect(await db.read.answer.findMany({ where: { itemId: 'q1' } })).toMatchObject([{ value: pick, seq: 1 }])
})

test('loaded twice, or after the decision, it changes nothing', async () => {
  const file = await saved([entry('q1', pick, 1)])
  await load(file, over)
  const once = await everything()
  expect(await load(file, later(80))).toMatchObject({ counted: 0, apart: 0 })
  expect(await everything()).toEqual(once)
  const [late] = await db.read.lateAnswer.findMany()
  const decision = { attemptId, lateIds: [late?.id ?? ''], isAccepted: false, reason: '无凭据' }
  await decideLate(coordinator, cohortId, sittingId, decision, later(81))
  const decided = await everything()
  expect(await load(file, later(82))).toMatchObject({ counted: 0, apart: 0 })
  expect(await everything()).toEqual(decided)
})

test('loaded in time it counts as if it had been sent, and a device that comes back says nothing new', async () => {
  const file = await saved([entry('q1', pick, 4), entry('q2', 'b', 5)])
  await saveAnswers(trainee, attemptId, 0, [{ itemId: 'q2', value: 'newer', isMarked: false, seq: 6 }], later(20))
  expect(await load(file, later(30))).toMatchObject({ counted: 1, apart: 0 })
  expect(await load(file, later(31))).toMatchObject({ counted: 0, apart: 0 })
  const again = [{ itemId: 'q1', value: pick, isMarked: false, seq: 4 }]
  for (const at of [later(32), over]) {
    const reply = await saveAnswers(trainee, attemptId, 0, again, at)
    expect(reply.acknowledged).toMatchObject([{ outcome: 'saved' }])
  }
  expect(await db.read.lateAnswer.count()).toBe(0)
  expect(await db.read.answer.findMany({ orderBy: { itemId: 'asc' } })).toMatchObject([
    { itemId: 'q1', value: pick },
    { itemId: 'q2', value: 'newer' },
  ])
})

test('of a device that was taken over it is kept apart, also while she sits', async () => {
  await enterSitting(trainee, attemptId, { id: 'device-1', wantsTakeover: false }, later(11))
  await enterSitting(trainee, attemptId, { id: 'device-2', wantsTakeover: true }, later(12))
  expect(await load(await saved([entry('q1', pick, 1, 0)]), later(30))).toMatchObject({ counted: 0, apart: 1 })
  expect(await db.read.lateAnswer.findMany()).toMatchObject([{ reason: 'foreign' }])
})

test('what was sent late and comes in the file too is there once', async () => {
  await settle(attemptId, over)
  await saveAnswers(trainee, attemptId, 0, [{ itemId: 'q1', value: pick, isMarked: false, seq: 1 }], over)
  expect(await load(await saved([entry('q1', pick, 1)]), later(80))).toMatchObject({ counted: 0, apart: 0 })
  expect(await db.read.lateAnswer.count()).toBe(1)
})

test('what is no file for this room is refused with its reason, and nothing is kept', async () => {
  const other = await planned(cohortId)
  const good = await saved([entry('q1', pick, 1)])
  const broken = good.map((byte, at) => (at === good.length - 1 ? byte ^ 1 : byte))
  const strange = await saved([{ ...entry('q1', pick, 1), itemId: 'nonsense' }])
  const unstorable = await saved([entry('q1', 'a\0b', 1)])
  const elsewhere = await saved([entry('q1', pick, 1)], '3f2b8c1e-9a52-4b7d-8a16-5c0d9e7f1a2b')
  const cases: ReadonlyArray<readonly [Uint8Array, string, string]> = [
    [new Uint8Array(), sittingId, 'answerFileMissing'],
    [new Uint8Array(mostFileBytes + 1), sittingId, 'answerFileLarge'],
    [Buffer.from('not a file of ours'), sittingId, 'answerFileOther'],
    [good, other, 'answerFileElsewhere'],
    [elsewhere, sittingId, 'answerFileElsewhere'],
    ...[broken, strange, unstorable].map((file) => [file, sittingId, 'answerFileDamaged'] as const),
  ]
  for (const [file, into, code] of cases) expect(await load(file, over, into)).toEqual({ kind: 'refused', code })
  await voidAttempt(coordinator, cohortId, sittingId, { attemptId, reason: '座位坐错', until: null }, over)
  expect(await load(good, over)).toEqual({ kind: 'refused', code: 'answerFileVoid' })
  expect(await everything()).toEqual([[], [], 0])
})

test('whoever does not run the cohort learns nothing, not even that the file is good', async () => {
  const file = await saved([entry('q1', pick, 1)])
  const stranger = await createActor('coordinator')
  const own = await createCohort({ coordinator: stranger, trainees: [] })
  for (const [actor, cohort] of [
    [stranger, cohortId],
    [stranger, own],
    [trainee, cohortId],
  ] as const) {
    await expect(loadAnswerFile(actor, cohort, sittingId, file, over)).rejects.toMatchObject({ code: 'notFound' })
  }
  expect(await everything()).toEqual([[], [], 0])
})
