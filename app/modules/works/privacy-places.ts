import type { Span } from './privacy-reading.ts'

/*
 * Door numbers: what leads to one home. A text is read level by level, 栋 then 单元 then 楼 then 室, and what was read counts
 * when it leads far enough: a building alone houses dozens of people, a room does not.
 */
type Level = 'lane' | 'building' | 'unit' | 'floor' | 'room'
type Step = Span & { readonly level: Level; readonly number: string; readonly word: string }

const depth: Readonly<Record<Level, number>> = { lane: 0, building: 1, unit: 2, floor: 3, room: 4 }
const han = '〇零一二三四五六七八九十百廿'
const numeral = `(?:[甲乙丙]?[A-Za-z]?\\d{1,4}|[A-Za-z](?=[座栋幢])|[${han}]{1,5})`
const stepPattern = new RegExp(
  `(${numeral}) {0,2}(号楼|#楼|号院|单元|号房间|号房|房间|室|栋楼?|幢楼?|座|弄|楼|层|门(?= ?[\\d${han}])|房|号|#)`,
  'y',
)
const sidePattern = /[东西南北中左右][边侧首手间]?[户室]/y
const between = /[ ,，、\-\u2010-\u2015·]{0,2}/y
const measure = '户人个位家名平米%元天次年月日级台盏辆只株件套多余来几万亿度斤升本份页条项分秒时步'
const bareRoom = new RegExp(
  `(\\d{3,4}(?![\\d.:\\-${measure}])|[${han.slice(0, 11)}]{3,4}(?![${han}${measure}]))室?`,
  'y',
)

export function findDoorNumbers(plain: string): readonly Span[] {
  const found: Span[] = []
  let at = 0
  while (at < plain.length) {
    const span = isStart(plain, at) ? doorAt(plain, at) : null
    if (span) found.push(span)
    at = span ? span.end : at + 1
  }
  return found
}

