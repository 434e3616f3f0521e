import { expect, test } from 'vitest'
import { findMailAddresses } from './privacy-mail.ts'
import { findPlates } from './privacy-plates.ts'

const plates = (text: string) => findPlates(text).map(({ start, end }) => text.slice(start, end))
const mail = (text: string) => findMailAddresses(text).map(({ start, end }) => text.slice(start, end))

test.each(['浙B·12345', '浙B12345', '沪AD61283', '苏E·F80217', '浙 B 2L7P6', '粤b·t1234', '皖S-90T63', '浙B1234学'])(
  '%s is a plate',
  (plate) => {
    expect(plates(`车牌${plate}。`)).toEqual([plate])
  },
)

test.each(['京东A12345号', '浙江A1234', '京剧B12', '浙BABCDE', '浙I12345', '浙B1234567', '新A4纸'])(
  '%s is none',
  (text) => {
    expect(plates(text)).toEqual([])
  },
)

test.each(['lin@example.com', 'a.b-c+d@mail.example.cn', 'hy_2026@zyz.example.net'])('%s is an address', (address) => {
  expect(mail(`发到${address}，谢谢。`)).toEqual([address])
})

test.each(['@所有人', '@大家 明天见', 'a@b', '微信号@1.2', '价格@3.50元', 'x@.com'])('%s is none', (text) => {
  expect(mail(text)).toEqual([])
})
