import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePastedRows } from './paste-rows.ts'
import { accountsIn, type KnownPerson, type PlanWorld, planPeople } from './people-plan.ts'

const world: PlanWorld = {
  organisations: [
    { id: 'qingyan', parentId: null, kind: 'community', name: '青檐社区' },
    { id: 'station', parentId: 'qingyan', kind: 'agency', name: '心原服务站' },
    { id: 'branch', parentId: 'qingyan', kind: 'agency', name: '心原分点' },
  ],
  known: [],
  defaultOrganisationId: null,
  role: 'trainee',
}
const zhou: KnownPerson = {
  id: 'zhou',
  username: 'zhouya',
  phone: '13912345679',
  name: '周予安',
  isSuspended: false,
  roles: ['trainee'],
}

function plan(text: string, over: Partial<PlanWorld> = {}) {
  return planPeople(parsePastedRows(text), { ...world, ...over })
}

test('a new person, with a phone', () => {
  expect(plan('林小满,139 1234 5678,青檐社区')).toMatchObject([
    {
      kind: 'create',
      person: { name: '林小满', username: 'p13912345678', phone: '13912345678', organisationId: 'qingyan' },
      organisationName: '青檐社区',
    },
  ])
})

test('a new person, with a username of her own', () => {
  expect(plan('林小满,LinXM,13912345678,青檐社区')).toMatchObject([
    { kind: 'create', person: { username: 'linxm', phone: '13912345678' } },
  ])
})

test.each([
  ['no name', ',13912345678,青檐社区', 'noName'],
  ['nothing to sign in with', '林小满', 'noAccount'],
  ['a number that Excel has spoilt', '林小满,1.39E+10,青檐社区', 'badAccount'],
  ['a phone with a digit missing', '林小满,1391234567,青檐社区', 'badAccount'],
  ['two phones', '林小满,13912345678,13912345679,青檐社区', 'twoPhones'],
  ['no organisation', '林小满,13912345678', 'noOrganisation'],
  ['an organisation that is not there', '林小满,13912345678,云河社区', 'unknownOrganisation'],
  ['a name that two organisations begin with', '林小满,13912345678,心原', 'severalOrganisations'],
])('%s', (_case, text, fault) => {
  expect(plan(text)).toMatchObject([{ kind: 'fault', fault }])
})

test('the same phone twice in one paste: the first row stands, the second says so', () => {
  expect(plan('林小满,13912345678,青檐社区\n林小曼,13912345678,青檐社区')).toMatchObject([
    { kind: 'create' },
    { kind: 'fault', fault: 'twice' },
  ])
})

test('somebody who is here already is known by phone or username, whatever her organisation is called in the row', () => {
  expect(plan('周予安,13912345679,云河社区', { known: [zhou] })).toMatchObject([{ kind: 'known', personId: 'zhou' }])
  expect(plan('周予安,zhouya', { known: [zhou] })).toMatchObject([{ kind: 'known', personId: 'zhou' }])
})

test("another name on somebody's phone is a fault, and the row does not tell whose phone it is", () => {
  const [row] = plan('林小满,13912345679,青檐社区', { known: [zhou] })

  expect(row).toMatchObject({ kind: 'fault', fault: 'takenByAnother' })
  expect(JSON.stringify(row)).not.toContain('周予安')
})

test('phone of one and username of another is a fault', () => {
  const chen = { ...zhou, id: 'chen', username: 'chen', phone: null }

  expect(plan('周予安,13912345679,chen,青檐社区', { known: [zhou, chen] })).toMatchObject([{ fault: 'takenByAnother' }])
})

test('a suspended person is restored by an administrator, not by pasting', () => {
  expect(plan('周予安,zhouya', { known: [{ ...zhou, isSuspended: true }] })).toMatchObject([{ fault: 'suspended' }])
})

test('somebody who is here as something else only is not made a trainee by pasting', () => {
  expect(plan('周予安,zhouya', { known: [{ ...zhou, roles: ['mentor'] }] })).toMatchObject([{ fault: 'otherRole' }])
})

test('where the cohort has an organisation of its own, a row need not name one', () => {
  expect(plan('林小满 13912345678', { defaultOrganisationId: 'station' })).toMatchObject([
    { kind: 'create', person: { organisationId: 'station' } },
  ])
})

test('law: pasting what was just created creates nobody', () => {
  const row = fc.tuple(
    fc.stringMatching(/^[\u4e00-\u9fa5]{2,3}$/),
    fc.oneof(fc.stringMatching(/^1[3-9]\d{9}$/), fc.stringMatching(/^[a-z][a-z0-9]{3,8}$/)),
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (people) => {
      const text = people.map(([name, account]) => `${name},${account},青檐社区`).join('\n')
      const first = plan(text)
      const known = first.flatMap((one) =>
        one.kind === 'create'
          ? [{ ...one.person, id: one.person.username, isSuspended: false, roles: [world.role] }]
          : [],
      )
      const second = plan(text, { known })
      expect(second.filter((one) => one.kind === 'create')).toEqual([])
      expect(second.filter((one) => one.kind === 'known')).toHaveLength(known.length)
      const { usernames } = accountsIn(parsePastedRows(text))
      expect(known.every((one) => usernames.includes(one.username))).toBe(true)
    }),
  )
})
