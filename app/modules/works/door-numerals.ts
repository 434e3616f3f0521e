/* How doors are counted: digits, Chinese numerals, a letter before 座, and what of them is a room. */

export const hanNumerals = '〇零一二三四五六七八九十百廿'
export const numeral = `(?:[甲乙丙]?[A-Za-z]?\\d{1,4}|[A-Za-z](?=[座栋幢单室])|[${hanNumerals}]{1,5})`
export const dash = '[\\-\\u2010-\\u2015]'

/** What comes after a number that counts, and after a door never. */
export const measures = '户人个位家名平米%元天次年月日级台盏辆只株件套多余来几万亿度斤升本份页条项分秒时步'

/** A floor and a door on it: 402, 1204, 一二〇三; not 400, not 0302. */
export function isRoomNumber(number: string): boolean {
  const digits = [...number].map((one) => '00123456789'.charAt(hanNumerals.indexOf(one)) || one).join('')
  return /^[1-9]\d{0,1}(?:0[1-9]|[1-5]\d)$/.test(digits)
}

/** «六楼602» is a door, «三楼120» is not. */
export function isOnFloor(room: string, floor: string): boolean {
  return countOf(room.slice(0, -2)) === countOf(floor)
}

/** 6, 六, 十二, 二十三 */
function countOf(number: string): number {
  if (/^\d/.test(number)) return Number(number)
  const [tens, ones] = number.includes('十') ? number.split('十') : ['零', number]
  const value = (one: string | undefined, none: number) => (one ? Math.max(0, hanNumerals.indexOf(one) - 1) : none)
  return value(tens, 1) * 10 + value(ones, 0)
}

export function matchAt(pattern: RegExp, plain: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(plain)
}
