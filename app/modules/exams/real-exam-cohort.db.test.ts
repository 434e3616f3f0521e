import { expect, test } from 'vitest'
import { createCohort, createTwoCohorts } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { CohortExamForm, type RowForm } from './real-exam.schema.ts'
import { saveOwnCertificate, saveOwnRecord } from './real-exam.server.ts'
import { baseOf, type ExamEntry } from './real-exam.ts'
import { checkAllExam, checkExam, listCohortExam, restoreExam, saveExamRow } from './real-exam-cohort.server.ts'
import { importResults, previewResults } from './real-exam-import.server.ts'

useDatabase()

const later = new Date('2026-11-24T02:00:00.123Z')
const pass: ExamEntry = { subject: 'zz', year: 2026, state: 'sat', points: 72 }
const standing = () => db.read.examRecord.findMany({ where: { revokedAt: null }, orderBy: { subject: 'asc' } })
const facts = () => db.read.evidence.findMany({ orderBy: [{ kind: 'asc' }, { occurredAt: 'asc' }] })
const notFound = { code: 'notFound' }

/** The form of a trainee's row, as the page fills it. */
async function rowForm(actor: Actor, cohortId: string, personId: string, over: Record<string, string> = {}) {
  const person = (await listCohortExam(actor, cohortId)).find(({ id }) => id === personId)
  if (!person) throw new Error('she is not a member')
  const blank = ['jz', 'js', 'zz', 'zf', 'zs', 'gs'].flatMap((code) => [
    [`state-${code}`, 'none'],
    [`mark-${code}`, ''],
  ])
  const issued = ['junior', 'intermediate', 'senior'].map((level) => [`issued-${level}`, ''])
  const form = { intent: 'row', personId, year: '2026', base: baseOf(person, 2026) }
  return CohortExamForm.parse({ ...form, ...Object.fromEntries([...blank, ...issued]), ...over }) as RowForm
}

test('what a coordinator enters is checked, and a pass and a certificate are facts', async () => {
  const { trainee, coordinator, cohortId } = await createTwoCohorts()
  const marks = { 'state-zz': 'sat', 'mark-zz': '72', 'state-zf': 'sat', 'mark-zf': '59', 'state-zs': 'absent' }
  const form = await rowForm(coordinator, cohortId, trainee.personId, { ...marks, 'issued-junior': '2024-09-01' })

  expect(await saveExamRow(coordinator, cohortId, form, testNow)).toMatchObject({ kind: 'saved' })

  const [person] = await listCohortExam(coordinator, cohortId)
  expect(person?.records.map(({ subject, isChecked }) => [subject, isChecked])).toEqual([
    ...[
      ['zf', true],
      ['zs', true],
      ['zz', true],
    ],
  ])
  expect(await facts()).toMatchObject([
    { kind: 'certificate-earned', userId: trainee.personId, subjectType: 'certificate', cohortId, source: 'manual' },
    { kind: 'exam-passed', subjectType: 'exam-record', points: 144, outOf: 200, scale: 2, revokedAt: null },
  ])
  expect((await facts()).map(({ organisationId }) => organisationId)).toEqual([
    ...[trainee.organisationId, trainee.organisationId],
  ])
})

test('a correction revokes the fact that stood on it and records the new one', async () => {
  const { trainee, coordinator, cohortId } = await createTwoCohorts()
  const save = async (mark: string) =>
    saveExamRow(
      coordinator,
      cohortId,
      await rowForm(coordinator, cohortId, trainee.personId, { 'state-zz': 'sat', 'mark-zz': mark }),
      later,
    )
  for (const mark of ['72', '73', '59']) await save(mark)

  expect((await facts()).map(({ points, reason }) => [points, reason]).toSorted()).toEqual([
    ...[
      [144, 'corrected'],
      [146, 'corrected'],
    ],
  ])
  expect(await standing()).toMatchObject([{ halfPoints: 118 }])
})

