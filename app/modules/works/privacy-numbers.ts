import { areaCode, isBankCard, isIdNumber, isOldIdNumber, mobilePrefix } from './number-rules.ts'

/*
 * ID numbers, phones and bank cards, however they are written: in groups, over two lines, in Chinese digits or both kinds mixed.
 * A group is a run of digits of one kind; groups that stand close enough are tried together. At every group only as many are
 * tried as the longest number has digits, so the work grows with the text and no faster.
 */
type NumberKind = 'id-number' | 'phone' | 'bank-card'
type Hit = { readonly kind: NumberKind; readonly start: number; readonly end: number }

type Group = {
  readonly start: number
  readonly end: number
  readonly digits: string
  readonly isHan: boolean
  /** what stands between the group before and this one; null when they are too far apart */
  readonly gap: string | null
}
type Candidate = Hit & { readonly pieces: number; readonly digits: number }

const hanDigits = '〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○幺'
const hanValues = '0123456789012345678901'
const longest = 19
const gapPattern = /^(?:[ .\-\u2010-\u2015\u2212_·•)]|\r?\n){1,3}$/

export function findNumbers(plain: string): readonly Hit[] {
  const groups = groupsOf(plain)
  const candidates = groups.flatMap((_, at) => candidatesFrom(plain, groups, at))
  // What is whole by itself comes first, then the longest: part of a card is no phone.
  const ordered = candidates.toSorted(
    (a, b) => Math.min(a.pieces, 2) - Math.min(b.pieces, 2) || b.digits - a.digits || a.start - b.start,
  )
  const taken = new Uint8Array(plain.length)
  return ordered.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
}

function groupsOf(plain: string): readonly Group[] {
  const groups: Group[] = []
  let at = 0
  while (at < plain.length) {
    const isHan = hanDigits.includes(plain.charAt(at))
    const start = at
    let digits = ''
    while (at < plain.length) {
      const digit = digitAt(plain, at, isHan)
      if (digit === null) break
      digits += digit
      at += 1
    }
    if (digits === '') at += 1
    else groups.push({ start, end: at, digits, isHan, gap: gapBefore(plain, groups.at(-1), start) })
  }
  return groups
}

function digitAt(plain: string, at: number, isHan: boolean): string | null {
  const character = plain.charAt(at)
  if (!isHan) return character >= '0' && character <= '9' ? character : null
  const value = hanDigits.indexOf(character)
  return value === -1 ? null : hanValues.charAt(value)
}

function gapBefore(plain: string, before: Group | undefined, start: number): string | null {
  if (!before || start - before.end > 4) return null
  const gap = plain.slice(before.end, start)
  return gap === '' || gapPattern.test(gap) ? gap : null
}

function candidatesFrom(plain: string, groups: readonly Group[], first: number): readonly Candidate[] {
  const found: Candidate[] = []
  const opening = groups[first]
  if (!opening || (opening.isHan && opening.gap === '')) return found
  let digits = ''
  const pieces: number[] = []
  const gaps: string[] = []
  for (let at = first; at < groups.length; at += 1) {
    const group = groups[at]
    if (!group || (at > first && group.gap === null)) break
    digits += group.digits
    if (digits.length > longest) break
    if (at === first || group.gap !== '') pieces.push(group.digits.length)
    else pieces.push((pieces.pop() ?? 0) + group.digits.length)
    if (at > first && group.gap) gaps.push(group.gap)
    // A Chinese digit may be a word of its own, «13812345678一直没接»; a plain one never is.
    if (group.isHan && groups[at + 1]?.gap === '') continue
    found.push(...readings(plain, { start: opening.start, end: group.end, digits, pieces, gaps }))
  }
  return found
}

type Window = {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** how many digits stand together */
  readonly pieces: readonly number[]
  readonly gaps: readonly string[]
}

function readings(plain: string, window: Window): readonly Candidate[] {
  const { start, end, digits, pieces } = window
  const hit = (kind: NumberKind, from: number, to: number): Candidate => ({
    ...{ kind, start: from, end: to, pieces: pieces.length, digits: digits.length },
  })
  const isPlain = !window.gaps.some((gap) => gap.includes(')'))
  const [head, tail] = [lettersBefore(plain, start), lettersAfter(plain, end)]
  if (isPlain && digits.length === 17 && !isInsideCode(head, '')) {
    const crossEnd = endOfCross(plain, end)
    if (crossEnd !== null && isIdNumber(`${digits}X`)) return [hit('id-number', start, crossEnd)]
  }
  if (isPlain && digits.length === 18 && tail === '' && !isInsideCode(head, '') && isIdNumber(digits)) {
    return [hit('id-number', start, end)]
  }
  if (isPlain && head + tail === '') {
    if (isOldIdNumber(digits) && isOldIdShape(window)) return [hit('id-number', start, end)]
    if (isBankCard(digits) && isCardShape(pieces)) return [hit('bank-card', start, end)]
  }
  if (isInsideCode(head, tail) || isOrderNumber(plain, start) || /^[元万亿步%]$/.test(plain.charAt(end))) return []
  const from = startOfPhone(plain, window)
  return from === null ? [] : [hit('phone', from, end)]
}

