import { expect, test } from 'vitest'
import {
  type Attempt,
  acceptSave,
  expire,
  extend,
  openAttempt,
  reopen,
  submit,
  takeOver,
  voidAttempt,
} from './attempt.ts'

const started = new Date('2026-11-23T09:00:00Z')
const deadline = new Date('2026-11-23T11:00:00Z')
const boundary = deadline.getTime() + 10_000
const after = (ms: number) => new Date(boundary + ms)
const minutesIn = (minutes: number) => new Date(started.getTime() + minutes * 60_000)

const attempt = openedAt(started)
function openedAt(startedAt: Date): Attempt {
  const opened = openAttempt({
    startedAt,
    limitMinutes: 120,
    timeFactor: 1,
    extraMinutes: 0,
    closesAt: null,
    personalClosesAt: null,
  })
  if (!opened) throw new Error('the window is closed')
  return opened
}

const save = (seq: number, at: Date, takeoverEpoch = 0) => ({
  itemId: 'q1',
  value: `a${seq}`,
  isMarked: false,
  takeoverEpoch,
  seq,
  at,
})

test('an attempt starts open, with its deadline and its grace', () => {
  expect(attempt).toEqual({
    status: 'open',
    startedAt: started,
    deadlineAt: deadline,
    graceMs: 10_000,
    takeoverEpoch: 0,
    submittedAt: null,
    submittedBy: null,
  })
})

test('nothing is opened when the window has closed', () => {
  const terms = { limitMinutes: 120, timeFactor: 1, extraMinutes: 0, closesAt: deadline, personalClosesAt: null }
  expect(openAttempt({ ...terms, startedAt: deadline })).toBeNull()
  expect(openAttempt({ ...terms, startedAt: new Date(deadline.getTime() - 1) })?.deadlineAt).toEqual(deadline)
})

test.each([
  [-1, 'saved', 'open'],
  [0, 'saved', 'open'],
  [1, 'late', 'submitted'],
] as const)('%d ms from the boundary a save is %s and the attempt %s', (ms, kind, status) => {
  expect(acceptSave(attempt, null, save(1, after(ms))).kind).toBe(kind)
  expect(expire(attempt, after(ms)).status).toBe(status)
  expect(submit(attempt, 0, after(ms)).submittedBy).toBe(ms > 0 ? 'expiry' : 'self')
})

test('expiry is the same whenever somebody looks', () => {
  const ended = expire(attempt, after(1))
  expect(ended).toMatchObject({ status: 'submitted', submittedAt: new Date(boundary), submittedBy: 'expiry' })
  expect(expire(attempt, after(86_400_000))).toEqual(ended)
  expect(expire(ended, after(2))).toBe(ended)
})

test('older and repeated saves are known; newer ones count', () => {
  const saved = save(5, minutesIn(1))
  expect(acceptSave(attempt, saved, save(4, minutesIn(2)))).toEqual({ kind: 'known' })
  expect(acceptSave(attempt, saved, save(5, minutesIn(2)))).toEqual({ kind: 'known' })
  expect(acceptSave(attempt, saved, save(6, minutesIn(2)))).toEqual({ kind: 'saved', answer: save(6, minutesIn(2)) })
})

test('a repeat that arrives after the end is known, not late', () => {
  expect(acceptSave(attempt, save(5, minutesIn(1)), save(5, after(60_000)))).toEqual({ kind: 'known' })
})

test('after a takeover the new device writes and the old one is kept apart', () => {
  const taken = takeOver(attempt, minutesIn(5))
  const fromOld = save(9, minutesIn(6))

  expect(acceptSave(taken, save(3, minutesIn(1)), fromOld)).toEqual({ kind: 'foreign', kept: fromOld })
  expect(acceptSave(taken, save(3, minutesIn(1)), save(3, minutesIn(6))).kind).toBe('known')
  expect(acceptSave(taken, save(9, minutesIn(1)), save(1, minutesIn(6), 1)).kind).toBe('saved')
  expect(acceptSave(taken, save(1, minutesIn(6), 1), save(9, after(1))).kind).toBe('late')
})

test('an epoch that was never given out is foreign', () => {
  expect(acceptSave(attempt, null, save(1, minutesIn(1), 7)).kind).toBe('foreign')
})

test('submitting twice is submitting once, and the device that was taken over cannot', () => {
  const once = submit(attempt, 0, minutesIn(30))
  expect(once).toMatchObject({ status: 'submitted', submittedAt: minutesIn(30), submittedBy: 'self' })
  expect(submit(once, 0, minutesIn(31))).toBe(once)
  expect(submit(takeOver(attempt, minutesIn(5)), 0, minutesIn(30)).status).toBe('open')
})

test('what she submitted takes no more answers', () => {
  expect(acceptSave(submit(attempt, 0, minutesIn(30)), null, save(1, minutesIn(31))).kind).toBe('late')
})

test('more time is only ever later, and not for what has ended', () => {
  const later = minutesIn(150)
  expect(extend(attempt, later, minutesIn(100)).deadlineAt).toEqual(later)
  expect(extend(attempt, minutesIn(90), minutesIn(100))).toBe(attempt)
  expect(extend(attempt, later, after(0)).status).toBe('open')
  expect(extend(attempt, later, after(1))).toMatchObject({ status: 'submitted', deadlineAt: deadline })
})

test('void takes nothing more; reopened it goes on, on the same device, until the new end', () => {
  const gone = voidAttempt(attempt, minutesIn(20))
  expect(gone.status).toBe('void')
  expect(acceptSave(gone, null, save(1, minutesIn(21))).kind).toBe('late')
  expect(takeOver(gone, minutesIn(21))).toBe(gone)

  const again = reopen(gone, minutesIn(200), minutesIn(150))
  expect(again).toMatchObject({ status: 'open', deadlineAt: minutesIn(200), takeoverEpoch: 0, submittedAt: null })
  expect(again && acceptSave(again, null, save(1, minutesIn(151))).kind).toBe('saved')
})

test('what expired can be reopened, but not into the past', () => {
  expect(reopen(attempt, minutesIn(180), minutesIn(170))?.status).toBe('open')
  expect(reopen(attempt, minutesIn(170), minutesIn(170))).toBeNull()
  expect(reopen(submit(attempt, 0, minutesIn(10)), minutesIn(60), minutesIn(20))?.deadlineAt).toEqual(deadline)
})

test('reopening what is open is more time', () => {
  expect(reopen(attempt, minutesIn(180), minutesIn(20))).toEqual(extend(attempt, minutesIn(180), minutesIn(20)))
})
