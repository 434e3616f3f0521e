import { expect, test } from 'vitest'
import { createTwoCohorts } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { testNow } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { db } from '~/platform/db.server.ts'
import { getOwnExam, saveOwnRecord } from './real-exam.server.ts'
import { examFigures } from './real-exam.ts'
import { checkAllExam, listCohortExam } from './real-exam-cohort.server.ts'
import { restoreSkippedYear, revokeSkippedYear, skippedYears, skipYear, yearsByLevel } from './skipped-years.server.ts'

useDatabase()

const notice = { region: '全国', source: '官方公告第 1 号' }
const only = (year: number) => ({ ...notice, year, levels: ['intermediate'] as const })

async function passed(actor: Actor, subject: Subject, year: number) {
  await saveOwnRecord(actor, null, { subject, year, state: 'sat', points: 70 }, testNow)
}
const planOf = async (actor: Actor) =>
  (await getOwnExam(actor, testNow)).levels.find(({ level }) => level === 'intermediate')

test('a year without an exam is entered: her plan and the cohort’s figures follow, and follow back', async () => {
  const { administrator, coordinator, cohortId, trainee } = await createTwoCohorts()
  await passed(trainee, 'zz', 2024)
  await passed(trainee, 'zf', 2024)
  await passed(trainee, 'zs', 2026)
  for (const year of [2024, 2026]) await checkAllExam(coordinator, cohortId, { year, readAt: testNow }, testNow)
  const passRate = async () => {
    const people = await listCohortExam(coordinator, cohortId)
    return examFigures(people, 2026, yearsByLevel(await skippedYears())).passed
  }
  expect((await planOf(trainee))?.standing.completedIn).toBeNull()
  expect(await passRate()).toEqual({ part: 0, whole: 1 })

  expect(await skipYear(administrator, only(2025), testNow)).toEqual({ kind: 'done' })
  expect(await planOf(trainee)).toMatchObject({
    standing: { completedIn: 2026, toSit: [] },
    skipped: [{ year: 2025, level: 'intermediate', ...notice }],
  })
  expect(await passRate()).toEqual({ part: 1, whole: 1 })

  const [row] = await skippedYears()
  await revokeSkippedYear(administrator, row?.id ?? '', testNow)
  expect((await planOf(trainee))?.standing.completedIn).toBeNull()
  await restoreSkippedYear(administrator, row?.id ?? '', testNow)
  expect((await planOf(trainee))?.standing.completedIn).toBe(2026)
  const entries = await db.read.auditEntry.findMany({
    where: { objectType: 'skipped-year' },
    select: { action: true, actorId: true },
  })
  expect(entries.map(({ action }) => action).toSorted()).toEqual([
    ...['skipped-year.entered', 'skipped-year.entered', 'skipped-year.revoked'],
  ])
  expect(new Set(entries.map(({ actorId }) => actorId))).toEqual(new Set([administrator.personId]))
})

test('when the next exam is not held, the one after is prepared for, in that level alone', async () => {
  const { administrator, trainee } = await createTwoCohorts()
  await passed(trainee, 'zz', 2026)
  expect(await planOf(trainee)).toMatchObject({ examYear: 2027, standing: { atRisk: ['zz'], finishBy: 2027 } })

  await skipYear(administrator, only(2027), testNow)

  expect(await planOf(trainee)).toMatchObject({
    ...{ examYear: 2028, standing: { atRisk: ['zz'], finishBy: 2028 }, ifNothing: { year: 2029 } },
  })
  const { levels } = await getOwnExam(trainee, testNow)
  expect(levels.filter(({ level }) => level !== 'intermediate').map(({ examYear }) => examYear)).toEqual([2027, 2027])
})

test('one row stands for a year and a level; a refused form writes nothing', async () => {
  const { administrator } = await createTwoCohorts()
  await skipYear(administrator, only(2025), testNow)
  const both = { ...notice, year: 2025, levels: ['junior', 'intermediate'] as const }

  expect(await skipYear(administrator, both, testNow)).toMatchObject({ field: 'levels', code: 'yearSkippedAlready' })
  expect(await skipYear(administrator, only(2007), testNow)).toMatchObject({ field: 'year', code: 'yearInvalid' })
  expect(await skipYear(administrator, only(2028), testNow)).toMatchObject({ field: 'year', code: 'yearInvalid' })
  const [first, ...more] = await skippedYears()
  expect(more).toEqual([])

  await revokeSkippedYear(administrator, first?.id ?? '', testNow)
  await revokeSkippedYear(administrator, first?.id ?? '', testNow)
  await skipYear(administrator, only(2025), testNow)
  await expect(restoreSkippedYear(administrator, first?.id ?? '', testNow)).rejects.toMatchObject({ code: 'conflict' })
  expect(await skippedYears()).toHaveLength(1)
})

test('only an administrator enters them or takes them back', async () => {
  const { administrator, coordinator, mentor, trainee } = await createTwoCohorts()
  await skipYear(administrator, only(2025), testNow)
  const [row] = await skippedYears()
  const gone = { code: 'notFound' }
  for (const actor of [coordinator, mentor, trainee]) {
    await expect(skipYear(actor, only(2022), testNow)).rejects.toMatchObject(gone)
    await expect(revokeSkippedYear(actor, row?.id ?? '', testNow)).rejects.toMatchObject(gone)
    await expect(restoreSkippedYear(actor, row?.id ?? '', testNow)).rejects.toMatchObject(gone)
  }
  expect(await skippedYears()).toEqual([row])
})
