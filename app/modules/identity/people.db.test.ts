import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createOrganisation, createPerson as makePerson, testNow } from '#tests/support/people.ts'
import { db } from '~/platform/db.server.ts'
import { createPerson, editPerson, importPeople, previewImport } from './new-people.server.ts'
import { listPeople, type PeopleQuery, peoplePerPage } from './people.server.ts'

useDatabase()

const everybody: PeopleQuery = { search: '', role: null, organisationId: null, standing: 'active', page: 1 }
const administrator = () => makePerson({ roles: ['administrator'], name: '顾闻笙', username: 'admin' })

async function found(query: Partial<PeopleQuery>) {
  const admin = await administrator()
  const { people } = await listPeople(admin, { ...everybody, ...query }, testNow)
  return people.map(({ name }) => name)
}

test.each(['林小满', '小满', 'linxiaoman', 'xiaoman lin', 'LXM', 'lxm1', '139123', 'Ｌｉｎ　小满'])(
  'she is found by %j, and only she',
  async (search) => {
    await makePerson({ name: '林小满', username: 'lxm1', phone: '13912345678' })
    await makePerson({ name: '周予安', username: 'zya1', phone: '13800000000' })

    expect(await found({ search })).toEqual(['林小满'])
  },
)

test.each(['q%', 'x_z', '\\'])('what the database would take for a wildcard is none: %j', async (search) => {
  await makePerson({ name: '林小满', username: 'lxm1' })

  expect(await found({ search: `周${search}` })).toEqual([])
})

test('by role, by organisation with all below, and those who are suspended apart', async () => {
  const street = await createOrganisation({ kind: 'street' })
  const community = await createOrganisation({ kind: 'community', parentId: street })
  await makePerson({ name: '陆青禾', roles: ['mentor'], organisationId: community })
  await makePerson({ name: '林小满', organisationId: community })
  await makePerson({ name: '周予安', suspendedAt: testNow, organisationId: street })
  const admin = await administrator()
  const names = async (query: Partial<PeopleQuery>) =>
    (await listPeople(admin, { ...everybody, ...query }, testNow)).people.map(({ name }) => name)

  expect(await names({ role: 'mentor' })).toEqual(['陆青禾'])
  expect(await names({ organisationId: street })).toEqual(['林小满', '陆青禾'])
  expect(await names({ organisationId: street, standing: 'suspended' })).toEqual(['周予安'])
})

test('in the order of sounds, so many on a page, and never beyond the last', async () => {
  const admin = await administrator()
  const organisationId = await createOrganisation()
  for (let at = 0; at <= peoplePerPage; at += 1) await makePerson({ name: '林小满', organisationId })
  await makePerson({ name: '白露晨', organisationId })

  const first = await listPeople(admin, everybody, testNow)
  const beyond = await listPeople(admin, { ...everybody, page: 99 }, testNow)

  expect(first.people[0]?.name).toBe('白露晨')
  expect(first.people).toHaveLength(peoplePerPage)
  expect(first).toMatchObject({ total: peoplePerPage + 3, pages: 2 })
  expect(beyond).toMatchObject({ page: 2 })
  expect(beyond.people).toHaveLength(3)
})

test('one new person: she has a code, the role she was given, and her trace', async () => {
  const admin = await administrator()
  const organisationId = await createOrganisation()
  const person = { name: '林小满', username: 'lxm1', phone: '13912345678', organisationId }

  const outcome = await createPerson(admin, person, ['mentor'], testNow)

  expect(outcome).toMatchObject({ kind: 'created', issued: { name: '林小满', username: 'lxm1' } })
  const { people } = await listPeople(admin, { ...everybody, search: 'lxm' }, testNow)
  expect(people).toMatchObject([{ roles: ['mentor'], access: 'code', phone: '13912345678' }])
  const trace = await db.read.auditEntry.findMany({ select: { action: true, actorId: true } })
  expect(trace.map(({ action }) => action).sort()).toEqual(['person.code-issued', 'person.created'])
  expect(trace.every(({ actorId }) => actorId === admin.personId)).toBe(true)
})

