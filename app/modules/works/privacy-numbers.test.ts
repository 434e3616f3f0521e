import { expect, test } from 'vitest'
import { findNumbers } from './privacy-numbers.ts'

const found = (text: string) => findNumbers(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])
const [id, idWithX, card] = ['330299194903120018', '31029919700101003X', '6217990000000000002'] as const

/** The one last digit that makes the number right. */
function completed(front: string): string {
  const last = [...'0123456789X'].find((one) => findNumbers(front + one).length > 0) ?? '?'
  return front + last
}

test('numbers stand between Chinese words without a blank', () => {
  const number = completed(id.slice(0, -1))
  expect(found(`证件${number}有效，手机13800001111一直没接`)).toEqual([
    ['id-number', number],
    ['phone', '13800001111'],
  ])
})

test.each([
  '138 0000 1111',
  '138-0000-1111',
  '138.0000.1111',
  '138·0000·1111',
  '138—0000—1111',
  '1380000\n1111',
  '138\r\n00001111',
  '138 0000\n1111',
  '1 3 8 0 0 0 0 1 1 1 1',
  '一三八零零零零一一一一',
  '幺三八〇〇〇〇幺幺幺幺',
  '1三8零0零0一1一1',
  '138-00-001-111',
  '(138)00001111',
  '+86 13800001111',
  '+86-138-0000-1111',
  '0086-13800001111',
  '8613800001111',
  '0574-87654321',
  '0574 8765 4321',
  '(0574)87654321',
  '057487654321',
  '零五七四 八七六五四三二一',
])('%j is a phone, all of it', (written) => {
  expect(found(`电话：${written}。`)).toEqual([['phone', written]])
})

test.each([
  '12345',
  '400-820-8820',
  '0574-12345',
  '138****1111',
  '13800001111元',
  '订单号:13800001111',
  'SF1380000111122',
  'A13800001111B',
  '138 45 60 72 88',
  '15 18 22 36 41 9',
  '1380 3200 460',
  '2026-11-23 14:30',
  '20261123143015',
  '138、0000、1111',
  '138\n\n\n\n00001111',
  '一九四九年一九七八年二〇二六年',
])('%j is no phone', (written) => {
  expect(found(`记录，${written}。`)).toEqual([])
})

test('an X may be small, and apart', () => {
  const front = idWithX.slice(0, -1)
  const last = completed(front).slice(-1)
  const withX = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
    .map((serial) => `3102991970010100${serial}X`)
    .find((number) => findNumbers(number).length > 0)
  expect(last).not.toBe('?')
  expect(withX).toBeDefined()
  const digits = withX?.slice(0, -1) ?? ''
  for (const end of ['X', 'x', '×', '-x', '\nX']) {
    expect(found(`证${digits}${end}。`), end).toEqual([['id-number', `${digits}${end}`]])
  }
  expect(found(`证${digits}Xy`)).toEqual([])
})

test('part of a longer number is nothing, and part of a card no phone', () => {
  const number = completed(card.slice(0, -1))
  const grouped = number.replace(/(\d{4})(?=\d)/g, '$1 ')
  expect(found(`卡${grouped}。`)).toEqual([['bank-card', grouped]])
  expect(found(`${number}5`)).toEqual([])
  expect(found('913800001111')).toEqual([])
})

test('two numbers that stand in two lines are two', () => {
  const number = completed(card.slice(0, -1))
  expect(found(`13800001111\n${number}\n0574-87654321`).map(([kind]) => kind)).toEqual(['phone', 'bank-card', 'phone'])
})

test('a card in its usual groups is a card, even where one of them could be a phone', () => {
  expect(found('卡627516 8615338130573')).toEqual([['bank-card', '627516 8615338130573']])
})
