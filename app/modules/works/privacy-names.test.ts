import { expect, test } from 'vitest'
import { findOwnNames, findTitledNames } from './privacy-names.ts'

const titled = (text: string) => findTitledNames(text).map(({ start, end }) => text.slice(start, end))
const own = (text: string, ...names: readonly string[]) =>
  findOwnNames(text, names).map(({ start, end }) => text.slice(start, end))

test.each([
  ...[
    '王阿姨',
    '李大爷',
    '张先生',
    '高先生',
    '欧阳女士',
    '司马老师',
    '赵姨',
    '刘姐',
    '沈老伯',
    '唐老太太',
    '黄医生',
    '许书记',
  ],
  ...['老王', '小周', '老王头', '小陈老师', '老李师傅', '顾奶奶', '谢阿姨', '于老师'],
])('%s is a way to call somebody', (name) => {
  expect(titled(`今天，${name}来了`)).toEqual([name])
})

test.each([
  ...[
    '老师说',
    '阿姨们',
    '那位奶奶',
    '照顾奶奶',
    '感谢阿姨',
    '由于阿姨',
    '每周阿姨们',
    '十分钟阿姨才来',
    '提高老师的待遇',
    '任何老师',
  ],
  ...[
    '语文老师',
    '历史老师',
    '课程老师',
    '门卫大爷',
    '外孙女士气高',
    '依赖社工',
    '楼组长',
    '班主任',
    '居民区书记',
    '周姐妹',
  ],
  ...['老毛病', '老黄牛', '养老金', '小程序', '小马扎', '缩小周期', '老人', '小区', '小组', '小时候', '也许阿姨'],
])('in «%s» nobody is called by name', (text) => {
  expect(titled(text)).toEqual([])
})

test('who is said to be an alias is none, there and in the rest of the text', () => {
  expect(titled('王阿姨（化名）来了')).toEqual([])
  expect(titled('王阿姨(化名)来了。王阿姨说好。李阿姨也说好。')).toEqual(['李阿姨'])
  expect(titled('化名：周先生。他失业了。')).toEqual([])
  expect(titled('以下人物均为化名。李大爷和张奶奶去体检。')).toEqual([])
  expect(titled('王阿姨来了，她从来不用化名')).toEqual(['王阿姨'])
})

test('her own list is found wherever a name stands, however it is spaced', () => {
  expect(own('楼桂芳和楼 桂 芳', '楼桂芳')).toEqual(['楼桂芳', '楼 桂 芳'])
  expect(own('阿依古丽吐尔逊，阿依古丽·吐尔逊', '阿依古丽·吐尔逊')).toEqual(['阿依古丽吐尔逊', '阿依古丽·吐尔逊'])
  expect(own('蔡小妹妹来了', '蔡小妹')).toEqual(['蔡小妹'])
})

test('a name in letters is a word of its own, in either case', () => {
  expect(own('anna came, Annabel did not', 'Anna')).toEqual(['anna'])
  expect(own('İİ，anna', 'Anna')).toEqual(['anna'])
})

test('the longer name comes first; one character and nothing at all are no names', () => {
  expect(own('王小明天来', '王小', '王小明')).toEqual(['王小明'])
  expect(own('王来了', '王', '', ' ')).toEqual([])
})
