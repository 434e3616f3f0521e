import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Messages } from '~/i18n/messages.ts'
import { isTest, read, sourceFiles } from './source-files.ts'

/* Catalogues hold both languages side by side, so parity is a matter of types; here: nothing unused, nothing half translated. */
const catalogueFiles = readdirSync('app/i18n').filter((name) =>
  /export const \w+ = defineMessages\(/.test(read(`app/i18n/${name}`)),
)
const catalogues: ReadonlyArray<readonly [string, Messages]> = await Promise.all(
  catalogueFiles.map(async (name) => {
    const exports: Record<string, unknown> = await import(`../../app/i18n/${name}`)
    // real-exam.ts exports realExam.
    const area = name.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    return [area, exports[area] as Messages] as const
  }),
)
const source = sourceFiles('app')
  .filter((path) => !isTest(path) && !path.startsWith('app/i18n/'))
  .map(read)
  .join('\n')

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

test.each(catalogues)('%s: every text is in both languages, with the same values', (_area, messages) => {
  for (const [key, [zh, en]] of Object.entries(messages)) {
    expect(zh.trim() && en.trim(), key).toBeTruthy()
    expect(placeholders(en), key).toEqual(placeholders(zh))
    // A bar divides a singular from a plural and is never shown: a text that wants to show one would be cut in pieces.
    expect(en, key).not.toMatch(/ \| |\|[^|]*\|/)
  }
})

test.each(catalogues)(
  '%s: Chinese texts use full-width punctuation, English ones no Chinese clause',
  (_area, messages) => {
    for (const [key, [zh, en]] of Object.entries(messages)) {
      expect(zh, key).not.toMatch(/[\u4e00-\u9fff][,;:!?()]|[,;!?()][\u4e00-\u9fff]/)
      // A term of the field may be named in an English sentence; a clause in Chinese is a translation forgotten.
      expect(en, key).not.toMatch(/[\u4e00-\u9fff]{5}/)
    }
  },
)

/** A key is used when it stands in the source, or when a template builds its family: t(`state.${state}`). */
function isUsed(key: string): boolean {
  if (new RegExp(`['"\`]${key.replaceAll('.', '\\.')}['"\`]`).test(source)) return true
  const parts = key.split('.')
  return parts.length > 1 && source.includes(`\`${parts.slice(0, -1).join('.')}.\${`)
}

test.each(catalogues)('%s: no text is unused', (_area, messages) => {
  expect(Object.keys(messages).filter((key) => !isUsed(key))).toEqual([])
})

test('screens hold no Chinese of their own: it would have no English', () => {
  const strays = sourceFiles('app')
    .filter((path) => /^app\/(routes|ui|modules)\/.*\.tsx$/.test(path) && !isTest(path))
    .filter((path) => /[\u4e00-\u9fff]/.test(read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$|育才|"中文"/gm, '')))
  expect(strays).toEqual([])
})
