import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredAnswer } from '~/modules/exams/attempt-store.ts'
import { paths } from '~/paths.ts'
import type { StoredPractice } from './practice-store.ts'
import { countUnsent, type Device, filesOf, sendUnsent } from './unsent-on-device.ts'

const exam = (attemptId: string, itemId: string, seq: number, epoch = 0, file: StoredAnswer['file'] = null) => ({
  ...{ attemptId, itemId, seq, epoch, file, value: 'a', isMarked: false },
})
const practice = (personId: string, id: string): StoredPractice => ({ personId, id, value: '{"at":1}', seq: 1 })

type Reply = number | 'away' | 'signedOut'

/** A device, and a site that answers each path in its way. */
function world(exams: readonly StoredAnswer[], held: readonly StoredPractice[], replyTo: (path: string) => Reply) {
  const [keptExams, keptPractice] = [new Set(exams), new Set(held)]
  const posted: Array<{ path: string; message: object }> = []
  const device: Device = {
    read: async () => ({ exams: [...keptExams], practice: [...keptPractice] }),
    forgetExam: async (one) => void keptExams.delete(one),
    forgetPractice: async (one) => void keptPractice.delete(one),
    post: async (path, message) => {
      posted.push({ path, message })
      const reply = replyTo(path)
      if (reply === 'away') throw new TypeError('Failed to fetch')
      return reply === 'signedOut' ? null : new Response('{}', { status: reply })
    },
  }
  return { device, posted, kept: () => [...keptExams, ...keptPractice] }
}

test('what the site takes is forgotten, each epoch in its own message, the oldest first', async () => {
  const exams = [exam('one', 'q2', 5), exam('one', 'q1', 3), exam('one', 'q1', 9, 1)]
  const { device, posted, kept } = world(exams, [practice('xiaoman', 'p1')], () => 200)
  const sent = await sendUnsent(device)
  expect(sent).toEqual({ left: { exams: [], practice: [] }, hasOthers: false, isSignedOut: false })
  expect(kept()).toEqual([])
  const answer = (itemId: string, seq: number) => ({ itemId, seq, value: 'a', isMarked: false })
  expect(posted).toEqual([
    {
      path: paths.attemptSync('one'),
      message: { kind: 'save', epoch: 0, answers: [answer('q1', 3), answer('q2', 5)] },
    },
    { path: paths.attemptSync('one'), message: { kind: 'save', epoch: 1, answers: [answer('q1', 9)] } },
    {
      path: paths.practiceSync(),
      message: { personId: 'xiaoman', answers: [{ id: 'p1', seq: 1, answer: { at: 1 } }] },
    },
  ])
})

test('without a network everything is left, and counted as she counts', async () => {
  const exams = [exam('one', 'q1', 1), exam('one', 'q1', 2, 1), exam('one', 'q2', 3, 1)]
  const { device, kept } = world(exams, [practice('xiaoman', 'p1')], () => 'away')
  const { left } = await sendUnsent(device)
  expect(countUnsent(left)).toEqual({ exams: 2, practice: 1, all: 3 })
  expect(kept()).toHaveLength(4)
})

test('what is another’s stays on the device, and is nothing for her to decide about', async () => {
  const { device, kept } = world([exam('hers', 'q1', 1)], [practice('another', 'p1')], () => 404)
  const { left, hasOthers } = await sendUnsent(device)
  expect([countUnsent(left).all, hasOthers, kept().length]).toEqual([0, true, 2])
})

test('the session has ended: nothing is forgotten, and that is said', async () => {
  const { device, kept } = world([exam('one', 'q1', 1)], [], () => 'signedOut')
  expect(await sendUnsent(device)).toMatchObject({ isSignedOut: true, left: { exams: [{ itemId: 'q1' }] } })
  expect(kept()).toHaveLength(1)
})

test('whatever the site says: what was not taken is still on the device, what was taken is not', async () => {
  const replies = fc.constantFrom<Reply>(200, 404, 422, 500, 'away', 'signedOut')
  const exams = fc.array(fc.tuple(fc.constantFrom('one', 'two'), fc.nat({ max: 90 }), fc.nat({ max: 2 })))
  const practised = fc.array(fc.tuple(fc.constantFrom('xiaoman', 'another'), fc.nat({ max: 90 })))
  await fc.assert(
    fc.asyncProperty(exams, practised, fc.array(replies, { minLength: 1 }), async (papers, sets, answers) => {
      const heldExams = papers.map(([attemptId, item, epoch], at) => exam(attemptId, `q${item}`, at + 1, epoch))
      const heldSets = sets.map(([personId], at) => practice(personId, `p${at}`))
      let [asked, taken] = [0, 0]
      const { device, posted, kept } = world(heldExams, heldSets, () => answers[asked++ % answers.length] ?? 200)
      const { left, hasOthers } = await sendUnsent(device)
      for (const [at, { message }] of posted.entries()) {
        const size = 'answers' in message && Array.isArray(message.answers) ? message.answers.length : 0
        expect(size).toBeGreaterThan(0)
        expect(size).toBeLessThanOrEqual(50)
        if (answers[at % answers.length] === 200) taken += size
      }
      expect(kept()).toHaveLength(heldExams.length + heldSets.length - taken)
      for (const one of [...left.exams, ...left.practice]) expect(kept()).toContain(one)
      if (!hasOthers) expect(left.exams.length + left.practice.length).toBe(kept().length)
    }),
  )
})

test('each exam that a coordinator could load makes one file; a mock makes none', () => {
  const file = { key: 'ab', title: '摸底考试' }
  const held = [exam('one', 'q1', 1, 0, file), exam('mock', 'q1', 2), exam('one', 'q2', 3, 0, file)]
  expect(filesOf(held)).toEqual([{ ...file, attemptId: 'one', answers: [held[0], held[2]] }])
})
