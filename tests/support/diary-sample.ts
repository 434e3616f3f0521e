import { readFileSync } from 'node:fs'

type Marked = { readonly kind: string; readonly start: number; readonly end: number; readonly text: string }
export type DiarySample = {
  readonly text: string
  readonly marked: readonly Marked[]
  readonly names: readonly string[]
}

/** The invented diaries of tests/fixtures/privacy: a head with the author's list of names, then texts between lines of %%. */
export function readDiarySample(part: string): readonly DiarySample[] {
  const [head = '', ...texts] = readFileSync(`tests/fixtures/privacy/${part}.txt`, 'utf8').trimEnd().split('\n%%\n')
  const names = /^名单：(.+)$/m.exec(head)?.[1]?.split('、') ?? []
  return texts.map((written) => ({ ...unmarked(written), names }))
}

/** «电话〔phone|0571-8…〕» → the text without marks, and where each stood. */
function unmarked(written: string): { readonly text: string; readonly marked: readonly Marked[] } {
  const marked: Marked[] = []
  let [text, at] = ['', 0]
  for (const match of written.matchAll(/〔([a-z-]+)\|([^〕]*)〕/g)) {
    const [whole, kind = '', inside = ''] = match
    text += written.slice(at, match.index)
    marked.push({ kind, start: text.length, end: text.length + inside.length, text: inside })
    text += inside
    at = match.index + whole.length
  }
  return { text: text + written.slice(at), marked }
}
