import { expect, test } from 'vitest'
import { keptInMemory } from './kept-in-memory.ts'

test('it computes once for a key, and keeps what was asked for last', () => {
  const computed: string[] = []
  const kept = keptInMemory<string>(2)
  const ask = (key: string) =>
    kept.get(key, () => {
      computed.push(key)
      return key.toUpperCase()
    })

  expect(['a', 'a', 'b', 'a'].map(ask)).toEqual(['A', 'A', 'B', 'A'])
  expect(computed).toEqual(['a', 'b'])

  ask('c')
  ask('a')
  expect(computed).toEqual(['a', 'b', 'c'])
  ask('b')
  expect(computed).toEqual(['a', 'b', 'c', 'b'])
})
