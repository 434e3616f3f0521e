import { dash, hanNumerals, isRoomNumber, matchAt, measures, numeral } from './door-numerals.ts'
import { climbToDoor } from './door-steps.ts'
import type { Span } from './privacy-reading.ts'

/** Door numbers: what leads to one home, in the many ways to write it. Every number of the text is tried once, from its beginning. */
export function findDoorNumbers(plain: string): readonly Span[] {
  const found: Span[] = []
  let at = 0
  while (at < plain.length) {
    const span = mayBegin(plain, at) ? doorAt(plain, at) : null
    if (span) found.push(span)
    at = span ? span.end : at + 1
  }
  return found
}

/** The 2 of 12号楼 begins nothing, nor does the 号 after it. */
function mayBegin(plain: string, at: number): boolean {
  const [before, first] = [plain.charAt(at - 1), plain.charAt(at)]
  if (/\d/.test(first)) return !/[\dA-Za-z.甲乙丙]/.test(before)
  if (hanNumerals.includes(first)) return before === '' || !hanNumerals.includes(before)
  return /[A-Za-z]/.test(first) ? !/[\dA-Za-z]/.test(before) : /[甲乙丙门]/.test(first)
}

function doorAt(plain: string, at: number): Span | null {
  return (
    plateOnWall(plain, at) ??
    dashed(plain, at) ??
    houseInVillage(plain, at) ??
    roomLivedIn(plain, at) ??
    climbToDoor(plain, at)
  )
}

const plateBefore = new RegExp(`门牌(?:号码?[是为: ]{0,2}${numeral}号?|[是为: ]{0,2}${numeral}号)`, 'y')
const plateAfter = new RegExp(`${numeral}号门牌`, 'y')

/** 门牌45号, 门牌号是127, 45号门牌 */
function plateOnWall(plain: string, at: number): Span | null {
  return spanOf(matchAt(plateBefore, plain, at) ?? matchAt(plateAfter, plain, at))
}

const house = new RegExp(`${numeral} ?组 ?${numeral}号(?![线楼])`, 'y')

/** 石塘村五组12号 */
function houseInVillage(plain: string, at: number): Span | null {
  return /[村队]/.test(plain.charAt(at - 1)) ? spanOf(matchAt(house, plain, at)) : null
}

const threeParts = new RegExp(`\\d{1,3}${dash}\\d{1,2}${dash}(\\d{3,4})(?![\\d\\-.:${measures}])(室?)`, 'y')
const twoParts = new RegExp(`\\d{1,3}${dash}(\\d{3,4})(?![\\d\\-.:${measures}])(室?)`, 'y')

/** 5-2-301, 5-301室, «住在5-301»: a building, a unit, a room. */
function dashed(plain: string, at: number): Span | null {
  if (/[-\u2010-\u2015]/.test(plain.charAt(at - 1))) return null
  const three = matchAt(threeParts, plain, at)
  const match = three ?? matchAt(twoParts, plain, at)
  if (!match) return null
  const [, room = '', word] = match
  const isSure = word === '室' || (three ? !isYear(room) : livesAt(plain, at))
  return isSure && isRoomNumber(room) ? spanOf(match) : null
}

function isYear(number: string): boolean {
  return /^(?:19[5-9]\d|20[1-3]\d)$/.test(number)
}

const room = new RegExp(`\\d{3,4}(?![\\d\\-.:#号室栋幢弄院医路线${measures}])`, 'y')
const services = /^1(?:10|14|19|2[02])$/

/** «老人住302», «楼上502的空调» */
function roomLivedIn(plain: string, at: number): Span | null {
  const isBeside = /(?:楼上|楼下|隔壁|对门|对面)的?$/.test(plain.slice(Math.max(0, at - 3), at))
  if (!isBeside && !livesAt(plain, at)) return null
  const match = matchAt(room, plain, at)
  return match && isRoomNumber(match[0]) && !services.test(match[0]) ? spanOf(match) : null
}

function livesAt(plain: string, at: number): boolean {
  return /(?:住|住在|家在|租在|搬到|搬进|搬去|送到|住址|地址|房号)[:是为 ]{0,2}$/.test(
    plain.slice(Math.max(0, at - 6), at),
  )
}

function spanOf(match: RegExpExecArray | null): Span | null {
  return match && { start: match.index, end: match.index + match[0].length }
}
