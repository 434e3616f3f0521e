import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { taggedPng, tinyPng } from '#tests/support/pictures.ts'
import { writeMoodleXml } from './moodle-write.ts'
import { readMoodleXml } from './moodle-xml.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const read = (text: string) => readMoodleXml(text, { subject: 'zs' }, sha256)
const sample = read(readFileSync('tests/fixtures/questions/16-moodle.xml', 'utf8'))
const codes = (at: number) => sample[at]?.problems.map(({ code }) => code) ?? []

test('every question of the file comes back, held or named', () => {
  expect(sample.map(({ question, problems }) => question?.body.kind ?? problems[0]?.values?.kind)).toEqual([
    ...['single', 'multiple', 'judgement', 'constructed', 'matching', 'cloze', 'description', 'single'],
  ])
})

test('HTML, CDATA, entities, idnumber and feedback of a single choice', () => {
  const [item] = sample
  const picture = item?.pictures[0]
  expect(item?.rowKey).toBe('SQ-7')
  expect(item?.line).toBe(8)
  expect(item?.question?.body).toEqual({
    kind: 'single',
    stem: `下图中的活动属于\n![居民会议](image:${picture?.sha256})`,
    options: ['政策倡导', '社区动员', '1 < 2 & 3', '以上 <b> 都不是'].map((text) => text),
    key: [1],
    explanation: '居民会议是 直接方法。\nB：对',
  })
  expect(picture).toMatchObject({ mediaType: 'image/png', sha256: picture && sha256(picture.bytes) })
  expect(item?.excerpt).not.toContain('iVBORw0KGgo')
  expect(item?.question?.facts.points).toEqual(['居民参与'])
})

test('tables, hidden questions, weights and hints of a multiple choice', () => {
  expect(sample[1]?.question?.body).toMatchObject({
    stem: '社区资源包括\n| 类 | 例 |\n| 人 | 志愿者 |',
    key: [0, 1, 2],
  })
  expect(codes(1)).toEqual(expect.arrayContaining(['isHidden', 'weightsIgnored', 'optionsIgnored']))
})

test('true and false with line breaks that are meant', () => {
  expect(sample[2]?.question?.body).toMatchObject({
    stem: '居委会是一级政府。\n对吗？',
    key: [1],
    explanation: '它是自治组织。',
  })
})

test('an essay takes its answer points from what markers are told', () => {
  expect(sample[3]?.question?.body).toMatchObject({
    outOf: 20,
    answerPoints: [
      { text: '居民主体', halfPoints: 8 },
      { text: '多元参与', halfPoints: 8 },
      { text: '持续', halfPoints: 4 },
    ],
  })
})

test('a picture from elsewhere is not fetched but said to be missing', () => {
  expect(codes(7)).toContain('pictureMissing')
  expect(sample[7]?.question?.body.stem).toBe('看图〔图：路牌〕回答')
})

test('a file that is not well-formed is refused with its line', () => {
  const [item] = read('<quiz>\n<question type="essay">\n<name>x</quiz>')
  expect(item).toMatchObject({ line: 3, question: null, problems: [{ code: 'syntax', line: 3, level: 'error' }] })
})

test('an entity of the file’s own making is refused, not expanded', () => {
  const bomb =
    '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]><quiz><question type="essay"><questiontext><text>&f;</text></questiontext></question></quiz>'
  expect(read(bomb)[0]?.problems[0]).toMatchObject({ code: 'syntax' })
})

test('what was written into a picture stays outside', () => {
  const tagged = Buffer.from(taggedPng('place')).toString('base64')
  const file = readFileSync('tests/fixtures/questions/16-moodle.xml', 'utf8')
  const [item] = read(file.replace(/(encoding="base64">)iVBOR[^<]*/, `$1${tagged}`))
  expect(item?.pictures).toEqual([{ sha256: sha256(tinyPng), mediaType: 'image/png', bytes: tinyPng }])
})

test('pictures go out as files beside their text and come back the same', () => {
  const [item] = sample
  const picture = item?.pictures[0]
  if (!item?.question || !picture) throw new Error('the sample has a picture')
  const xml = writeMoodleXml([{ rowKey: 'SQ-7', question: item.question }], new Map([[picture.sha256, picture]]))
  const [again] = read(xml)
  expect(again?.question).toEqual(item.question)
  expect(again?.pictures).toEqual(item.pictures)
})
