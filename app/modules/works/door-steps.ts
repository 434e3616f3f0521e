import { hanNumerals, isOnFloor, isRoomNumber, matchAt, measures, numeral } from './door-numerals.ts'
import type { Span } from './privacy-reading.ts'

/*
 * An address inside a building is a ladder, 栋 then 单元 then 楼 then 室. What was climbed counts when it leads to a door: a
 * building alone houses dozens of people, a room does not.
 */
type Level = 'lane' | 'building' | 'unit' | 'floor' | 'room'
type Step = Span & { readonly level: Level; readonly number: string; readonly word: string }

const depth: Readonly<Record<Level, number>> = { lane: 0, building: 1, unit: 2, floor: 3, room: 4 }
const stepPattern = new RegExp(
  `(${numeral}) {0,2}(号楼|#楼|号院|单元|号房间|号房|房间|室|栋楼?|幢楼?|座|弄|楼|层|门(?= ?[\\d${hanNumerals}])|房|号|#)`,
  'y',
)
const sidePattern = /[东西南北中左右][边侧首手间]?[户室]/y
const between = /[ ,，、\-\u2010-\u2015·]{0,2}/y
const hanDigits = hanNumerals.slice(0, 11)
const bareRoom = new RegExp(
  `(\\d{3,4}(?![\\d.:\\-${measures}])|[${hanDigits}]{3,4}(?![${hanNumerals}${measures}]))`,
  'y',
)

export function climbToDoor(plain: string, at: number): Span | null {
  const steps = stepsFrom(plain, at)
  const isInStreet = steps.length > 0 && streetBefore(plain, at)
  for (let count = steps.length; count > 0; count -= 1) {
    const last = steps[count - 1]
    if (last && leadsToDoor(plain, steps.slice(0, count), isInStreet)) return { start: at, end: last.end }
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

/** What ends without the word of its level: «3栋2单元401», «五楼西户». */
function endStep(plain: string, at: number, before: Step): Step | null {
  const side = matchAt(sidePattern, plain, at)
  if (side) return { start: at, end: at + side[0].length, number: '', word: 'side', level: 'room' }
  const bare = matchAt(bareRoom, plain, at)
  const number = bare?.[1] ?? ''
  if (!bare || !isRoomNumber(number) || (before.word === '号' && before.level === 'building')) return null
  return { start: at, end: at + bare[0].length, number, word: 'bare', level: 'room' }
}

const notRooms = /^(?:[源价产东子型屋贷租车]|[一二两三]厅)/
const afterDates =
  /^(?:[上下中]午|早|晚|凌晨|当天|那天|以前|之前|以后|之后|开始|[线楼院站井桥车队]|公交|选手|摊|桌|门(?!口)|开[会始])/
const endsAddress = /^(?:$|[\s\p{P}]|[的住家那])/u

function leadsToDoor(plain: string, steps: readonly Step[], isInStreet: boolean): boolean {
  const [first, last] = [steps[0], steps.at(-1)]
  // «11月15号3楼» is a day and a floor.
  if (!first || !last || (first.word === '号' && plain.charAt(first.start - 1) === '月')) return false
  const rest = plain.slice(last.end, last.end + 3)
  if (last.level === 'room') return isRoomAfter(steps.at(-2), last, rest)
  if (steps.length === 1) return isInStreet && first.word === '号' && !afterDates.test(rest)
  if (first.word === '弄') return last.word === '号' || last.level === 'unit' || last.level === 'floor'
  const building = steps.find(({ level }) => level === 'building')
  if (building?.word === '号' && !isInStreet) return false
  if (last.level === 'unit') return last.word === '单元' && building !== undefined
  if (last.level !== 'floor') return false
  // «一栋三层的小楼» counts storeys, «5号楼十二层» names one.
  const isNamed = last.word === '楼' || building?.word.endsWith('楼')
  return steps.some(({ level }) => level === 'unit') || (building !== undefined && isNamed === true)
}

function isRoomAfter(before: Step | undefined, room: Step, rest: string): boolean {
  if (/[室房]$/.test(room.word) && notRooms.test(rest)) return false
  if (!before) return room.word !== '号' && isRoomNumber(room.number)
  if (room.word === 'bare' && before.level === 'floor') return isOnFloor(room.number, before.number)
  if (room.word !== '号' || before.level === 'unit') return true
  return (
    !afterDates.test(rest) && (isRoomNumber(room.number) || (/[栋幢]$/.test(before.word) && endsAddress.test(rest)))
  )
}

function streetBefore(plain: string, at: number): boolean {
  return /(?:(?<![公马道走上一半小的\s])路|大道|(?<!步行|[上的\s])街|(?<![的\s])巷|(?<![农的\s])村|胡同|坊|里弄|墙门)$/.test(
    plain.slice(Math.max(0, at - 3), at),
  )
}
