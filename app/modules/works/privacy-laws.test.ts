import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { readDiarySample } from '#tests/support/diary-sample.ts'
import { bankCard, idNumber, mobile, proseWithoutDigits, writings } from '#tests/support/invented-numbers.ts'
import { type Finding, isBlocking, replaceFinding, scanText } from './privacy-scan.ts'

const ownNames = ['楼桂芳', '屠阿四', '阿依古丽·吐尔逊', 'Anna']
const sample = (['tuned', 'held-out'] as const).flatMap((part) =>
  [...readDiarySample(`${part}-found`), ...readDiarySample(`${part}-clean`)].map(({ text }) => text),
)

/** What stands in diaries, one beside the other as nobody would write it. */
const fragment = fc.oneof(
  proseWithoutDigits,
  fc.oneof(idNumber, mobile, bankCard).chain(writings),
  fc.constantFrom(
    '3栋2单元401',
    '5-2-301室',
    '六楼602',
    '门牌45号',
    '解放路18号',
    '石塘村五组12号',
    '住302',
    '楼上502',
    '1幢1号',
  ),
  fc.constantFrom('浙B·7K2M5', '沪AD61283', 'a.b@example.com', '13800001111@example.com', '（0574）87654321'),
  fc.constantFrom(
    '王阿姨',
    '老李',
    '小周',
    '欧阳女士',
    '化名',
    '（化名）',
    '楼桂芳',
    '屠 阿 四',
    'Anna',
    '照顾奶奶',
    '楼',
    '周',
  ),
  fc.constantFrom(
    ' ',
    '\n',
    '-',
    '.',
    '，',
    '—',
    '#',
    '号',
    '室',
    '栋',
    '单元',
    '层',
    '1',
    '三',
    '一',
    'x',
    'X',
    'A',
    '@',
    '+86',
  ),
  fc.constantFrom(
    '服-017',
    '\u200B',
    '🙂',
    '𝟙𝟛',
    '１',
    '\r\n',
    '\uFE0F',
    '住',
    '路',
    '村',
    '组',
    '月',
    '老',
    '小',
    '阿姨',
  ),
  fc.string({ maxLength: 4 }),
)
const diary = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(''))

function replaceAll(text: string, findings: readonly Finding[]): string {
  return findings.toReversed().reduce((left, finding) => replaceFinding(left, finding, '服-017'), text)
}

test('every finding points at what it found; they are in order and never overlap', () => {
  fc.assert(
    fc.property(diary, (text) => {
      let end = 0
      for (const finding of scanText(text, ownNames)) {
        expect(text.slice(finding.start, finding.end)).toBe(finding.text)
        expect(finding.start).toBeGreaterThanOrEqual(end)
        expect(finding.end).toBeGreaterThan(finding.start)
        expect(finding.blocks).toBe(isBlocking(finding.kind))
        end = finding.end
      }
    }),
    { numRuns: 400 },
  )
})

test('a text scanned twice says the same twice', () => {
  fc.assert(
    fc.property(diary, (text) => {
      expect(scanText(text, ownNames)).toEqual(scanText(text, ownNames))
    }),
  )
})

test('where every finding was replaced by a code there is nothing left to find', () => {
  fc.assert(
    fc.property(diary, (text) => {
      expect(scanText(replaceAll(text, scanText(text, ownNames)), ownNames)).toEqual([])
    }),
    { numRuns: 1000 },
  )
  for (const text of sample) expect(scanText(replaceAll(text, scanText(text, ownNames)), ownNames), text).toEqual([])
})

test('one tap replaces one finding and leaves the others as they are', () => {
  const text = '王阿姨住3栋2单元401，电话13800001111。'
  const [name, door] = scanText(text, [])

  expect(door && replaceFinding(text, door, '服-017')).toBe('王阿姨住服-017，电话13800001111。')
  expect(name && replaceFinding(text, name, '服-018')).toBe('服-018住3栋2单元401，电话13800001111。')
})

test('what stands right after a replaced finding is no part of its code', () => {
  const text = '王阿姨0六２３４６７９５３７５３２５０７０８'
  expect(scanText(replaceAll(text, scanText(text, [])), [])).toEqual([])
})

