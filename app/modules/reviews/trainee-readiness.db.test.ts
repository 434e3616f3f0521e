import { beforeEach, expect, test } from 'vitest'
import { createCohort, createTwoCohorts } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import { practise } from '#tests/support/practised.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { getReadiness } from './readiness.server.ts'
import { rowStanding } from './readiness-rows.ts'
import { getMenteesReadiness, getTraineeReadiness } from './trainee-readiness.server.ts'

useDatabase()

beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, testNow)
  forgetBank()
})

test('a mentor sees how ready her trainees are, each once, in the numbers they see themselves', async () => {
  const mentor = await createPerson({ roles: ['mentor'] })
  const [weak, strong, beginner, idle, notHers] = [
    await createPerson({ name: '甲' }),
    await createPerson({ name: '乙' }),
    await createPerson({ name: '丙' }),
    await createPerson({ name: '丁' }),
    await createPerson({ name: '戊' }),
  ]
  const hers = [weak, strong, beginner, idle]
  await createCohort({ mentored: hers.map((trainee) => [trainee, mentor] as const), trainees: [notHers] })
  await createCohort({ mentored: [[weak, mentor]] })
  await practise(weak, 150, 2)
  await practise(strong, 150, 10)
  await practise(beginner, 5, 10)
  await practise(notHers, 150, 2)

  const rows = await getMenteesReadiness(mentor, testNow)

  expect(Object.fromEntries(rows.map((row) => [row.name, rowStanding(row, null)]))).toEqual({
    ...{ 甲: 'below', 乙: 'above', 丙: 'tooLittle', 丁: 'nothing' },
  })
  expect(rows).toHaveLength(hers.length)
  const shown = rows.find(({ id }) => id === weak.personId)
  expect(shown?.cells).toEqual([{ subject: 'jz', readiness: await getReadiness(weak, 'jz', testNow) }])
  expect(await getTraineeReadiness(mentor, weak.personId, testNow)).toEqual(shown)
})

test('only of her own: not of a mentor of others, not after she left, and not in a cohort that is over', async () => {
  const { mentor, otherMentor, coordinator, otherCoordinator, administrator, trainee, cohortId } =
    await createTwoCohorts()
  const of = (actor: typeof mentor) => getTraineeReadiness(actor, trainee.personId, testNow)
  const notFound = { code: 'notFound' }

  for (const actor of [mentor, coordinator, administrator]) expect((await of(actor)).name).toBe('林小满')
  for (const actor of [otherMentor, otherCoordinator, trainee]) await expect(of(actor)).rejects.toMatchObject(notFound)
  expect((await getMenteesReadiness(otherMentor, testNow)).map(({ name }) => name)).toEqual(['路遥知'])
  expect(await getMenteesReadiness(coordinator, testNow)).toEqual([])

  await db.write((tx) => tx.cohortMember.updateMany({ where: { cohortId }, data: { leftAt: testNow } }))
  expect(await getMenteesReadiness(mentor, testNow)).toEqual([])
  await expect(of(mentor)).rejects.toMatchObject(notFound)

  await db.write((tx) => tx.cohortMember.updateMany({ where: { cohortId }, data: { leftAt: null } }))
  await db.write((tx) => tx.cohort.update({ where: { id: cohortId }, data: { archivedAt: testNow } }))
  expect(await getMenteesReadiness(mentor, testNow)).toEqual([])
})