test('a username, a phone and an organisation that cannot be are refused by name', async () => {
  const admin = await administrator()
  const organisationId = await createOrganisation()
  await makePerson({ username: 'lxm1', phone: '13912345678' })
  const other = await makePerson({ username: 'zya1' })
  const person = { name: '林小满', username: 'fresh', phone: null, organisationId }
  const create = (over: object) => createPerson(admin, { ...person, ...over }, ['trainee'], testNow)

  expect(await create({ username: 'lxm1' })).toMatchObject({ field: 'username', code: 'usernameTaken' })
  expect(await create({ phone: '13912345678' })).toMatchObject({ field: 'phone', code: 'phoneTaken' })
  expect(await create({ organisationId: 'nowhere' })).toMatchObject({ code: 'organisationMissing' })
  expect(await editPerson(admin, other.personId, { ...person, username: 'lxm1' }, testNow)).toMatchObject({
    code: 'usernameTaken',
  })
  expect(await editPerson(admin, other.personId, { ...person, username: 'zya1' }, testNow)).toEqual({ kind: 'done' })
})

const list = '姓名\t手机号\t机构\n林小满\t13912345678\t青檐社区\n周予安\t139\t青檐社区\n陈知秋\tchenzq\t青檐社区'
const request = { text: list, defaultOrganisationId: null, role: 'trainee' } as const

test('a preview does nothing; the good rows are carried out, each with a code; the same list again creates nobody', async () => {
  const admin = await administrator()
  await createOrganisation({ kind: 'community', name: '青檐社区' })
  const before = await db.read.person.count()

  expect((await previewImport(request)).map(({ kind }) => kind)).toEqual(['create', 'fault', 'create'])
  expect(await db.read.person.count()).toBe(before)

  const result = await importPeople(admin, request, testNow)
  expect(result).toMatchObject({ known: [], faults: 1 })
  expect(result.created.map(({ name }) => name)).toEqual(['陈知秋', '林小满'])
  expect(new Set(result.created.map(({ code }) => code)).size).toBe(2)

  const again = await importPeople(admin, request, testNow)
  expect(again).toMatchObject({ created: [], faults: 1 })
  expect(again.known).toHaveLength(2)
  expect(await db.read.person.count()).toBe(before + 2)
})

test('two who import the same list at the same moment create nobody twice', async () => {
  const admin = await administrator()
  await createOrganisation({ kind: 'community', name: '青檐社区' })

  const results = await Promise.all([importPeople(admin, request, testNow), importPeople(admin, request, testNow)])

  expect(results.flatMap(({ created }) => created)).toHaveLength(2)
  expect(await db.read.person.count({ where: { name: '林小满' } })).toBe(1)
})

test('three hundred rows are one write; more are refused', async () => {
  const admin = await administrator()
  await createOrganisation({ kind: 'community', name: '青檐社区' })
  const rows = (count: number) => [...Array(count).keys()].map((at) => `林小满,lin${at}xm,青檐社区`).join('\n')

  const { created } = await importPeople(admin, { ...request, text: rows(300) }, testNow)

  expect(created).toHaveLength(300)
  await expect(importPeople(admin, { ...request, text: rows(301) }, testNow)).rejects.toMatchObject({
    code: 'tooLarge',
  })
}, 30_000)

test('for anybody but an administrator there is nobody', async () => {
  const actor = await makePerson({ roles: ['coordinator', 'mentor', 'trainee'] })
  const organisationId = await createOrganisation()
  const person = { name: '林小满', username: 'fresh', phone: null, organisationId }

  await expect(listPeople(actor, everybody, testNow)).rejects.toMatchObject({ code: 'notFound' })
  await expect(createPerson(actor, person, ['administrator'], testNow)).rejects.toMatchObject({ code: 'notFound' })
  await expect(editPerson(actor, actor.personId, person, testNow)).rejects.toMatchObject({ code: 'notFound' })
  await expect(importPeople(actor, request, testNow)).rejects.toMatchObject({ code: 'notFound' })
})