/** The x that ends an ID number, with what may stand before it. */
function endOfCross(plain: string, end: number): number | null {
  const match = /^(?:[ .\-\u2010-\u2015_·]|\r?\n){0,2}[xX×](?![0-9A-Za-z])/.exec(plain.slice(end, end + 6))
  return match ? end + match[0].length : null
}

function lettersBefore(plain: string, start: number): string {
  return /[0-9A-Za-z]?[A-Za-z]{1,12}$/.exec(plain.slice(Math.max(0, start - 13), start))?.[0] ?? ''
}

function lettersAfter(plain: string, end: number): string {
  return /^[A-Za-z]{1,12}[0-9A-Za-z]?/.exec(plain.slice(end, end + 13))?.[0] ?? ''
}

/** Letters and digits in turn make a code, such as a 统一社会信用代码; «wx13812345678» does not. */
function isInsideCode(head: string, tail: string): boolean {
  return (head !== '' && tail !== '') || /^\d/.test(head) || /\d$/.test(tail)
}

function isOrderNumber(plain: string, start: number): boolean {
  const label = /(?:单号|订单|工单|流水号|发票号|发票号码|发票代码|户号|编号)[为是: ]{0,2}$/
  return label.test(plain.slice(Math.max(0, start - 8), start))
}

function isOldIdShape({ pieces, gaps }: Window): boolean {
  return pieces.length === 1 || /^(?:6,6,3|6,9|12,3)$/.test(pieces.join()) || isTwoLines(gaps) || isDigitByDigit(pieces)
}

function isCardShape(pieces: readonly number[]): boolean {
  return isDigitByDigit(pieces) || (pieces.length <= 6 && pieces.slice(0, -1).every((length) => length >= 3))
}

function isDigitByDigit(pieces: readonly number[]): boolean {
  return pieces.every((length) => length === 1)
}

function isTwoLines(gaps: readonly string[]): boolean {
  return gaps.length === 1 && gaps.some((gap) => gap.includes('\n'))
}

/** Before a number of its own, or the + before a number that has its country code in it. */
const countryCode = /(?:\+|(?<![\dA-Za-z])(?:\+86|0086|86)[ -]{1,2})$/

function startOfPhone(plain: string, window: Window): number | null {
  const { start, digits } = window
  const prefix = mobilePrefix(digits)
  if (prefix !== null) {
    const isWhole = !window.gaps.some((gap) => gap.includes(')')) && isMobileShape(withoutFirst(window, prefix))
    if (!isWhole) return null
    return start - (countryCode.exec(plain.slice(Math.max(0, start - 8), start))?.[0].length ?? 0)
  }
  const area = areaCode(digits)
  if (area === null || !isLandLineShape(withoutFirst(window, area))) return null
  const isBracketed = window.gaps[0]?.startsWith(')') === true
  if (!isBracketed) return window.gaps.some((gap) => gap.includes(')')) ? null : start
  return plain.charAt(start - 1) === '(' ? start - 1 : start
}

/** The pieces that are left when so many digits are taken from the front. */
function withoutFirst({ pieces, gaps }: Window, count: number): Pick<Window, 'pieces' | 'gaps'> {
  const [first = 0, ...rest] = pieces
  if (count === 0) return { pieces, gaps }
  return first > count ? { pieces: [first - count, ...rest], gaps } : { pieces: rest, gaps: gaps.slice(1) }
}

function isMobileShape({ pieces, gaps }: Pick<Window, 'pieces' | 'gaps'>): boolean {
  const usual = /^(?:11|3,4,4|4,3,4|3,3,5|3,8|7,4|5,6|4,7)$/
  return usual.test(pieces.join()) || isTwoLines(gaps) || isDigitByDigit(pieces)
}

function isLandLineShape({ pieces, gaps }: Pick<Window, 'pieces' | 'gaps'>): boolean {
  return /^(?:[78]|4,4|3,4|4,3)$/.test(pieces.join()) || isTwoLines(gaps) || isDigitByDigit(pieces)
}
