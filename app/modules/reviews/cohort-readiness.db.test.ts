import { beforeEach, expect, test } from 'vitest'
import { createCohort, createTwoCohorts } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import { practise } from '#tests/support/practised.ts'
import { startMock } from '~/modules/exams/attempts.server.ts'
import { submitAttempt } from '~/modules/exams/settling.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import { readXlsx } from '~/platform/xlsx.server.ts'
import { getCohortReadiness } from './cohort-readiness.server.ts'
import { exportCohortReadiness } from './cohort-readiness-export.server.ts'
import { getReadiness } from './readiness.server.ts'
import { rowStanding } from './readiness-rows.ts'

useDatabase()

beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, testNow)
  forgetBank()
})

test('it says who is below, who above and of whom too little is known, in the numbers she sees herself', async () => {
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const trainees = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => createPerson({ name })))
  const [weak, strong, beginner] = trainees as [Actor, Actor, Actor]
  const cohortId = await createCohort({ coordinators: [coordinator], trainees })
  await practise(weak, 150, 2)
  await practise(strong, 150, 10)
  await practise(beginner, 5, 10)

  const { rows, subjects } = await getCohortReadiness(coordinator, cohortId, testNow)

  expect(subjects).toMatchObject([
    { subject: 'jz', below: [weak.personId], above: [strong.personId], tooLittle: [beginner.personId] },
  ])
  const standing = Object.fromEntries(rows.map((row) => [row.name, rowStanding(row, null)]))
  expect(standing).toEqual({ 甲: 'below', 乙: 'above', 丙: 'tooLittle', 丁: 'nothing' })
  const hers = rows.find(({ id }) => id === weak.personId)
  expect(hers?.cells[0]?.readiness).toEqual(await getReadiness(weak, 'jz', testNow))
})

test('the points that most do not know are named, with their chapter', async () => {
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const trainees = await Promise.all(['甲', '乙', '丙'].map((name) => createPerson({ name })))
  const cohortId = await createCohort({ coordinators: [coordinator], trainees })
  for (const trainee of trainees) await practise(trainee, 160, 1)

  const { unknown } = await getCohortReadiness(coordinator, cohortId, testNow)

  expect(unknown.length).toBeGreaterThan(0)
  expect(unknown[0]).toMatchObject({ members: 3, weak: 3 })
  expect(unknown.filter(({ title, chapters }) => /[a-z]-/.test(title) || chapters.length === 0)).toEqual([])
})

test('a new answer is seen at once, and what has not changed is not computed again', async () => {
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const trainees = await Promise.all(Array.from({ length: 40 }, (_, at) => createPerson({ name: `学员${at}` })))
  const cohortId = await createCohort({ coordinators: [coordinator], trainees })
  for (const trainee of trainees) await practise(trainee, 70, 6)
  const read = () => countQueries(() => getCohortReadiness(coordinator, cohortId, testNow))
  await read()

  const again = await read()
  expect(again.statements.filter((one) => /"picked"|"marks"/.test(one))).toEqual([])
  expect(again.statements.length).toBeLessThanOrEqual(8)

  const [first] = trainees as [Actor]
  const before = again.result.rows.find(({ id }) => id === first.personId)
  await practise(first, 70, 0, new Date(testNow.getTime() + 1))
  const after = await read()
  expect(after.result.rows.find(({ id }) => id === first.personId)).not.toEqual(before)
  expect(after.statements.length).toBeLessThanOrEqual(12)
})

test('an exam whose result she may not see says nothing here either, until it is released', async () => {
  const coordinator = await createPerson({ roles: ['coordinator'] })
  const trainee = await createPerson({ name: '甲' })
  const cohortId = await createCohort({ coordinators: [coordinator], trainees: [trainee] })
  const outcome = await startMock(trainee, 'jz', testNow)
  const attemptId = outcome.kind === 'opened' ? outcome.attemptId : ''
  await submitAttempt(trainee, attemptId, 0, testNow)
  const soon = new Date(testNow.getTime() + 30_000)
  const sitting = {
    ...{ id: 'hidden', cohortId, title: '摸底', subject: 'jz', paperIds: '[]', limitMinutes: 120, attempts: 1 },
    ...{ opensAt: testNow, closesAt: soon, createdBy: coordinator.personId, createdAt: testNow, cancelledAt: null },
    releaseAt: new Date(testNow.getTime() + 60_000),
  }
  await db.write(async (tx) => {
    await tx.sitting.create({ data: sitting })
    await tx.attempt.update({ where: { id: attemptId }, data: { sittingId: 'hidden' } })
  })

  expect((await getCohortReadiness(coordinator, cohortId, testNow)).subjects).toEqual([])
  const later = new Date(testNow.getTime() + 60_000)
  expect((await getCohortReadiness(coordinator, cohortId, later)).subjects).toMatchObject([{ subject: 'jz' }])
})

test('another cohort is not found, and whoever left is not counted', async () => {
  const { trainee, coordinator, otherCoordinator, cohortId } = await createTwoCohorts()
  await practise(trainee, 20, 5)
  const notFound = { code: 'notFound' }

  await expect(getCohortReadiness(otherCoordinator, cohortId, testNow)).rejects.toMatchObject(notFound)
  await expect(exportCohortReadiness(otherCoordinator, cohortId, testNow)).rejects.toMatchObject(notFound)
  expect((await getCohortReadiness(coordinator, cohortId, testNow)).subjects).toHaveLength(1)

  await db.write((tx) => tx.cohortMember.updateMany({ where: { cohortId }, data: { leftAt: testNow } }))
  expect(await getCohortReadiness(coordinator, cohortId, testNow)).toMatchObject({ rows: [], subjects: [] })
})

test('the file holds everybody, and who took it is written down', async () => {
  const coordinator = await createPerson({ roles: ['coordinator'], name: '沈若溪' })
  const trainees = [await createPerson({ name: '=1+1' }), await createPerson({ name: '周予安' })]
  const cohortId = await createCohort({ coordinators: [coordinator], trainees })
  await practise(trainees[0] as Actor, 100, 1)

  const { name, bytes } = await exportCohortReadiness(coordinator, cohortId, testNow)
  const texts = readXlsx(bytes).flat()

  expect(name).toBe('第一期：备考 2026-11-23.xlsx')
  expect(texts).toEqual(expect.arrayContaining(["'=1+1", '周予安', '还没做题', '不到合格线', '60']))
  expect(await db.read.auditEntry.findMany({ where: { action: 'readiness.exported' } })).toMatchObject([
    { actorId: coordinator.personId, objectId: cohortId, cohortId },
  ])
})
