import { expect, test } from 'vitest'
import { nameKeys } from './person-names.server.ts'

const keys = (name: string) => nameKeys({ name, username: 'lin1', phone: '13912345678' })

test.each(['林小满', 'linxiaoman', 'lin xiao', 'xiaoman', 'lxm', 'lin1', '5678'])('she is found by %s', (word) => {
  expect(keys('林小满').searchText).toContain(word)
})

test('surnames are read as surnames', () => {
  expect(keys('曾单').sortKey).toMatch(/^zeng /)
  expect(keys('单田芳').sortKey).toMatch(/^shan tian fang/)
  expect(keys('吕布').searchText).toContain('lvbu')
})

test('sorted by sound, syllable by syllable, and the same sound by character', () => {
  const names = ['连城', '李娜', '林小满', '白露晨', '李那', 'Anna']
  const sorted = [...names].sort((a, b) => (keys(a).sortKey < keys(b).sortKey ? -1 : 1))

  expect(sorted).toEqual(['Anna', '白露晨', '李娜', '李那', '连城', '林小满'])
})

test('names of several peoples', () => {
  expect(keys('古丽·买买提').searchText).toContain('gulimaimaiti')
  expect(keys("Anna O'Neill").searchText).toContain("anna o'neill")
})
