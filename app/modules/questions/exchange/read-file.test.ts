import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { docxOf, w } from '#tests/support/docx.ts'
import { unpackLimits } from '~/platform/unpack.server.ts'
import { readQuestions, writeQuestions } from './read-file.server.ts'

const folder = 'tests/fixtures/questions'
const read = (name: string, bytes: Uint8Array) => readQuestions({ name, bytes }, { subject: 'zs' })
const utf8 = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) => read('upload', readFileSync(`${folder}/${name}`))

test('the content says what a file is, whatever it is called', () => {
  expect(fixture('15-moodle.gift').format).toBe('gift')
  expect(fixture('16-moodle.xml').format).toBe('moodle-xml')
  expect(fixture('01-word-paste.txt').format).toBe('text')
  expect(read('a.txt', utf8('题\nA. 甲\nB. 乙\nANSWER: B')).format).toBe('aiken')
  expect(read('a.txt', docxOf({ body: [w.p(w.t('1. 题（A）'))] })).format).toBe('docx')
})

test('a workbook of ours is known', async () => {
  const facts = { subject: 'zs', points: [], difficulty: 3, source: '', laws: [] }
  const body = { kind: 'judgement', stem: '题', options: ['正确', '错误'], key: [0], explanation: '' } as const
  const bytes = await writeQuestions([{ rowKey: '1', question: { body, facts } }], 'xlsx')
  expect(read('x', bytes)).toMatchObject({ format: 'xlsx', items: [{ question: { body } }] })
})

test('braces in Chinese text do not make it GIFT', () => {
  expect(read('a.txt', utf8('1. 集合{1, 2}与{3}（A）\nA. 甲\nB. 乙')).format).toBe('text')
})

test('text from a Chinese Windows is read in its own encoding', () => {
  // «1.题» «A.甲» «B.乙» «答案:A» in GBK
  const bytes = Uint8Array.of(
    0x31,
    0x2e,
    0xcc,
    0xe2,
    0x0a,
    0x41,
    0x2e,
    0xbc,
    0xd7,
    0x0a,
    0x42,
    0x2e,
    0xd2,
    0xd2,
    0x0a,
    0xb4,
    0xf0,
    0xb0,
    0xb8,
    0xa3,
    0xba,
    0x41,
  )
  expect(read('a.txt', bytes).items[0]?.question?.body).toMatchObject({ stem: '题', options: ['甲', '乙'], key: [0] })
})

test.each<[string, Uint8Array, string]>([
  ['a PDF', utf8('%PDF-1.7 …'), 'fileKind'],
  ['a web page', utf8('<!DOCTYPE html><html></html>'), 'fileKind'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'fileKind'],
  ['an old document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'fileOld'],
  ['nothing', new Uint8Array(), 'fileEmpty'],
  ['blank lines', utf8('\n \n'), 'fileEmpty'],
])('%s is refused with what to do', (_name, bytes, code) => {
  expect(read('x', bytes).items).toMatchObject([{ question: null, problems: [{ code, level: 'error' }] }])
})

test('what cannot be unpacked is laid out with the reason: damaged, too large, of an old Office', () => {
  const codeOf = (bytes: Uint8Array) => read('x.docx', bytes).items[0]?.problems[0]?.code
  const whole = docxOf({ body: [w.p(w.t('1. 题（A）'))] })
  for (const length of [60, whole.length - 30, whole.length - 5]) {
    expect(codeOf(whole.slice(0, length)), String(length)).toMatch(/^file(Unreadable|Kind|Empty)$/)
  }
  expect(codeOf(new Uint8Array(unpackLimits.packed + 1))).toBe('fileTooLarge')
  expect(codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('fileOld')
})
