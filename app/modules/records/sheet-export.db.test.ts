import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor, createCohort, finishLesson, officialLessons } from '#tests/support/learners.ts'
import { unzipTexts } from '#tests/support/unzip.ts'
import { db } from '~/platform/db.server.ts'
import { readSheetQuery } from './sheet.ts'
import { exportSheet } from './sheet-export.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const query = readSheetQuery(new URLSearchParams())

async function cohort(names: readonly string[]) {
  const coordinator = await createActor('coordinator', '沈若溪')
  const trainees = []
  for (const name of names) trainees.push(await createActor('trainee', name))
  return { coordinator, trainees, id: await createCohort({ coordinator, trainees, track: { dueOn: null } }) }
}

/** Texts and raw cells of the one sheet of a file. */
function readFile(bytes: Uint8Array) {
  const files = unzipTexts(bytes)
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
    ([, text]) => text,
  )
  return { sheet, strings, parts: [...files.keys()] }
}

test('the file holds what the screen shows, the definitions beneath, and who took it', async () => {
  const { coordinator, trainees, id } = await cohort(['林小满', '周予安'])
  const [she] = trainees
  if (!she) throw new Error('there is nobody')
  await finishLesson(she, officialLessons()[0], now, 12)

  const { name, bytes } = await exportSheet(coordinator, id, query, now)
  const { strings, sheet } = readFile(bytes)

  expect(name).toBe('第一期：学习进度 2026-11-23.xlsx')
  for (const text of ['林小满', '周予安', '1/6', officialLessons()[0].title, '完', '未', '导出人：沈若溪']) {
    expect(strings).toContain(text)
  }
  expect(strings.some((text) => text?.startsWith('状态：落后 ='))).toBe(true)
  expect(sheet).toMatch(/<v>12<\/v>/)
  expect(await db.read.auditEntry.findMany()).toMatchObject([
    { action: 'sheet.exported', actorId: coordinator.personId, objectId: id, cohortId: id },
  ])
})

test('a name that would be a formula is a text, and so is an id of digits', async () => {
  const { coordinator, trainees, id } = await cohort(['=cmd|/c calc!A0', '＠SUM(A1)'])
  const digits = '0138000000000000001'
  await db.write((tx) => tx.person.update({ where: { id: trainees[0]?.personId }, data: { username: digits } }))

  const { sheet, strings, parts } = readFile((await exportSheet(coordinator, id, query, now)).bytes)

  expect(sheet).not.toMatch(/<f[ >]/)
  expect(parts.some((part) => /externalLink|vba|connections/i.test(part))).toBe(false)
  expect(strings).toContain("'=cmd|/c calc!A0")
  expect(strings).toContain("'＠SUM(A1)")
  expect(strings).toContain(digits)
  expect(sheet).not.toContain(`<v>${digits}</v>`)
})

test('nobody exports a cohort that she does not run, and nothing is written down', async () => {
  const { id } = await cohort(['林小满'])
  const { coordinator: other } = await cohort([])

  await expect(exportSheet(other, id, query, now)).rejects.toMatchObject({ code: 'notFound' })
  expect(await db.read.auditEntry.count()).toBe(0)
})
