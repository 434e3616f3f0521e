import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryFields, arbitraryLine } from '#tests/support/arbitrary-revisions.ts'
import { type CommentAnchor, type Followed, followAnchor, followThrough, type Revision } from './comment-anchors.ts'
import { paragraphsOf } from './paragraphs.ts'

const revision = (number: number, ...lines: readonly string[]): Revision => ({
  number,
  fields: [{ key: 'event', text: lines.join('\n') }],
})
const on = (index: number, quote: string | null = null): CommentAnchor => ({
  revision: 1,
  field: 'event',
  index,
  quote,
})

const lamp = '郁奶奶说楼道的灯坏了一个月。'
const first = revision(1, '上午走访了三户。', lamp, '下午开会。')
const follow = (anchor: CommentAnchor, ...lines: readonly string[]) =>
  followAnchor(anchor, first, revision(2, ...lines))

test.each([
  ['another paragraph was edited', ['上午走访了五户，都在家。', lamp, '下午开会。'], 1],
  ['paragraphs were put in above it', ['早上下雨。', '上午走访了三户。', '先到了三号楼。', lamp, '下午开会。'], 3],
  ['all others were taken out', [lamp], 0],
  ['it was moved to the end', ['上午走访了三户。', '下午开会。', lamp], 2],
  ['it got two wide blanks before it', ['上午走访了三户。', `　　${lamp}`], 1],
])('a comment is kept when %s', (_case, lines, index) => {
  expect(follow(on(1, '楼道的灯'), ...lines)).toEqual({
    kind: 'kept',
    anchor: { revision: 2, field: 'event', index, quote: '楼道的灯' },
  })
})

test.each([
  ['still stands', '郁奶奶说楼道的灯又坏了一个月。', '楼道的灯', '楼道的灯'],
  ['was itself edited', '郁奶奶说楼道里的灯坏了一个月。', '楼道的灯', null],
  ['was never there: the comment is on the whole', '郁奶奶说楼道里的灯坏了一个月。', null, null],
])('a small edit of its own: the quote %s', (_case, now, quote, found) => {
  expect(follow(on(1, quote), '上午走访了三户。', now, '下午开会。')).toEqual({
    kind: 'changed',
    anchor: { revision: 2, field: 'event', index: 1, quote: found },
    before: lamp,
    after: now,
  })
})

test('a quote goes with its words when the paragraph is divided', () => {
  const whole = revision(1, '灯坏了一个月没有人修。我记下楼号，当天报给了社区，约好周五回她。')
  const divided = revision(2, '灯坏了一个月没有人修。', '我记下楼号，当天报给了社区，约好周五回她。')

  expect(followAnchor(on(0, '没有人修'), whole, divided)).toMatchObject({ kind: 'changed', anchor: { index: 0 } })
  expect(followAnchor(on(0, '约好周五'), whole, divided)).toMatchObject({ kind: 'changed', anchor: { index: 1 } })
})

test('a comment goes along when its paragraph is joined to the one before', () => {
  const parted = revision(1, '我记下楼号，当天报给了社区，约好周五回她。', '她点点头。')
  const joined = revision(2, '我记下楼号，当天报给了社区，约好周五回她。她点点头。')

  expect(followAnchor(on(1), parted, joined)).toMatchObject({ kind: 'changed', anchor: { index: 0 } })
})

test('a comment is gone with its paragraph, and what it was about is told', () => {
  expect(follow(on(1), '上午走访了三户。', '下午开会。')).toEqual({ kind: 'gone', before: lamp })
  expect(follow(on(1), '上午走访了三户。', '一整天都在下雨，哪里也没有去。', '下午开会。').kind).toBe('gone')
})

test('a comment on one of two equal lines stays with the one it was on', () => {
  const before = revision(1, '灯坏了。', '甲。', '灯坏了。')
  const after = revision(2, '新的一段。', '灯坏了。', '甲。', '灯坏了。')

  expect(followAnchor(on(0), before, after)).toMatchObject({ kind: 'kept', anchor: { index: 1 } })
  expect(followAnchor(on(2), before, after)).toMatchObject({ kind: 'kept', anchor: { index: 3 } })
})

test.each([
  ['in a field that is not there', { ...on(0), field: 'elsewhere' }],
  ['on a paragraph beyond the last', on(9, '楼道')],
  ['on another revision', { ...on(0), revision: 7 }],
])('a comment %s is gone', (_case, anchor) => {
  expect(followAnchor(anchor, first, first)).toEqual({ kind: 'gone', before: anchor.quote ?? '' })
})