test('prose without digits holds no number', () => {
  fc.assert(
    fc.property(fc.array(proseWithoutDigits, { maxLength: 20 }), (parts) => {
      const found = scanText(parts.join(''), []).filter(({ kind }) => kind !== 'titled-name')
      expect(found).toEqual([])
    }),
  )
})

test.each([
  ['id-number', idNumber],
  ['phone', mobile],
  ['bank-card', bankCard],
] as const)('%s: found whole, however it is written', (kind, number) => {
  fc.assert(
    fc.property(number.chain(writings), proseWithoutDigits, proseWithoutDigits, (written, before, after) => {
      const text = `${before}：${written}，${after}`
      const start = before.length + 1
      expect(scanText(text, []).filter((one) => one.kind === kind)).toEqual([
        { kind, start, end: start + written.length, text: written, blocks: true },
      ])
    }),
    { numRuns: 400 },
  )
})

test('an ID number with a wrong check digit is none', () => {
  fc.assert(
    fc.property(idNumber, fc.integer({ min: 1, max: 9 }), (number, shift) => {
      const last = number.endsWith('X') ? 0 : Number(number.at(-1))
      const wrong = `${number.slice(0, -1)}${(last + shift) % 10}`
      expect(scanText(`证件号${wrong}。`, []).filter(({ kind }) => kind === 'id-number')).toEqual([])
    }),
  )
})

const exec = RegExp.prototype.exec
afterEach(() => {
  RegExp.prototype.exec = exec
})

/** Runs a scan and tells what patterns were tried, and over how many characters together. */
function triedBy(text: string) {
  const patterns = new Set<string>()
  let work = 0
  RegExp.prototype.exec = function (subject) {
    const from = this.global ? this.lastIndex : 0
    const match = exec.call(this, subject)
    patterns.add(this.source)
    // A sticky pattern looks at one place; one that runs through the text goes on where it stopped.
    if (this.sticky) work += 1
    else work += 1 + (this.global && match ? match.index + match[0].length : subject.length) - from
    return match
  }
  scanText(text, ownNames)
  RegExp.prototype.exec = exec
  return { patterns, work }
}

/** A quantifier without an upper bound, outside classes and escapes. */
function isUnbounded(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''))
}

const hostile = [
  ...[
    '1',
    '13',
    '1 ',
    '1-',
    '138 ',
    '一',
    '一 ',
    '6',
    '62 ',
    '0574-',
    '(0574)',
    '\n1',
    '1\n',
    '3栋',
    '3栋2单元',
    '3-2-',
    '1-1-101-',
  ],
  ...[
    'a',
    'a@',
    '@',
    'a.',
    'a@a.',
    '浙A',
    '浙A1',
    '老',
    '老王',
    '王',
    '王阿姨',
    '化名',
    '王阿姨（化名）',
    '楼',
    '楼桂',
    '门牌',
    '服-0',
  ],
  ...[
    '路1号',
    '村一组',
    '住1',
    '甲',
    '\u200B',
    '🙂',
    '𝟙',
    'X',
    '11010019',
    '住302',
    '1.',
    '+86 ',
    '0086',
    '小',
    ' ',
    '-',
    '、',
  ],
]

test('patterns have bounds, so that no text can make one of them wander', () => {
  const patterns = new Set(
    [...hostile.map((one) => one.repeat(40)), ...sample].flatMap((text) => [...triedBy(text).patterns]),
  )

  expect(patterns.size).toBeGreaterThan(30)
  expect([...patterns].filter(isUnbounded)).toEqual([])
  expect(['(a+)+', 'a{2,}', '.*x'].map(isUnbounded)).toEqual([true, true, true])
})

/** Characters looked at for each that was written: two dozen patterns, each over a few characters before and after. */
const bound = 600

test.each(hostile)('%j over and over: no more work for a character than elsewhere', (one) => {
  const text = one.repeat(6_000 / one.length)
  expect(triedBy(text).work / text.length).toBeLessThanOrEqual(bound)
})

test('the longest work that can be written is no harder', () => {
  const text = hostile
    .map((one) => one.repeat(400 / one.length))
    .join('')
    .slice(0, 20_000)
  expect(triedBy(text).work / text.length).toBeLessThanOrEqual(bound)
})