test('an emptied cell is removed, said, and restored', async () => {
  const { trainee, coordinator, cohortId } = await createTwoCohorts()
  const full = { 'state-zz': 'sat', 'mark-zz': '72', 'issued-junior': '2024-09-01' }
  await saveExamRow(coordinator, cohortId, await rowForm(coordinator, cohortId, trainee.personId, full), testNow)

  const empty = await rowForm(coordinator, cohortId, trainee.personId)
  const outcome = await saveExamRow(coordinator, cohortId, empty, later)
  if (outcome.kind !== 'saved') throw new Error('it was refused')
  expect([outcome.removed.recordIds.length, outcome.removed.certificateIds.length]).toEqual([1, 1])
  expect(await standing()).toEqual([])
  expect((await facts()).every(({ reason }) => reason === 'removed')).toBe(true)

  await restoreExam(coordinator, cohortId, outcome.removed, later)
  await restoreExam(coordinator, cohortId, outcome.removed, later)
  expect(await standing()).toMatchObject([{ halfPoints: 144 }])
  expect((await facts()).filter(({ revokedAt }) => revokedAt === null)).toHaveLength(2)
})

test('a row that somebody changed meanwhile is not overwritten unseen', async () => {
  const { trainee, coordinator, cohortId } = await createTwoCohorts()
  const form = await rowForm(coordinator, cohortId, trainee.personId, { 'state-zz': 'sat', 'mark-zz': '50' })
  await saveOwnRecord(trainee, null, pass, testNow)

  expect(await saveExamRow(coordinator, cohortId, form, later)).toEqual({
    ...{ kind: 'fault', field: '', code: 'changedMeanwhile' },
  })
  expect(await standing()).toMatchObject([{ halfPoints: 144, checkedAt: null }])
})

test('checking one, and all that she could see', async () => {
  const { trainee, coordinator, cohortId } = await createTwoCohorts()
  await saveOwnRecord(trainee, null, pass, testNow)
  await saveOwnRecord(trainee, null, { ...pass, subject: 'zf' }, testNow)
  await saveOwnCertificate(trainee, { level: 'junior', issuedOn: '2024-09-01' }, testNow)
  const [zf, zz] = await standing()
  const one = { recordIds: [zz?.id ?? ''], certificateIds: [] }

  expect(await checkExam(coordinator, cohortId, one, later)).toBe(1)
  expect(await checkExam(coordinator, cohortId, one, later)).toBe(0)
  expect(await facts()).toMatchObject([{ kind: 'exam-passed', subjectId: zz?.id }])

  // Entered after the page was read: nobody has looked at it.
  await saveOwnRecord(trainee, null, { ...pass, subject: 'zs' }, later)
  expect(await checkAllExam(coordinator, cohortId, { year: 2026, readAt: testNow }, later)).toBe(2)
  expect((await standing()).map(({ subject, checkedAt }) => [subject, checkedAt !== null])).toEqual([
    ...[
      ['zf', true],
      ['zs', false],
      ['zz', true],
    ],
  ])
  expect(await db.read.examRecord.count({ where: { id: zf?.id, checkedBy: coordinator.personId } })).toBe(1)
})

const text = (...lines: readonly string[]) => ({ text: lines.join('\n'), defaultYear: 2026 })

test('a list: looked at, the chosen lines written, the others kept with their heading', async () => {
  const { trainee, coordinator, cohortId } = await createTwoCohorts()
  await saveOwnRecord(trainee, null, pass, testNow)
  const list = text('姓名\t科目\t成绩', '林小满\tzf\t65', '林小满\tzz\t80', '林小满\t中级实务\t58.5', '路遥知\tzz\t90')

  const { plan, seen } = await previewResults(coordinator, cohortId, list, later)
  expect(plan.map((row) => (row.kind === 'fault' ? row.fault : row.kind))).toEqual([
    ...['add', 'change', 'halfPoint', 'notMember'],
  ])
  expect(await importResults(coordinator, cohortId, { ...list, seen, lines: [2] }, later)).toEqual({
    ...{ added: 1, changed: 0, checked: 0, same: 0, left: 3 },
    rest: '姓名\t科目\t成绩\n林小满\tzz\t80\n林小满\t中级实务\t58.5\n路遥知\tzz\t90',
  })
  expect(await importResults(coordinator, cohortId, { ...list, seen, lines: 'all' }, later)).toMatchObject({
    ...{ added: 0, changed: 1, same: 1, left: 2 },
  })
  expect((await standing()).map(({ subject, halfPoints }) => [subject, halfPoints])).toEqual([
    ...[
      ['zf', 130],
      ['zz', 160],
    ],
  ])
  expect((await facts()).map(({ source, points }) => [source, points]).toSorted()).toEqual([
    ...[
      ['import', 130],
      ['import', 160],
    ],
  ])
})

