import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readBlueprints } from './read-blueprints.server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yucai-blueprints-'))
  cpSync('content/exam/blueprints', join(folder, 'blueprints'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function change(from: string, to: string): void {
  const path = join(folder, 'blueprints', 'jz-2026.yaml')
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

test('the official ones hold', () => {
  expect(readBlueprints(folder)).toMatchObject({ problems: [], blueprints: { length: 6 } })
})

test('one that no paper could follow is refused, and says which file and what', () => {
  change('"5": 11', '"5": 99')
  const { blueprints, problems } = readBlueprints(folder)
  expect(blueprints).toHaveLength(5)
  expect(problems).toEqual([
    { code: 'blueprint', file: 'blueprints/jz-2026.yaml', line: 1, values: { what: 'weightsAboveHundred' } },
  ])
})

test('one of another shape is refused', () => {
  change('minutes: 120', 'minutes: long')
  expect(readBlueprints(folder).problems).toMatchObject([{ values: { what: expect.stringContaining('minutes') } }])
})
