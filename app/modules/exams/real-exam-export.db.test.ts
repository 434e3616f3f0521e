import { expect, test } from 'vitest'
import { createCohort } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import { unzipTexts } from '#tests/support/unzip.ts'
import { db } from '~/platform/db.server.ts'
import { readXlsx } from '~/platform/xlsx.server.ts'
import { saveOwnRecord } from './real-exam.server.ts'
import { exportCohortExam } from './real-exam-export.server.ts'
import { importResults, previewResults, takeUpload } from './real-exam-import.server.ts'

useDatabase()

async function world() {
  const coordinator = await createPerson({ roles: ['coordinator'], name: '沈若溪' })
  const [she, other] = [
    await createPerson({ name: '=HYPERLINK("http://a","b")', username: '0013800000000000001a' }),
    await createPerson({ name: '周予安', username: 'zhouyuan' }),
  ]
  const cohortId = await createCohort({ coordinators: [coordinator], trainees: [she, other] })
  await saveOwnRecord(she, null, { subject: 'zz', year: 2026, state: 'sat', points: 72 }, testNow)
  return { coordinator, she, cohortId }
}

test('the file holds everybody, the figures with what they are of, and who took it', async () => {
  const { coordinator, cohortId } = await world()

  const { name, bytes } = await exportCohortExam(coordinator, cohortId, 2026, testNow)
  const rows = readXlsx(bytes)

  expect(name).toBe('第一期：国考 2026 2026-11-23.xlsx')
  expect(rows[1]?.slice(0, 7)).toEqual(['姓名', '用户名', '级别', '科目', '考试年份', '情况', '成绩'])
  const texts = rows.flat()
  expect(texts).toEqual(
    expect.arrayContaining(['周予安', '没有记录', '72', '待核对', '报考率', '0%', '导出人：沈若溪']),
  )
  expect(await db.read.auditEntry.findMany({ where: { action: 'real-exam.exported' } })).toMatchObject([
    { actorId: coordinator.personId, objectId: cohortId, cohortId },
  ])
})

test('a name that would be a formula is a text, and so is an id of digits', async () => {
  const { coordinator, cohortId } = await world()
  const files = unzipTexts((await exportCohortExam(coordinator, cohortId, 2026, testNow)).bytes)
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''

  expect(sheet).not.toMatch(/<f[ >]/)
  expect(files.get('xl/sharedStrings.xml')).toContain("'=HYPERLINK")
  expect(sheet).not.toContain('<v>0013800000000000001')
})

test('an exported file is uploaded again: what it says is there already, or becomes checked', async () => {
  const { coordinator, cohortId } = await world()
  const { bytes } = await exportCohortExam(coordinator, cohortId, 2026, testNow)
  const form = new FormData()
  form.set('file', new Blob([bytes]), 'exam.xlsx')

  expect(await takeUpload(coordinator, cohortId, form)).toBeNull()
  const list = { text: String(form.get('text')), defaultYear: 2026 }
  const { plan, seen } = await previewResults(coordinator, cohortId, list, testNow)
  expect(plan.find((row) => row.kind === 'check')).toMatchObject({ entry: { subject: 'zz', year: 2026, points: 72 } })
  const outcome = await importResults(coordinator, cohortId, { ...list, seen, lines: 'all' }, testNow)
  expect(outcome).toMatchObject({ added: 0, changed: 0, checked: 1 })
})

test('a file that is none, and a stranger’s', async () => {
  const { coordinator, she, cohortId } = await world()
  const form = new FormData()
  form.set('file', new Blob(['姓名,科目']), 'exam.csv')

  expect(await takeUpload(coordinator, cohortId, form)).toBe('fileNotXlsx')
  expect(form.get('text')).toBeNull()
  await expect(takeUpload(she, cohortId, form)).rejects.toMatchObject({ code: 'notFound' })
  await expect(exportCohortExam(she, cohortId, 2026, testNow)).rejects.toMatchObject({ code: 'notFound' })
  expect(await takeUpload(coordinator, cohortId, new FormData())).toBeNull()
})
