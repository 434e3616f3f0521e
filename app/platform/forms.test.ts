import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm } from './forms.ts'

const Schema = z.object({
  name: z.string().trim().min(1, 'required').max(10, 'tooLong'),
  pick: z.union([z.string(), z.array(z.string())]).optional(),
})

function formOf(entries: ReadonlyArray<readonly [string, string]>) {
  const form = new FormData()
  for (const [key, value] of entries) form.append(key, value)
  return form
}

test('a field sent several times is a list', () => {
  const parsed = parseForm(
    Schema,
    formOf([
      ['name', '李'],
      ['pick', 'a'],
      ['pick', 'b'],
    ]),
  )
  expect(parsed).toEqual({ ok: true, value: { name: '李', pick: ['a', 'b'] } })
})

test('what is wrong comes back as a code, with what was typed', () => {
  const parsed = parseForm(Schema, formOf([['name', '这个名字实在是太长太长了']]))
  expect(parsed).toEqual({ ok: false, errors: { name: 'tooLong' }, values: { name: '这个名字实在是太长太长了' } })
})

test('a missing field is required, not «Invalid input»', () => {
  expect(parseForm(Schema, formOf([]))).toMatchObject({ ok: false, errors: { name: 'required' } })
})

test('text that no database can hold is refused', () => {
  expect(parseForm(Schema, formOf([['name', 'a\0b']]))).toMatchObject({ ok: false, errors: { name: 'unstorable' } })
})

test('passwords and codes never come back to the page', () => {
  const parsed = parseForm(
    Schema,
    formOf([
      ['name', ''],
      ['newPassword', 'secret'],
      ['code', 'K7QP'],
    ]),
  )
  expect(parsed.ok ? {} : parsed.values).toEqual({ name: '' })
})

test('names of fields cannot reach the prototype', () => {
  const parsed = parseForm(
    z.strictObject({ name: z.string() }),
    formOf([
      ['name', 'x'],
      ['__proto__', 'y'],
    ]),
  )
  expect(parsed.ok).toBe(false)
  expect(Object.prototype).not.toHaveProperty('name')
})