/** Numbers are read from their beginning: the 2 of 12号楼 begins nothing. */
function isStart(plain: string, at: number): boolean {
  const [before, first] = [plain.charAt(at - 1), plain.charAt(at)]
  if (isDigit(first)) return !/[\dA-Za-z.甲乙丙]/.test(before) || /^[甲乙丙]?$/.test(before)
  if (han.includes(first)) return !han.includes(before) || before === ''
  return /[A-Za-z]/.test(first) ? !/[\dA-Za-z]/.test(before) : /[甲乙丙门]/.test(first)
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

function doorAt(plain: string, at: number): Span | null {
  return plateOnTheWall(plain, at) ?? dashed(plain, at) ?? houseInVillage(plain, at) ?? ladder(plain, at)
}

function matchAt(pattern: RegExp, plain: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(plain)
}

const plateBefore = new RegExp(`门牌(?:号码?[是为: ]{0,2}${numeral}号?|[是为: ]{0,2}${numeral}号)`, 'y')
const plateAfter = new RegExp(`${numeral}号门牌`, 'y')

/** 门牌45号, 门牌号是127, 45号门牌 */
function plateOnTheWall(plain: string, at: number): Span | null {
  const match = matchAt(plateBefore, plain, at) ?? matchAt(plateAfter, plain, at)
  return match ? { start: at, end: at + match[0].length } : null
}

const dash = '[\\-\\u2010-\\u2015]'
const threeParts = new RegExp(`\\d{1,3}${dash}\\d{1,2}${dash}(\\d{3,4})(?![\\d\\-.:${measure}])(室?)`, 'y')
const twoParts = new RegExp(`\\d{1,3}${dash}(\\d{3,4})(?![\\d\\-.:${measure}])(室?)`, 'y')
const livesAt = /(?:住|住在|家在|租在|搬到|搬进|搬去|送到|住址|地址|房号)[:是为 ]{0,2}$/

/** 5-2-301, 5-301室, «住在5-301»: a building, a unit, a room. */
function dashed(plain: string, at: number): Span | null {
  if (/[-\u2010-\u2015]/.test(plain.charAt(at - 1))) return null
  const three = matchAt(threeParts, plain, at)
  const two = three ? null : matchAt(twoParts, plain, at)
  const match = three ?? two
  if (!match) return null
  const [whole, room = '', word] = match
  if (two && word === '' && !livesAt.test(plain.slice(Math.max(0, at - 6), at))) return null
  return isRoomNumber(room) && !(word === '' && isYear(room)) ? { start: at, end: at + whole.length } : null
}

/** A floor and a door on it: 402, 1204, 一二〇三; not 400, not 0302. */
function isRoomNumber(number: string): boolean {
  const digits = [...number].map((one) => (han.includes(one) ? '00123456789'.charAt(han.indexOf(one)) : one)).join('')
  return /^[1-9]\d{0,1}(?:0[1-9]|[1-5]\d)$/.test(digits)
}

function isYear(number: string): boolean {
  return /^(?:19[5-9]\d|20[1-3]\d)$/.test(number)
}

const group = new RegExp(`${numeral} ?组 ?(?:${numeral})号(?![线楼])`, 'y')

/** 石塘村五组12号 */
function houseInVillage(plain: string, at: number): Span | null {
  if (!/[村队]$/.test(plain.slice(Math.max(0, at - 1), at))) return null
  const match = matchAt(group, plain, at)
  return match ? { start: at, end: at + match[0].length } : null
}

function ladder(plain: string, at: number): Span | null {
  const steps = stepsFrom(plain, at)
  const isInStreet = inStreet(plain, at)
  for (let count = steps.length; count > 0; count -= 1) {
    const last = steps[count - 1]
    if (last && leadsToADoor(plain, steps.slice(0, count), isInStreet)) return { start: at, end: last.end }
  }
  return null
}

function stepsFrom(plain: string, start: number): readonly Step[] {
  const steps: Step[] = []
  let at = start
  while (steps.length < 5) {
    const before = steps.at(-1)
    if (before) at += matchAt(between, plain, at)?.[0].length ?? 0
    const step = numberedStep(plain, at, before) ?? (before ? endStep(plain, at, before) : null)
    if (!step || (before && depth[step.level] <= depth[before.level])) break
    steps.push(step)
    at = step.end
  }
  return steps
}

function numberedStep(plain: string, at: number, before: Step | undefined): Step | null {
  const match = matchAt(stepPattern, plain, at)
  if (!match) return null
  const [whole, number = '', word = ''] = match
  const end = at + whole.length
  return { start: at, end, number, word, level: levelOf(plain, word, end, before) }
}

const unitNext = new RegExp(`[ ,，-]{0,2}${numeral}单元`, 'y')

function levelOf(plain: string, word: string, end: number, before: Step | undefined): Level {
  if (word === '弄' || word === '号院') return 'lane'
  if (word === '单元' || word === '门') return 'unit'
  // Some call the building a 楼: «5楼2单元».
  if (word === '楼') return matchAt(unitNext, plain, end) ? 'building' : 'floor'
  if (word === '层') return 'floor'
  if (word === '号') return before && before.level !== 'lane' ? 'room' : 'building'
  return /室|房/.test(word) ? 'room' : 'building'
}

/** What ends without a level's word: «3栋2单元401», «五楼西户». */
function endStep(plain: string, at: number, before: Step): Step | null {
  const side = matchAt(sidePattern, plain, at)
  if (side) return { start: at, end: at + side[0].length, number: '', word: 'side', level: 'room' }
  const bare = matchAt(bareRoom, plain, at)
  const number = bare?.[1] ?? ''
  if (!bare || !isRoomNumber(number) || (before.word === '号' && before.level === 'building')) return null
  return { start: at, end: at + bare[0].length, number, word: 'bare', level: 'room' }
}

const notRooms = /^(?:[源价产东子型屋贷租车]|[一二两三]厅)/
const dates =
  /^(?:[上下中]午|早|晚|凌晨|当天|那天|以前|之前|以后|之后|开始|[线楼院站井桥车队]|公交|选手|摊|桌|门(?!口)|开[会始])/

function leadsToADoor(plain: string, steps: readonly Step[], isInStreet: boolean): boolean {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return false
  const rest = plain.slice(last.end, last.end + 3)
  const isDate = first.word === '号' && plain.charAt(first.start - 1) === '月'
  if (isDate) return false
  if (last.level === 'room') return isRoomAfter(steps, last, rest)
  if (steps.length === 1) return isInStreet && first.word === '号' && !dates.test(rest)
  const words = new Set(steps.map(({ word }) => word))
  if (words.has('弄')) return last.word === '号' || last.level === 'unit' || last.level === 'floor'
  const building = steps.find(({ level }) => level === 'building')
  if (building?.word === '号' && !isInStreet) return false
  if (steps.some(({ level }) => level === 'unit'))
    return last.word !== '门' && (building !== undefined || steps.length > 1)
  // «一栋三层的小楼» counts storeys, «5号楼十二层» names one.
  return building !== undefined && last.level === 'floor' && (last.word === '楼' || /楼/.test(building.word))
}

function isRoomAfter(steps: readonly Step[], room: Step, rest: string): boolean {
  if (notRooms.test(rest) && /[室房]$/.test(room.word)) return false
  const before = steps.at(-2)
  if (!before) return room.word !== '号' && isRoomNumber(room.number)
  if (room.word === '号') return before.level === 'unit' || (isRoomNumber(room.number) && !dates.test(rest))
  if (room.word === 'bare' && before.level === 'floor') return floorsAgree(before.number, room.number)
  return true
}

/** «六楼602» is a door, «三楼120» is not. */
function floorsAgree(floor: string, room: string): boolean {
  const number = /^\d{1,4}$/.test(floor) ? Number(floor) : hanNumber(floor)
  return String(number) === room.slice(0, -2) || hanNumber(room.slice(0, -2)) === number
}

/** 六, 十二, 二十三 */
function hanNumber(number: string): number {
  const [tens, ones] = number.includes('十') ? number.split('十') : ['零', number]
  const value = (one: string | undefined, none: number) => (one ? Math.max(0, han.indexOf(one) - 1) : none)
  return value(tens, 1) * 10 + value(ones, 0)
}

function inStreet(plain: string, at: number): boolean {
  return /(?:(?<![公马道走上一半小的\s])路|大道|(?<!步行|[上的\s])街|(?<![的\s])巷|(?<![农的\s])村|胡同|坊|里弄|墙门)$/.test(
    plain.slice(Math.max(0, at - 3), at),
  )
}
