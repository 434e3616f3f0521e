import { isDay } from '~/platform/calendar.ts'

/* What a row of digits is, by the rules that whoever issues it goes by. */

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** GB 11643: a province, a day of birth, and a check digit that may be X. */
export function isIdNumber(digits: string): boolean {
  if (!/^\d{17}[\dX]$/.test(digits) || !provinces.test(digits) || !/^(?:19|20)/.test(digits.slice(6))) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return isBirthday(digits.slice(6, 14)) && checkDigits[sum % 11] === digits[17]
}

/** The numbers given before 1999: two digits of the year and no check digit. */
export function isOldIdNumber(digits: string): boolean {
  return /^\d{15}$/.test(digits) && provinces.test(digits) && isBirthday(`19${digits.slice(6, 12)}`)
}

function isBirthday(eight: string): boolean {
  return isDay(`${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6)}`)
}

/** By length: 银联 and the issuers that are older than it. */
const issuers: Readonly<Record<number, RegExp>> = {
  16: /^(?:62|60|6[89]|4|5[1-5]|35|955[89])/,
  17: /^(?:62|6[89])/,
  18: /^(?:62|60|6[89]|955[89])/,
  19: /^(?:62|60|6[89]|955[89]|4367|4563)/,
}

export function isBankCard(digits: string): boolean {
  return issuers[digits.length]?.test(digits) === true && isLuhn(digits)
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** How long the prefix of a mobile number is, country code or the 0 of old days; null when it is none. */
export function mobilePrefix(digits: string): number | null {
  const match = /^(0086|86|0|)1[3-9]\d{9}$/.exec(digits)
  return match ? (match[1] ?? '').length : null
}

const areas = new RegExp(
  `^0(?:10|2[0-57-9]|${[
    '31\\d|335|349|35\\d|37\\d|39[1-68]',
    '41[1-9]|42[179]|43\\d|45\\d|46[4789]|47\\d|48[23]',
    '51\\d|52[37]|53\\d|54[36]|55\\d|56[1-6]|57\\d|580|59\\d',
    '63[1-5]|66[0238]|69[12]|701|71\\d|72[248]|73\\d|74[3-6]|75\\d|76[0-9]|77\\d|79\\d',
    '81[2-8]|82[5-7]|83\\d|85\\d|87\\d|88[3678]|89[1-8]',
    '90[1-35689]|91\\d|93\\d|94[13]|95[1-5]|97\\d|99\\d',
  ].join('|')})`,
)

/** How long the area code of a land line is; null when it is none. Service numbers such as 12345 begin with a 1. */
export function areaCode(digits: string): number | null {
  const length = areas.exec(digits)?.[0].length
  if (length === undefined) return null
  const local = digits.slice(length)
  const isLocal = length === 3 ? /^[2-9]\d{7}$/ : /^[2-9]\d{6,7}$/
  return isLocal.test(local) ? length : null
}
