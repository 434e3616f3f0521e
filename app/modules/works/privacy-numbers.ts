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
type Candidate = Hit & { readonly pieces: readonly number[]; readonly digits: number }

const hanDigits = '〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○幺'
const hanValues = '0123456789012345678901'
/** a land line of a large city without its last digit is none; a card has up to 19 */
const shortest = 10
const longest = 19
const gapPattern = /^(?:[ .\-\u2010-\u2015\u2212_·•)]|\r?\n){1,3}$/

export function findNumbers(plain: string): readonly Hit[] {
  const groups = groupsOf(plain)
  const candidates = groups.flatMap((_, at) => candidatesFrom(plain, groups, at))
  const ordered = candidates.toSorted((a, b) => doubt(a) - doubt(b) || b.digits - a.digits || a.start - b.start)
  const taken = new Uint8Array(plain.length)
  const found = ordered.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
  return found.toSorted((a, b) => a.start - b.start)
}

/** Of numbers that share digits the surer is taken: part of a card is no phone, and two phones in two lines are no card. */
function doubt({ kind, pieces, digits }: Candidate): number {
  if (kind === 'id-number' && digits >= 17) return 0
  if (kind === 'bank-card' && /^(?:4,4,4,4(?:,[1-3])?|6,13)$/.test(pieces.join())) return 0
  return pieces.length === 1 ? 1 : 2
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
    if (digits.length < shortest || (group.isHan && groups[at + 1]?.gap === '')) continue
    const hit = numberIn(plain, { start: opening.start, end: group.end, digits, pieces, gaps })
    if (hit) found.push({ ...hit, pieces: [...pieces], digits: digits.length })
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

function numberIn(plain: string, window: Window): Hit | null {
  const isBracketed = window.gaps.some((gap) => gap.includes(')'))
  return (isBracketed ? null : (idIn(plain, window) ?? cardIn(plain, window))) ?? phoneIn(plain, window)
}

function idIn(plain: string, window: Window): Hit | null {
  const { start, end, digits } = window
  const hit = (to: number): Hit => ({ kind: 'id-number', start, end: to })
  if (digits.length === 17 && isIdNumber(`${digits}X`)) {
    const crossEnd = endOfCross(plain, end)
    return crossEnd !== null && !isInsideCode(lettersBefore(plain, start), '') ? hit(crossEnd) : null
  }
  if (isIdNumber(digits)) {
    return lettersAfter(plain, end) === '' && !isInsideCode(lettersBefore(plain, start), '') ? hit(end) : null
  }
  return isOldIdNumber(digits) && isOldIdShape(window) && standsAlone(plain, window) ? hit(end) : null
}

function cardIn(plain: string, window: Window): Hit | null {
  const { start, end, digits, pieces } = window
  if (!isBankCard(digits) || !isCardShape(pieces) || !standsAlone(plain, window)) return null
  return { kind: 'bank-card', start, end }
}

function phoneIn(plain: string, window: Window): Hit | null {
  const start = startOfPhone(plain, window)
  if (start === null || isOrderNumber(plain, start) || /^[元万亿步%]$/.test(plain.charAt(window.end))) return null
  if (isInsideCode(lettersBefore(plain, start), lettersAfter(plain, window.end))) return null
  return { kind: 'phone', start, end: window.end }
}

function standsAlone(plain: string, { start, end }: Window): boolean {
  return lettersBefore(plain, start) + lettersAfter(plain, end) === ''
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
    if (!isMobileShape(withoutFirst(window, prefix))) return null
    if (window.gaps.some((gap) => gap.includes(')'))) {
      return window.gaps[0]?.startsWith(')') && plain.charAt(start - 1) === '(' ? start - 1 : null
    }
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
  // Figures in a row stand apart by blanks; who cuts a number small by dashes means one.
  const isCutSmall = pieces[0] === 3 && pieces.every((length) => length >= 2) && !gaps.some((gap) => /\s/.test(gap))
  return usual.test(pieces.join()) || isCutSmall || isTwoLines(gaps) || isDigitByDigit(pieces)
}

function isLandLineShape({ pieces, gaps }: Pick<Window, 'pieces' | 'gaps'>): boolean {
  return /^(?:[78]|4,4|3,4|4,3)$/.test(pieces.join()) || isTwoLines(gaps) || isDigitByDigit(pieces)
}
