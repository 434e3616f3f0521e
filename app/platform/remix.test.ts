import { expect, test } from 'vitest'
import { firstWord } from './remix.server.ts'

test.each([
  ['http://localhost:3000/', ''],
  ['http://localhost:3000', ''],
  ['http://localhost:3000/_root.data', '_root'],
  ['http://localhost:3000/today.data?_routes=routes%2Ftoday', 'today'],
  ['https://yucai.test/lessons/what-is/visit', 'lessons'],
  ['https://yucai.test/live?scope=cohort:1', 'live'],
  ['https://yucai.test/%6c%6fgin', ''],
])('the first word of %s is «%s»', (url, word) => {
  expect(firstWord(url)).toBe(word)
})
