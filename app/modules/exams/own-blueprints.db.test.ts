import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createPerson } from '#tests/support/people.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { db } from '~/platform/db.server.ts'
import { actOnBlueprint, type BlueprintAnswer, type BlueprintOutcome, openBlueprint } from './blueprint-desk.server.ts'
import { listBlueprints } from './blueprints.server.ts'
import { archiveBlueprint, getBlueprint, listOwnBlueprints, restoreBlueprint } from './own-blueprints.server.ts'

useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const later = new Date('2026-11-23T03:00:00.456Z')
const gone = { code: 'notFound' }

let author: Actor
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  author = await createPerson({ roles: ['coordinator'] })
})

const quiz: Readonly<Record<string, string>> = {
  ...{ intent: 'save', title: '12 月随堂测', titleEn: '', year: '2026', edition: '2025', minutes: '20', passLine: '6' },
  ...{ 'parts.0.kind': 'single', 'parts.0.count': '10', 'parts.0.points': '1', 'parts.0.rule': 'single' },
  ...{ lawCutoff: '2025-12-31', base: '' },
}

function post(of: Parameters<typeof actOnBlueprint>[1], over: Readonly<Record<string, string>> = {}, at = now) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...quiz, ...over })) form.set(name, value)
  return actOnBlueprint(author, of, form, at)
}

function savedId(outcome: BlueprintOutcome): string {
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome.errors ?? outcome.supply?.short))
  return outcome.blueprintId
}

function answered(outcome: BlueprintOutcome): BlueprintAnswer {
  if (outcome.kind !== 'answer') throw new Error('it was saved')
  return outcome
}

const created = async () => savedId(await post({ copyOf: 'jz-2026' }))

test('a copy is saved as the centre’s own and can be drawn from at once', async () => {
  const id = await created()

  expect((await listOwnBlueprints(author)).own).toMatchObject([{ id, title: '12 月随堂测', items: 10, outOf: 20 }])
  expect((await listBlueprints('jz')).map((one) => one.id)).toContain(id)
  const trail = await db.read.auditEntry.findMany({ where: { objectType: 'blueprint' }, select: { action: true } })
  expect(trail).toEqual([{ action: 'blueprint.created' }])
})

test('one that the bank cannot fill is refused with what is short, and nothing typed is lost', async () => {
  const refused = answered(
    await post({ copyOf: 'jz-2026' }, { 'parts.0.count': '190', passLine: '100', title: '太长的卷' }),
  )

  expect(refused).toMatchObject({ isRefused: true, supply: { answer: 'no' }, draft: { title: '太长的卷' } })
  expect(refused.draft.parts[0]?.count).toBe('190')
  const [short] = refused.supply?.short ?? []
  expect(short).toMatchObject({ kind: 'single', chapter: null })
  expect(short?.missing).toBeGreaterThan(0)
  expect(await db.read.centreBlueprint.count()).toBe(0)
})

test('a look at the bank, and a row more, keep nothing', async () => {
  expect(await post({ copyOf: 'jz-2026' }, { intent: 'check' })).toMatchObject({
    supply: { answer: 'exactly', forms: 3 },
  })
  expect(await post({ copyOf: 'jz-2026' }, { intent: 'add:parts' })).toMatchObject({ draft: { parts: [{}, {}] } })
  expect(await post({ copyOf: 'jz-2026' }, { intent: 'check', minutes: 'x' })).toMatchObject({
    ...{ supply: null, errors: { minutes: 'minutesInvalid' } },
  })
  expect(await db.read.centreBlueprint.count()).toBe(0)
})

test('somebody else’s newer one is not written over', async () => {
  const blueprintId = await created()
  const { base } = await openBlueprint(author, blueprintId)
  savedId(await post({ blueprintId }, { base, minutes: '25' }, later))

  expect(await post({ blueprintId }, { base, minutes: '30' }, later)).toMatchObject({ isConflict: true })
  expect((await getBlueprint(author, blueprintId)).blueprint.minutes).toBe(25)
})

test('archived it is offered no more and changed no more, and it comes back as it was', async () => {
  const blueprintId = await created()
  const { base } = await openBlueprint(author, blueprintId)
  await archiveBlueprint(author, blueprintId, later)

  expect((await listBlueprints('jz')).map((one) => one.id)).not.toContain(blueprintId)
  expect((await listOwnBlueprints(author)).archived).toMatchObject([{ id: blueprintId }])
  await expect(post({ blueprintId }, { base, minutes: '30' })).rejects.toMatchObject({ code: 'conflict' })

  await restoreBlueprint(author, blueprintId, later)
  expect((await openBlueprint(author, blueprintId)).base).toBe(base)
  expect((await listBlueprints('jz')).map((one) => one.id)).toContain(blueprintId)
})

test('an official one is written and put away by nobody, and a trainee finds none', async () => {
  const trainee = await createPerson()
  await expect(post({ blueprintId: 'jz-2026' })).rejects.toMatchObject(gone)
  await expect(archiveBlueprint(author, 'jz-2026', now)).rejects.toMatchObject(gone)
  await expect(listOwnBlueprints(trainee)).rejects.toMatchObject(gone)
  await expect(getBlueprint(trainee, await created())).rejects.toMatchObject(gone)
})
