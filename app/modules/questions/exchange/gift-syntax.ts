/*
 * GIFT, the plain-text format of Moodle, cut into its pieces. A backslash makes ~ = # { } : and itself ordinary; «\n» is a
 * line break. What is escaped is put aside as private characters first, so that the rest can be cut at its signs.
 */
export type GiftBlock = {
  readonly line: number
  readonly source: string
  /** without comments */
  readonly text: string
  readonly comments: readonly string[]
  readonly category: string
}

const signs = '~=#{}:\\'
const hidden = (at: number) => String.fromCharCode(0xe100 + at)

export function hideEscapes(text: string): string {
  return text.replace(/\\([~=#{}:\\n])/g, (_, sign: string) =>
    sign === 'n' ? hidden(signs.length) : hidden(signs.indexOf(sign)),
  )
}

export function showEscapes(text: string): string {
  return text.replace(/[\uE100-\uE107]/g, (one) => {
    const at = one.charCodeAt(0) - 0xe100
    return at === signs.length ? '\n' : (signs[at] ?? '')
  })
}

export function escapeGift(text: string): string {
  return text.replace(/[~=#{}:\\]/g, '\\$&').replaceAll('\n', '\\n')
}

/** Blank lines part questions; one inside braces is forgiven, unless a new question plainly begins after it. */
export function giftBlocks(text: string): readonly GiftBlock[] {
  const blocks: GiftBlock[] = []
  let category = ''
  let lines: Array<{ readonly line: number; readonly text: string }> = []
  let isOpen = false
  const close = () => {
    isOpen = false
    const comments = lines.filter(isComment).map((one) => one.text.trim().slice(2).trim())
    const own = lines.filter((one) => !isComment(one))
    const [first] = own.length > 0 ? own : lines
    const body = own.map((one) => one.text).join('\n')
    const source = lines.map((one) => one.text).join('\n')
    if (body.trim() !== '' && first) blocks.push({ line: first.line, source, text: body, comments, category })
    lines = []
  }
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const named = /^\s*\$CATEGORY:\s*(.*)$/i.exec(raw)
    if (named) {
      close()
      category = named[1]?.trim() ?? ''
    } else if (raw.trim() !== '') {
      if (isOpen && !/^\s*[=~#}]|^\s+[^:/]/.test(raw) && lines.at(-1)?.text.trim() === '') close()
      lines.push({ line: at + 1, text: raw })
      isOpen = staysOpen(isOpen, raw)
    } else if (isOpen) lines.push({ line: at + 1, text: '' })
    else close()
  }
  close()
  return blocks
}

const isComment = ({ text }: { readonly text: string }) => /^\s*\/\//.test(text)

/** Whether a brace is open after this line, given whether one was before. */
function staysOpen(isOpen: boolean, text: string): boolean {
  if (isComment({ text })) return isOpen
  const plain = hideEscapes(text)
  const [opened, closed] = [plain.lastIndexOf('{'), plain.lastIndexOf('}')]
  return opened === closed ? isOpen : opened > closed
}

export type GiftFormat = 'html' | 'moodle' | 'plain' | 'markdown'
export type GiftParts = {
  readonly format: GiftFormat
  /** escapes still hidden */
  readonly stem: string
  /** null: no braces; what stands between them otherwise */
  readonly answers: string | null
  readonly after: string
}

/** Null where the braces do not close. */
export function giftParts(text: string): GiftParts | null {
  const plain = hideEscapes(text).trim()
  const untitled = plain.replace(/^::[\s\S]*?::\s*/, '')
  const { format, rest } = formatOf(untitled, 'moodle')
  const open = rest.indexOf('{')
  const end = rest.lastIndexOf('}')
  if (open < 0 && end < 0) return { format, stem: rest.trim(), answers: null, after: '' }
  if (open < 0 || end < open) return null
  return {
    format,
    stem: rest.slice(0, open).trim(),
    answers: rest.slice(open + 1, end).trim(),
    after: rest.slice(end + 1).trim(),
  }
}

export function formatOf(text: string, usual: GiftFormat): { readonly format: GiftFormat; readonly rest: string } {
  const found = /^\s*\[(html|moodle|plain|markdown)\]\s*/i.exec(text)
  const format = (found?.[1]?.toLowerCase() as GiftFormat | undefined) ?? usual
  return { format, rest: found ? text.slice(found[0].length) : text }
}

export type GiftAnswer = {
  readonly sign: '=' | '~'
  readonly percent: number | null
  readonly text: string
  readonly feedback: string
}

/** «=right#feedback ~%50%half ~wrong», escapes still hidden. */
export function giftAnswers(text: string): readonly GiftAnswer[] {
  return [...text.matchAll(/([=~])((?:(?![=~])[\s\S])*)/g)].map(([, sign, content = '']) => {
    const weight = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(content)
    const rest = weight ? content.slice(weight[0].length) : content
    const cut = rest.indexOf('#')
    return {
      sign: sign === '=' ? '=' : '~',
      percent: weight ? Number(weight[1]) : null,
      text: (cut < 0 ? rest : rest.slice(0, cut)).trim(),
      feedback: cut < 0 ? '' : rest.slice(cut + 1).trim(),
    }
  })
}

/** «[id:…]» and «[tag:…]» of a comment, as Moodle writes them. */
export function giftMarks(comments: readonly string[]): {
  readonly id: string | null
  readonly tags: readonly string[]
} {
  const all = comments.join('\n')
  const read = (kind: string) =>
    [...all.matchAll(new RegExp(`\\[${kind}:((?:\\\\\\]|[^\\]\\n])+)\\]`, 'g'))].map(([, text = '']) =>
      text.replaceAll('\\]', ']').trim(),
    )
  return { id: read('id')[0] ?? null, tags: read('tag') }
}
