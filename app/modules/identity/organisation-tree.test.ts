import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asTree,
  findByName,
  mayStandBelow,
  moveFault,
  type OrganisationRow,
  withAllBelow,
} from './organisation-tree.ts'

const street: OrganisationRow = { id: 'street', parentId: null, kind: 'street', name: '乔头堡街道' }
const qingyan: OrganisationRow = { id: 'qingyan', parentId: 'street', kind: 'community', name: '青檐社区' }
const heqiao: OrganisationRow = { id: 'heqiao', parentId: 'street', kind: 'community', name: '禾桥社区' }
const station: OrganisationRow = { id: 'station', parentId: 'qingyan', kind: 'agency', name: '心原社会工作服务站' }
const branch: OrganisationRow = { id: 'branch', parentId: 'station', kind: 'agency', name: '心原服务站分点' }
const all = [branch, station, heqiao, qingyan, street]

test('parents stand before their children, each as deep as it is', () => {
  expect(asTree(all).map(({ id, depth }) => [id, depth])).toEqual([
    ['street', 0],
    ['heqiao', 1],
    ['qingyan', 1],
    ['station', 2],
    ['branch', 3],
  ])
})

test('all below: herself first', () => {
  expect(withAllBelow(all, 'qingyan')).toEqual(['qingyan', 'station', 'branch'])
  expect(withAllBelow(all, 'heqiao')).toEqual(['heqiao'])
})

test.each([
  ['an agency to another community', 'station', 'heqiao', null],
  ['an agency to the top', 'station', null, null],
  ['below itself', 'station', 'station', 'cycle'],
  ['below its own branch', 'station', 'branch', 'cycle'],
  ['a street below a community', 'street', 'heqiao', 'cycle'],
  ['a community below an agency', 'heqiao', 'station', 'kind'],
  ['below what does not exist', 'station', 'nowhere', 'kind'],
] as const)('moving %s', (_case, id, parentId, fault) => {
  expect(moveFault(all, id, parentId)).toBe(fault)
})

test.each([
  ['青檐社区', 'qingyan'],
  [' 青檐 社区 ', 'qingyan'],
  ['青檐', 'qingyan'],
  ['心原', 'several'],
  ['心原社会工作服务站', 'station'],
  ['云河社区', 'none'],
  ['', 'none'],
])('the pasted name %j means %s', (name, id) => {
  const found = findByName(all, name)

  expect(typeof found === 'string' ? found : found.id).toBe(id)
})

const kinds = fc.constantFrom('street', 'community', 'agency')
const trees = fc.array(fc.record({ kind: kinds, at: fc.nat() }), { maxLength: 25 }).map((picks) =>
  picks.map(
    ({ kind, at }, index): OrganisationRow => ({
      id: String(index),
      parentId: index === 0 || at % (index + 1) === index ? null : String(at % index),
      kind,
      name: `机构${index}`,
    }),
  ),
)

test('law: a tree shows every organisation once, and moving where it is allowed keeps it a tree', () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat(), (rows, from, to) => {
      expect(asTree(rows)).toHaveLength(rows.length)
      const [moved, parent] = [rows[from % (rows.length || 1)], rows[to % (rows.length || 1)]]
      if (!moved || !parent || moveFault(rows, moved.id, parent.id) !== null) return
      const after = rows.map((row) => (row === moved ? { ...row, parentId: parent.id } : row))
      expect(asTree(after)).toHaveLength(rows.length)
      expect(mayStandBelow(moved.kind, parent.kind)).toBe(true)
    }),
  )
})