test('a list that was changed after the preview is looked at again', async () => {
  const { coordinator, cohortId } = await createTwoCohorts()
  const { seen } = await previewResults(coordinator, cohortId, text('林小满\tzz\t2026\t已考\t80'), later)

  const changed = { ...text('林小满\tzz\t2026\t已考\t90'), seen, lines: 'all' as const }
  expect(await importResults(coordinator, cohortId, changed, later)).toBe('changedSince')
  expect(await standing()).toEqual([])
})

test('sixty trainees, two subjects each, and the same list again writes nothing', async () => {
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const trainees = []
  for (let at = 0; at < 60; at++) trainees.push(await createPerson({ username: `t-${at}`, name: '林小满' }))
  const cohortId = await createCohort({ coordinators: [coordinator], trainees })
  const list = text(...trainees.flatMap((_, at) => [`t-${at}\tzz\t2026\t\t70`, `t-${at}\tzf\t2026\t\t50`]))
  const { seen } = await previewResults(coordinator, cohortId, list, later)

  const write = () => importResults(coordinator, cohortId, { ...list, seen, lines: 'all' }, later)
  expect(await write()).toMatchObject({ added: 120, left: 0, rest: '' })
  expect(await write()).toMatchObject({ added: 0, changed: 0, same: 120 })
  expect(await db.read.evidence.count()).toBe(60)
})

test('only the cohort’s own coordinator, only her members, and nothing in an archived cohort', async () => {
  const world = await createTwoCohorts()
  const { trainee, coordinator, cohortId, otherCoordinator, otherTrainee, otherCohortId, mentor } = world
  await saveOwnRecord(otherTrainee, null, pass, testNow)
  await saveOwnRecord(trainee, null, pass, testNow)
  const foreign = { recordIds: (await standing()).map(({ id }) => id), certificateIds: [] }
  const form = await rowForm(coordinator, cohortId, trainee.personId)
  const list = text('林小满\tzz\t2026\t已考\t80')
  const { seen } = await previewResults(coordinator, cohortId, list, later)

  for (const stranger of [otherCoordinator, trainee, mentor]) {
    await expect(listCohortExam(stranger, cohortId)).rejects.toMatchObject(notFound)
    await expect(saveExamRow(stranger, cohortId, form, later)).rejects.toMatchObject(notFound)
    await expect(previewResults(stranger, cohortId, list, later)).rejects.toMatchObject(notFound)
    await expect(importResults(stranger, cohortId, { ...list, seen, lines: 'all' }, later)).rejects.toMatchObject(
      notFound,
    )
    await expect(checkAllExam(stranger, cohortId, { year: 2026, readAt: later }, later)).rejects.toMatchObject(notFound)
  }
  // Her own cohort, somebody else's trainee.
  await expect(checkExam(coordinator, cohortId, foreign, later)).rejects.toMatchObject(notFound)
  await expect(restoreExam(coordinator, cohortId, foreign, later)).rejects.toMatchObject(notFound)
  await expect(
    saveExamRow(coordinator, cohortId, { ...form, personId: otherTrainee.personId }, later),
  ).rejects.toMatchObject(notFound)
  expect((await standing()).every(({ checkedAt }) => checkedAt === null)).toBe(true)

  await db.write((tx) => tx.cohort.update({ where: { id: otherCohortId }, data: { archivedAt: later } }))
  expect(await listCohortExam(otherCoordinator, otherCohortId)).toHaveLength(1)
  await expect(
    checkAllExam(otherCoordinator, otherCohortId, { year: 2026, readAt: later }, later),
  ).rejects.toMatchObject({ code: 'conflict' })
})
