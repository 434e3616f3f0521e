import type { Span } from './privacy-reading.ts'

/** A province, a letter, five characters or the six of a new-energy car: 浙B·12345, 沪AD12345, 粤B1234学. */
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-Z][ ·.•-]{0,2}(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[学警港澳挂])(?![A-Za-z0-9])/gi

export function findPlates(plain: string): readonly Span[] {
  return [...plain.matchAll(plate)]
    .filter(([text]) => (text.match(/\d/g) ?? []).length >= 2)
    .map(({ index, 0: text }) => ({ start: index, end: index + text.length }))
}