test('through several revisions: told from what it was said about', () => {
  const revisions = [
    first,
    revision(2, '早上下雨。', '郁奶奶说楼道的灯又坏了一个月。'),
    revision(3, '郁奶奶说楼道的灯又坏了两个月，没有人修。'),
  ]

  expect(followThrough(on(1, '楼道的灯'), revisions)).toEqual({
    kind: 'changed',
    anchor: { revision: 3, field: 'event', index: 0, quote: '楼道的灯' },
    before: lamp,
    after: '郁奶奶说楼道的灯又坏了两个月，没有人修。',
  })
})

test('an edit taken back leaves the comment as it was, quote and all', () => {
  const revisions = [first, revision(2, '郁奶奶说楼道里的灯坏了一个月。'), revision(3, lamp)]

  expect(followThrough(on(1, '楼道的灯'), revisions)).toEqual({
    kind: 'kept',
    anchor: { revision: 3, field: 'event', index: 0, quote: '楼道的灯' },
  })
})

test('a comment on the newest revision stands where it was made; earlier revisions do not concern it', () => {
  const anchor = { ...on(0), revision: 2 }
  expect(followThrough(anchor, [first, revision(2, '灯坏了。')])).toEqual({ kind: 'kept', anchor })
  expect(followThrough(on(0), [])).toEqual({ kind: 'gone', before: '' })
})

test('2,000 equal lines, one of them new: every comment finds a line that reads as its own', () => {
  const before = revision(1, ...Array.from({ length: 2000 }, () => '灯坏了。'))
  const after = revision(2, '早上下雨。', ...Array.from({ length: 1999 }, () => '灯坏了。'))

  for (const index of [0, 1000, 1999]) {
    const followed = followAnchor(on(index), before, after)
    expect([followed.kind, textAt(followed, after)]).toEqual(['kept', '灯坏了。'])
  }
})

const lines = fc.array(arbitraryLine, { maxLength: 6 })
const ownLine = arbitraryLine.filter((line) => paragraphsOf([{ key: 'event', text: line }]).length === 1)

test('law: a paragraph that was not touched keeps its comment, whatever happens around it', () => {
  fc.assert(
    fc.property(lines, lines, lines, lines, ownLine, (above, below, aboveNow, belowNow, own) => {
      const before = revision(1, ...above, own, ...below)
      const after = revision(2, ...aboveNow, own, ...belowNow)
      const index = paragraphsOf(revision(1, ...above).fields).length

      const followed = followAnchor(on(index), before, after)

      expect(followed.kind).toBe('kept')
      expect(textAt(followed, after)).toBe(own.trim())
    }),
    { numRuns: 1000 },
  )
})

test('law: through k revisions is step by step', () => {
  const histories = fc.array(arbitraryFields, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(histories, fc.nat(30), (history, at) => {
      const revisions = history.map((fields, index) => ({ number: index + 1, fields }))
      const places = paragraphsOf(history[0] ?? [])
      const place = places[at % Math.max(1, places.length)]
      if (!place) return
      const anchor = { revision: 1, field: place.field, index: place.index, quote: place.text.slice(0, 3) }

      const followed = followThrough(anchor, revisions)
      const stepwise = byHand(anchor, revisions)

      expect(followed.kind === 'gone' ? null : placeOf(followed.anchor)).toEqual(stepwise && placeOf(stepwise))
      if (followed.kind === 'gone') expect(followed.before).toBe(place.text)
      else expect(followed.kind === 'kept').toBe(textAt(followed, revisions.at(-1)) === place.text)
    }),
    { numRuns: 500 },
  )
})

function byHand(anchor: CommentAnchor, revisions: readonly Revision[]): CommentAnchor | null {
  return revisions.slice(1).reduce<CommentAnchor | null>((here, next, at) => {
    const from = revisions[at]
    const step = here && from ? followAnchor(here, from, next) : null
    return step && step.kind !== 'gone' ? step.anchor : null
  }, anchor)
}

const placeOf = ({ revision: number, field, index }: CommentAnchor) => ({ number, field, index })

function textAt(followed: Followed, revision: Revision | undefined): string | undefined {
  if (followed.kind === 'gone' || !revision) return undefined
  const { field, index } = followed.anchor
  return paragraphsOf(revision.fields).find((one) => one.field === field && one.index === index)?.text
}
