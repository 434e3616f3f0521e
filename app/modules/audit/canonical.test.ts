import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, type Entry } from './canonical.ts'

const text = fc.option(fc.string({ unit: 'binary' }), { nil: null })
const entries: fc.Arbitrary<Entry> = fc.record({
  id: fc.uuid(),
  at: fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2099-01-01T00:00:00Z'), noInvalidDate: true }),
  actorId: text,
  role: text,
  action: fc.string(),
  objectType: fc.string(),
  objectId: fc.string(),
  cohortId: text,
  outcome: fc.constantFrom('done', 'refused'),
  reason: text,
  requestId: text,
  network: text,
})

test('two entries are written the same only when they are the same', () => {
  fc.assert(
    fc.property(entries, entries, (one, other) => {
      const alike = Object.entries(one).every(([key, value]) => String(value) === String(Reflect.get(other, key)))
      if (!alike) expect(canonical(one)).not.toBe(canonical(other))
      expect(canonical({ ...one, at: new Date(one.at) })).toBe(canonical(one))
    }),
  )
})

test('a change of any one field shows', () => {
  fc.assert(
    fc.property(
      entries,
      fc.constantFrom('actorId', 'role', 'action', 'objectId', 'reason', 'network'),
      (one, field) => {
        expect(canonical({ ...one, [field]: `${Reflect.get(one, field)}x` })).not.toBe(canonical(one))
      },
    ),
  )
})

test('nothing and an empty text differ', () => {
  fc.assert(
    fc.property(entries, (one) => {
      expect(canonical({ ...one, reason: null })).not.toBe(canonical({ ...one, reason: '' }))
    }),
  )
})
