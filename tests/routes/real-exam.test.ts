import { expect, test } from 'vitest'
import { createTwoCohorts } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson } from '#tests/support/people.ts'
import { answerOf, routeArgs } from '#tests/support/routes.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db } from '~/platform/db.server.ts'
import { writeXlsx } from '~/platform/xlsx.server.ts'
import * as cohortRoute from '~/routes/cohorts_.$cohortId_.exam.tsx'
import * as ownRoute from '~/routes/exam_.record.tsx'

useDatabase()

const own = { intent: 'record', recordId: '', subject: 'zz', year: '2026', state: 'sat', mark: '72' }
const postOwn = (actor: Actor, form: Record<string, string>) =>
  answerOf(ownRoute.action(routeArgs({ actor, path: '/exam/record', form })))
const at = (actor: Actor, cohortId: string) => ({ actor, path: `/cohorts/${cohortId}/exam`, params: { cohortId } })
const postCohort = (actor: Actor, cohortId: string, form: Record<string, string>) =>
  answerOf(cohortRoute.action(routeArgs({ ...at(actor, cohortId), form })))

test.each([
  [{ mark: '72.5' }, { mark: 'halfPoint' }],
  [{ mark: '101' }, { mark: 'markInvalid' }],
  [{ state: 'absent' }, { mark: 'markWithoutSitting' }],
  [{ subject: 'yw' }, { subject: 'required' }],
  [{ year: '2028', state: 'registered', mark: '' }, { year: 'yearInvalid' }],
])('%j is refused at its field, and nothing that was typed is lost', async (over, errors) => {
  const actor = await createPerson()
  const answer = await postOwn(actor, { ...own, ...over })

  expect(answer).toMatchObject({ status: 422, data: { errors, values: { mark: own.mark, ...over } } })
  expect(await db.read.examRecord.count()).toBe(0)
})

test('a record is saved, removed and brought back, each with a page that says so', async () => {
  const actor = await createPerson()
  expect(await postOwn(actor, own)).toMatchObject({ status: 302, location: '/exam/record?saved=yes' })
  const { id } = await db.read.examRecord.findFirstOrThrow()

  const removed = await postOwn(actor, { intent: 'remove', recordId: id })
  expect(removed).toMatchObject({ status: 302, location: `/exam/record?removed=${id}` })
  await postOwn(actor, { intent: 'restore', recordId: id })
  const page = await answerOf(ownRoute.loader(routeArgs({ actor, path: '/exam/record' })))
  expect(page.data).toMatchObject({ levels: [{}, { records: [{ points: 72 }] }, {}] })
})

test('an uploaded sheet is shown in the field and previewed; what is no sheet is refused at the field', async () => {
  const { coordinator, cohortId } = await createTwoCohorts()
  const bytes = await writeXlsx(
    [
      ['姓名', '科目', '成绩'],
      ['林小满', '法规', '66'],
    ].map((row) => row.map((text) => ({ text }))),
    { sheet: '成绩', widths: [], stickyRows: 1 },
  )
  const upload = async (file: Blob) => {
    const form = new FormData()
    form.set('intent', 'preview')
    form.set('text', '')
    form.set('defaultYear', '2026')
    form.set('file', file, 'results.xlsx')
    const args = routeArgs(at(coordinator, cohortId))
    const request = new Request('http://localhost:3000/', { method: 'POST', body: form })
    return answerOf(cohortRoute.action({ ...args, request }))
  }

  expect(await upload(new Blob([bytes]))).toMatchObject({
    status: 200,
    data: { preview: { plan: [{ kind: 'add', line: 2 }] }, values: { text: '姓名\t科目\t成绩\n林小满\t法规\t66' } },
  })
  expect(await upload(new Blob(['no sheet']))).toMatchObject({ status: 422, data: { errors: { file: 'fileNotXlsx' } } })
})

test('what was not written comes back in the field with its preview', async () => {
  const { coordinator, cohortId } = await createTwoCohorts()
  const form = { text: '林小满\tzz\t2026\t已考\t72\n路遥知\tzz\t2026\t已考\t72', defaultYear: '2026' }
  const { data } = await postCohort(coordinator, cohortId, { intent: 'preview', ...form })
  const seen = /"seen":"([0-9a-f]{64})"/.exec(JSON.stringify(data))?.[1] ?? ''

  expect(await postCohort(coordinator, cohortId, { intent: 'import', ...form, seen, lines: '1' })).toMatchObject({
    data: {
      news: { kind: 'imported', added: 1, left: 1 },
      values: { text: '路遥知\tzz\t2026\t已考\t72' },
      preview: { plan: [{ kind: 'fault', fault: 'notMember' }] },
    },
  })
})

test('a broken form on a cohort that is not hers is not found, like the cohort', async () => {
  const { coordinator, otherCoordinator, cohortId } = await createTwoCohorts()
  const check = { intent: 'check', year: '2026', readAt: '2026-11-23T02:00:00.000Z' }

  for (const form of [{ intent: 'nothing' }, check]) {
    expect(await postCohort(otherCoordinator, cohortId, form)).toMatchObject({ status: 404 })
    expect(await postCohort(coordinator, cohortId, form)).toMatchObject({ status: 422 })
  }
})
