import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseJson } from './json-body.ts'

const Shape = z.strictObject({ value: z.string(), list: z.array(z.string()).optional() })
const posted = (body: string) => new Request('http://site.test/', { method: 'POST', body })

test('what fits comes back as its schema says', async () => {
  expect(await parseJson(Shape, posted('{"value":"甲","list":["乙"]}'))).toEqual({ value: '甲', list: ['乙'] })
})

test.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['another shape', '{"value":1}'],
  ['a field too many', '{"value":"甲","more":1}'],
  ['an escaped NUL, however deep', '{"value":"甲","list":["\\u0000"]}'],
  ['half a character', '{"value":"\\ud800"}'],
])('%s is refused', async (_case, body) => {
  await expect(parseJson(Shape, posted(body))).rejects.toMatchObject({ code: 'invalid' })
})
