import { numberOfHanzi } from './chinese-marks.ts'
import { elementOf, elementsOf, type XmlElement } from './xml-tree.ts'

/*
 * Numbers that Word counts itself stand nowhere in a paragraph's text: they come out of the numbering definitions. Here
 * they are counted as Word counts them and written in front: «1.», «A.», «（一）».
 */
type Level = { readonly format: string; readonly text: string; readonly start: number; readonly suffix: string }
type Numbering = { readonly list: string; readonly levels: ReadonlyMap<number, Level> }
export type NumberPlace = { readonly numId: string; readonly level: number }
/** Says the number of the next paragraph at this place. */
export type Counter = (place: NumberPlace) => string

export function numberCounter(numbering: XmlElement | null): Counter {
  const definitions = readNumberings(numbering)
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return ({ numId, level }) => {
    const found = definitions.get(numId)
    const own = found?.levels.get(level)
    if (!found || !own) return ''
    const current = counts.get(found.list) ?? []
    // A numbering that overrides its start begins anew the first time it is used.
    const restarts = !begun.has(`${numId}/${level}`) && isOverridden(numbering, numId, level)
    begun.add(`${numId}/${level}`)
    const before = restarts ? undefined : current[level]
    const next = [...current.slice(0, level), before === undefined ? own.start : before + 1]
    for (let above = 0; above < level; above++) next[above] ??= found.levels.get(above)?.start ?? 1
    counts.set(found.list, next)
    return labelOf(own, next, found.levels)
  }
}

function isOverridden(numbering: XmlElement | null, numId: string, level: number): boolean {
  const num = elementsOf(numbering, 'w:num').find((one) => one.attributes['w:numId'] === numId)
  const override = elementsOf(num, 'w:lvlOverride').find((one) => Number(one.attributes['w:ilvl']) === level)
  return elementOf(override, 'w:startOverride') !== null
}

function readNumberings(numbering: XmlElement | null): ReadonlyMap<string, Numbering> {
  const lists = new Map(
    elementsOf(numbering, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', levelsOf(one)]),
  )
  return new Map(
    elementsOf(numbering, 'w:num').map((num) => {
      const list = elementOf(num, 'w:abstractNumId')?.attributes['w:val'] ?? ''
      const levels = new Map(lists.get(list) ?? [])
      for (const override of elementsOf(num, 'w:lvlOverride')) {
        const at = Number(override.attributes['w:ilvl'] ?? 0)
        for (const [level, own] of levelsOf(override)) levels.set(level, own)
        const start = elementOf(override, 'w:startOverride')?.attributes['w:val']
        const own = levels.get(at)
        if (start !== undefined && own) levels.set(at, { ...own, start: Number(start) })
      }
      return [num.attributes['w:numId'] ?? '', { list, levels }]
    }),
  )
}

function levelsOf(parent: XmlElement): ReadonlyMap<number, Level> {
  const value = (level: XmlElement, name: string) => elementOf(level, name)?.attributes['w:val']
  return new Map(
    elementsOf(parent, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl'] ?? 0),
      {
        format: value(level, 'w:numFmt') ?? 'decimal',
        text: value(level, 'w:lvlText') ?? '',
        start: Number(value(level, 'w:start') ?? 1),
        suffix: value(level, 'w:suff') ?? 'tab',
      },
    ]),
  )
}

function labelOf(own: Level, counts: readonly number[], levels: ReadonlyMap<number, Level>): string {
  if (own.format === 'none') return ''
  const end = own.suffix === 'nothing' ? '' : ' '
  if (own.format === 'bullet') return `•${end}`
  const text = own.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return formatNumber(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal')
  })
  return text === '' ? '' : text + end
}

export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'upperLetter':
      return lettersOfNumber(value)
    case 'lowerLetter':
      return lettersOfNumber(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
      return hanziOf(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value)
    default:
      return String(value)
  }
}

/** 27 is AA, as Word counts. */
function lettersOfNumber(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
}

function roman(value: number): string {
  const signs: ReadonlyArray<readonly [number, string]> = [
    ...([
      [100, 'C'],
      [90, 'XC'],
      [50, 'L'],
      [40, 'XL'],
      [10, 'X'],
    ] as const),
    ...([
      [9, 'IX'],
      [5, 'V'],
      [4, 'IV'],
      [1, 'I'],
    ] as const),
  ]
  let rest = value
  let text = ''
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}

/** The inverse of `numberOfHanzi`, up to 99. */
function hanziOf(value: number): string {
  const digits = '零一二三四五六七八九'
  if (value < 10) return digits[value] ?? ''
  const tens = Math.floor(value / 10)
  const text = `${tens === 1 ? '' : (digits[tens] ?? '')}十${value % 10 === 0 ? '' : (digits[value % 10] ?? '')}`
  return numberOfHanzi(text) === value ? text : String(value)
}
