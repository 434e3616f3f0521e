import fc from 'fast-check'

/* Numbers that are right by construction and nobody's: the county part of the ID numbers is given to no county. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))
const padded = (value: number, length: number) => String(value).padStart(length, '0')

export const idNumber = fc
  .tuple(
    fc.constantFrom('11', '31', '33', '44', '51', '62', '65'),
    fc.integer({ min: 1930, max: 2022 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
  )
  .map(([province, year, month, day, serial]) => {
    const body = `${province}0299${year}${padded(month, 2)}${padded(day, 2)}${serial}`
    const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
    return body + '10X98765432'.charAt(sum % 11)
  })

export const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([second, rest]) => `1${second}${rest}`)

/** The 7 keeps a card of 18 digits from having a day of birth, and from being an ID number as well. */
export const bankCard = fc.tuple(fc.constantFrom(16, 17, 18, 19), digits(16)).map(([length, rest]) => {
  const body = `62${rest.slice(0, 4)}7${rest.slice(4)}`.slice(0, length - 1)
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
})

const groupings: Readonly<Record<number, readonly (readonly number[])[]>> = {
  11: [[11], [3, 4, 4], [4, 3, 4], [3, 8], [7, 4]],
  16: [[16], [4, 4, 4, 4]],
  17: [[17], [4, 4, 4, 4, 1]],
  18: [[18], [6, 8, 4], [6, 4, 4, 4], [14, 4]],
  19: [[19], [4, 4, 4, 4, 3], [6, 13]],
}

/** The ways in which people write a number: in groups, full width, in Chinese digits, each digit its own way. */
export function writings(number: string): fc.Arbitrary<string> {
  const grouped = fc
    .tuple(
      fc.constantFrom(...(groupings[number.length] ?? [[number.length]])),
      fc.constantFrom(' ', '-', '.', '\u3000', '—', '\n', '·'),
    )
    .map(([lengths, gap]) => cut(number, lengths).join(gap))
  const looks = fc.constantFrom(
    ...['０１２３４５６７８９', '零一二三四五六七八九', '〇幺二三四五六七八九', '零壹贰叁肆伍陆柒捌玖', '0123456789'],
  )
  const alike = fc
    .tuple(grouped, looks)
    .map(([text, look]) => text.replace(/\d/g, (digit) => look.charAt(Number(digit))))
  const mixed = fc
    .array(looks, { minLength: number.length, maxLength: number.length })
    .map((list) => number.replace(/\d/g, (digit, at: number) => list[at]?.charAt(Number(digit)) ?? digit))
  return fc.oneof(
    grouped,
    alike,
    mixed,
    grouped.map((text) => text.toLowerCase()),
  )
}

function cut(number: string, lengths: readonly number[]): readonly string[] {
  return lengths.map((length, at) => {
    const start = lengths.slice(0, at).reduce((total, one) => total + one, 0)
    return number.slice(start, start + length)
  })
}

/** Words of a diary that hold no digit of any kind, and no end that would belong to a number. */
export const proseWithoutDigits = fc.constantFrom(
  ...[
    '老人说话很慢',
    '我们约好下次再来',
    '楼道里堆着纸箱',
    '社区食堂的饭菜软',
    '她拉着我的手',
    '感谢阿姨送来的热茶',
    '室内很整洁',
    '照顾奶奶的是孙女',
  ],
  ...[
    '号召大家参加',
    '单元门坏了',
    '住院的老伴',
    '路很滑',
    '村里的小店',
    '老师讲得好',
    '回来整理记录',
    '电话没有接',
    '门牌掉了',
    '栋梁之材',
    '小组活动',
  ],
)
