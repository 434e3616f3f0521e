import type { Draft, DraftCase, DraftFacts } from './chinese-draft.ts'
import { readKey } from './chinese-keys.ts'
import type { Label, LabelledPart } from './chinese-labels.ts'
import { kindNamed, type NumberMark } from './chinese-marks.ts'
import type { ScannedLine } from './chinese-scan.ts'
import { openDraft, push, type Reading } from './chinese-state.ts'

/* Where the text behind a label goes: «答案:», «解析:», «考点:». */
export function fill(reading: Reading, draft: Draft, line: ScannedLine, part: LabelledPart, label: Label) {
  reading.sublist = null
  switch (label) {
    case 'key':
      return takeKey(reading, draft, line, part) ? undefined : takeAnswer(reading, draft, line, part)
    case 'points':
      reading.field = 'answer'
      return push(draft.answer, line, part)
    case 'explanation':
      reading.field = 'explanation'
      return push(draft.explanation, line, part)
    case 'others':
      return
    default:
      reading.field = 'facts'
      fillFacts(draft, line, part)
  }
}

/** False where the text is no key. */
export function takeKey(reading: Reading, draft: Draft, line: ScannedLine, part: LabelledPart): boolean {
  const folded = line.folded.slice(part.from, part.to)
  reading.field = 'key'
  if (folded.trim() === '') return true
  const key = isAnsweredInWords(draft) ? null : readKey(folded)
  if (!key) return false
  // «对于…» and «A市…» are words where there are no options to choose from.
  const rest = folded.slice(key.end)
  if (
    draft.options.length === 0 &&
    key.judgement === null &&
    /^[\u4e00-\u9fff]/.test(rest) &&
    !/^(?:解析|本题)/.test(rest)
  )
    return false
  draft.keys.push({ folded: folded.slice(0, key.end).trim(), line: line.line, from: 'label' })
  const signs = /^[\s。.;,、:]*/.exec(rest)?.[0].length ?? 0
  const repeated = optionText(draft, rest.slice(signs))
  if (!repeated) push(draft.explanation, line, { from: part.from + key.end + signs, to: part.to })
  if (rest.slice(signs).trim() !== '') reading.field = 'explanation'
  return true
}

/** «正确答案:A:个案工作;» says the option again. */
function optionText(draft: Draft, rest: string): boolean {
  const plain = (text: string) => text.replace(/[\s;;。.]/g, '')
  return draft.options.some(
    ({ pieces }) => plain(pieces.map(({ text }) => text).join('')) === plain(rest) && plain(rest) !== '',
  )
}

function isAnsweredInWords(draft: Draft): boolean {
  const kind = draft.kind ?? draft.section.head?.kind
  return (kind === 'constructed' || kind === 'blank') && draft.options.length === 0
}

function takeAnswer(reading: Reading, draft: Draft, line: ScannedLine, part: LabelledPart) {
  if (draft.options.length > 0) {
    draft.keys.push({ folded: line.folded.slice(part.from, part.to).trim(), line: line.line, from: 'label' })
    reading.field = 'key'
    return
  }
  reading.field = 'answer'
  push(draft.answer, line, part)
}

export function fillCase(
  reading: Reading,
  group: DraftCase | null,
  line: ScannedLine,
  part: LabelledPart,
  label: Label,
) {
  if (!group) return
  if (label === 'key' || label === 'points') push(group.answer, line, part)
  else if (label === 'explanation') push(group.explanation, line, part)
  else fillFacts(group, line, part)
  reading.field = 'stem'
}

export function fillFacts(
  facts: DraftFacts & { kind?: Draft['kind']; halfPoints?: number | null },
  line: ScannedLine,
  part: LabelledPart,
) {
  const text = line.text
    .slice(part.from, part.to)
    .trim()
    .replace(/[;；。]$/, '')
  switch (part.label) {
    case 'point':
      facts.pointNames.push(
        ...text
          .split(/[,，、;；/|]|\s{2,}/)
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      )
      break
    case 'difficulty':
      facts.difficulty = { text, line: line.line }
      break
    case 'source':
      facts.source = facts.source === '' ? text : `${facts.source} ${text}`
      break
    case 'law':
      facts.laws.push(text)
      break
    case 'rowKey':
      facts.rowKey = text
      break
    case 'marks':
      facts.halfPoints = Number(/\d+(?:\.5)?/.exec(text)?.[0] ?? 0) * 2 || null
      break
    case 'kind':
      facts.kind = kindNamed(text.replace(/题型?$/, '')) ?? facts.kind ?? null
      break
    default:
  }
}

export function begin(reading: Reading, mark: NumberMark | null, line: ScannedLine): Draft {
  const held = reading.pending.splice(0)
  const draft = openDraft(reading, mark, line)
  draft.lines.unshift(...held)
  for (const before of held) for (const part of before.parts) fillFacts(draft, before, part)
  return draft
}
