import { expect, test } from 'vitest'
import { createTwoCohorts } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson, testNow } from '#tests/support/people.ts'
import { db } from '~/platform/db.server.ts'
import {
  getOwnExam,
  removeOwnCertificate,
  removeOwnRecord,
  restoreOwnCertificate,
  restoreOwnRecord,
  saveOwnCertificate,
  saveOwnRecord,
} from './real-exam.server.ts'
import type { ExamEntry } from './real-exam.ts'
import { checkExam } from './real-exam-cohort.server.ts'

useDatabase()

const later = new Date('2026-11-24T02:00:00.123Z')
const entry = (over: Partial<ExamEntry> = {}): ExamEntry => ({
  ...{ subject: 'zz', year: 2026, state: 'sat', points: 72 },
  ...over,
})
const rows = () => db.read.examRecord.findMany({ orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }] })
const standing = () => db.read.examRecord.findMany({ where: { revokedAt: null }, orderBy: { subject: 'desc' } })
const firstId = async () => (await standing())[0]?.id ?? 'nothing stands'

test('a trainee enters her results, and her plan says what is valid and what is left', async () => {
  const actor = await createPerson()

  expect(await saveOwnRecord(actor, null, entry(), testNow)).toEqual({ kind: 'done' })

  const { examYear, levels } = await getOwnExam(actor, testNow)
  expect(examYear).toBe(2027)
  expect(levels.find(({ level }) => level === 'intermediate')).toMatchObject({
    standing: { completedIn: null, valid: [{ subject: 'zz', year: 2026 }], toSit: ['zf', 'zs'] },
    records: [{ subject: 'zz', year: 2026, state: 'sat', points: 72, isChecked: false }],
  })
  expect(await rows()).toMatchObject([{ halfPoints: 144, enteredBy: actor.personId, checkedAt: null }])
  // Her own word is no fact of training.
  expect(await db.read.evidence.count()).toBe(0)
  expect(await db.read.auditEntry.findMany()).toMatchObject([
    { action: 'exam-record.entered', actorId: actor.personId, objectType: 'exam-record', cohortId: null },
  ])
})

test('a correction revokes the old row and adds a new one, also when it is of another subject', async () => {
  const actor = await createPerson()
  await saveOwnRecord(actor, null, entry(), testNow)
  await saveOwnRecord(actor, await firstId(), entry({ points: 73 }), later)
  await saveOwnRecord(actor, await firstId(), entry({ subject: 'zf', points: 73 }), later)

  expect(await standing()).toMatchObject([{ subject: 'zf', halfPoints: 146 }])
  expect((await rows()).filter(({ revokedAt }) => revokedAt !== null)).toHaveLength(2)
})

test('the same subject and year twice is told, and nothing is overwritten', async () => {
  const actor = await createPerson()
  await saveOwnRecord(actor, null, entry(), testNow)
  await saveOwnRecord(actor, null, entry({ subject: 'zf' }), testNow)
  const twice = { kind: 'fault', field: 'subject', code: 'examTwice' }

  expect(await saveOwnRecord(actor, null, entry({ points: 90 }), later)).toEqual(twice)
  expect(await saveOwnRecord(actor, await firstId(), entry({ subject: 'zf', points: 90 }), later)).toEqual(twice)
  expect(await rows()).toHaveLength(2)
})

test.each([
  [entry({ year: 2028, state: 'registered', points: null }), 'year', 'yearInvalid'],
  [entry({ year: 2007 }), 'year', 'yearInvalid'],
  [entry({ year: 2027 }), 'state', 'examNotYet'],
])('what cannot have happened is not written', async (wrong, field, code) => {
  const actor = await createPerson()
  expect(await saveOwnRecord(actor, null, wrong, testNow)).toEqual({ kind: 'fault', field, code })
  expect(await rows()).toEqual([])
})

