import { expect, test } from 'vitest'
import { findingsIn, isClean } from './privacy-check.ts'

const fields = [
  { key: 'problem', text: '王阿姨说水管漏了，她的电话是 13912345678。' },
  { key: 'handling', text: '下午去了 3 栋 2 单元 401 室。' },
]

test('each field is scanned; what must go comes first', () => {
  expect(findingsIn(fields).map(({ field, kind, blocks }) => [field, kind, blocks])).toEqual([
    ['problem', 'phone', true],
    ['handling', 'door-number', true],
    ['problem', 'titled-name', false],
  ])
  expect(findingsIn([{ key: 'problem', text: '和小满一起去的。' }], ['小满'])).toMatchObject([{ kind: 'name' }])
})

test('a phone or a door stays with no reason whatever; a title with one', () => {
  const [blocked, titled] = [findingsIn(fields), findingsIn([{ key: 'problem', text: '王阿姨说水管漏了。' }])]
  expect([isClean(blocked, '她同意'), isClean(titled, null), isClean(titled, '化名')]).toEqual([false, false, true])
  expect(isClean(findingsIn([{ key: 'problem', text: '楼下的大姐说水管漏了。' }]), null)).toBe(true)
})
