import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Run, runsBetween, shareKept, tokensOf } from './text-runs.ts'

const signs = { same: '', removed: '-', added: '+' } as const
const shown = (before: string, after: string) =>
  runsBetween(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${signs[kind]}${text}]`))
    .join('')

test.each([
  ['a character more', '楼道的灯坏了', '楼道的灯又坏了', '楼道的灯[+又]坏了'],
  ['a word replaced', '老人说灯坏了', '长者说灯坏了', '[-老人][+长者]说灯坏了'],
  ['something cut', '我当天就报给了社区', '我报给了社区', '我[-当天就]报给了社区'],
  ['a number is one word', '走访了 12 户', '走访了 125 户', '走访了 [-12][+125] 户'],
  ['a decimal too', '补课 3.5 学时', '补课 3.8 学时', '补课 [-3.5][+3.8] 学时'],
  ['Latin letters by word', 'the lamp is broken', 'the lamps are broken', 'the [-lamp is][+lamps are] broken'],
  ['a family is one character', '她家👨‍👩‍👧很好', '她家👨‍👩‍👦很好', '她家[-👨‍👩‍👧][+👨‍👩‍👦]很好'],
  ['nothing', '灯坏了', '灯坏了', '灯坏了'],
  ['all of it', '灯', '雨', '[-灯][+雨]'],
])('%s', (_case, before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

test('a character that both have by accident does not tear a replacement apart', () => {
  expect(shown('我们去了社区', '他们到了小区')).toBe('[-我们去了社][+他们到了小]区')
})

test('words put in on both sides of a character leave it standing', () => {
  expect(shown('家', '我的家很远')).toBe('[+我的]家[+很远]')
})

test.each([
  ['nothing kept', '灯坏了', '下雨天', 0],
  ['all kept', '灯坏了', '灯坏了', 1],
  ['written on: all of it stands', '灯坏了', '灯坏了，没有人修，我当天报给了社区', 1],
  ['cut: all that is left stood before', '灯坏了，没有人修，我当天报给了社区', '灯坏了', 1],
  ['half', '楼道灯坏了好久了', '楼道灯坏人人有责', 0.5],
  ['both empty', '', '', 1],
])('the share kept: %s', (_case, before, after, share) => {
  expect(shareKept(runsBetween(before, after))).toBe(share)
})

const unit = fc.constantFrom('灯', '坏', '了', '，', 'a', 'B', '7', ' ', '.', '👨‍👩‍👧', 'é', '\u0301', '\u200d', '𠮷')
const text = fc.oneof(fc.string({ unit, maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 30 }))

const side = (runs: readonly Run[], without: Run['kind']) =>
  runs
    .filter(({ kind }) => kind !== without)
    .map((run) => run.text)
    .join('')

test('law: tokens are the text', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(tokensOf(one).join('')).toBe(one)
    }),
  )
})

test('law: the runs give both texts, character by character', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = runsBetween(before, after)
      expect([side(runs, 'added'), side(runs, 'removed')]).toEqual([before, after])
    }),
  )
})

test('law: runs are never empty, and neighbours are of different kinds', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = runsBetween(before, after)
      expect(runs.every((run, at) => run.text !== '' && run.kind !== runs[at - 1]?.kind)).toBe(true)
    }),
  )
})

test('law: a text beside itself is one run', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(runsBetween(one, one)).toEqual(one === '' ? [] : [{ kind: 'same', text: one }])
    }),
  )
})

test('two long texts in one line each do not hang', () => {
  const long = (step: number) =>
    Array.from({ length: 20_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * step) % 997))).join('')
  const runs = runsBetween(long(7), long(11))
  expect([side(runs, 'added'), side(runs, 'removed')]).toEqual([long(7), long(11)])
})