test('a removal is undone as a new row, and once only', async () => {
  const actor = await createPerson()
  await saveOwnRecord(actor, null, entry(), testNow)
  const id = await firstId()

  await removeOwnRecord(actor, id, later)
  expect(await standing()).toEqual([])
  await restoreOwnRecord(actor, id, later)
  expect(await standing()).toMatchObject([{ subject: 'zz', halfPoints: 144 }])
  expect(await rows()).toHaveLength(2)
  await expect(restoreOwnRecord(actor, id, later)).rejects.toMatchObject({ code: 'conflict' })
})

test('once a coordinator has checked it, it is no longer hers to change', async () => {
  const { trainee, coordinator, cohortId } = await createTwoCohorts()
  await saveOwnRecord(trainee, null, entry(), testNow)
  await saveOwnCertificate(trainee, { level: 'junior', issuedOn: '2024-09-01' }, testNow)
  const [id, certificate] = [await firstId(), await db.read.certificate.findFirstOrThrow()]
  await checkExam(coordinator, cohortId, { recordIds: [id], certificateIds: [certificate.id] }, testNow)
  const refused = { kind: 'fault', code: 'examChecked' }

  expect(await saveOwnRecord(trainee, id, entry({ points: 99 }), later)).toMatchObject(refused)
  expect(await removeOwnRecord(trainee, id, later)).toMatchObject(refused)
  expect(await removeOwnCertificate(trainee, certificate.id, later)).toMatchObject(refused)
  expect(await saveOwnCertificate(trainee, { level: 'junior', issuedOn: '2025-09-01' }, later)).toMatchObject(refused)
  expect(await standing()).toMatchObject([{ id, halfPoints: 144 }])
})

test('certificates: entered, corrected, removed, restored; never of the future', async () => {
  const actor = await createPerson()
  const issued = (issuedOn: string) => saveOwnCertificate(actor, { level: 'junior', issuedOn }, testNow)

  expect(await issued('2026-12-01')).toEqual({ kind: 'fault', field: 'issuedOn', code: 'dayInFuture' })
  await issued('2024-09-01')
  await issued('2024-09-02')
  const held = () => db.read.certificate.findMany({ where: { revokedAt: null } })
  expect(await held()).toMatchObject([{ level: 'junior', issuedOn: '2024-09-02' }])
  expect(await db.read.certificate.count()).toBe(2)
  const id = (await held())[0]?.id ?? ''
  await removeOwnCertificate(actor, id, later)
  expect(await held()).toEqual([])
  await restoreOwnCertificate(actor, id, later)
  expect(await held()).toMatchObject([{ issuedOn: '2024-09-02' }])
})

test('nobody touches somebody else’s, and only trainees have any', async () => {
  const [she, other] = [await createPerson(), await createPerson()]
  const mentor = await createPerson({ roles: ['mentor'] })
  await saveOwnRecord(she, null, entry(), testNow)
  await saveOwnCertificate(she, { level: 'junior', issuedOn: '2024-09-01' }, testNow)
  const [id, certificate] = [await firstId(), await db.read.certificate.findFirstOrThrow()]
  const notFound = { code: 'notFound' }

  for (const stranger of [other, mentor]) {
    await expect(saveOwnRecord(stranger, id, entry({ points: 1 }), later)).rejects.toMatchObject(notFound)
    await expect(removeOwnRecord(stranger, id, later)).rejects.toMatchObject(notFound)
    await expect(removeOwnCertificate(stranger, certificate.id, later)).rejects.toMatchObject(notFound)
  }
  await removeOwnRecord(she, id, later)
  await expect(restoreOwnRecord(other, id, later)).rejects.toMatchObject(notFound)
  await expect(restoreOwnCertificate(other, certificate.id, later)).rejects.toMatchObject(notFound)
  await expect(getOwnExam(mentor, testNow)).rejects.toMatchObject(notFound)
  expect((await getOwnExam(other, testNow)).levels.every(({ records }) => records.length === 0)).toBe(true)
})
