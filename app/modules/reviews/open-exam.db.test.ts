import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { createActor } from '#tests/support/learners.ts'
import { startMock } from '~/modules/exams/attempts.server.ts'
import { resultHtml } from '~/modules/exams/result-html.ts'
import { resultWords } from '~/modules/exams/result-words.ts'
import { getResult } from '~/modules/exams/results.server.ts'
import { submitAttempt } from '~/modules/exams/settling.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { currentBank, forgetBank } from '~/modules/questions/bank.server.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import { paths } from '~/paths.ts'
import { db } from '~/platform/db.server.ts'
import { answerPractice, askNext, getAnswered, keepFavourite } from './practice.server.ts'
import { readSet } from './practice.ts'

/* While an exam is open, nothing else of hers shows the key of a question that stands on its paper. */
useDatabase()

const now = new Date('2026-11-23T02:00:00.123Z')
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000)

let actor: Actor
beforeEach(async () => {
  await syncOfficialPack(officialPack().questions, now)
  forgetBank()
  actor = await createActor('trainee')
})

async function sat(at: Date): Promise<string> {
  const outcome = await startMock(actor, 'jz', at)
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome))
  return outcome.attemptId
}

/** Every junior question answered wrongly and kept: so that the wrong-answer book and the favourites hold all of them. */
async function practiseEverything(): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  for (const { id, version, body, facts } of (await currentBank()).active.values()) {
    const [choice] = choicesOf(body)
    if (facts.subject !== 'jz' || !choice) continue
    const picked = [choice.options.findIndex((_, index) => !choice.key.includes(index))]
    const act = {
      questionId: id,
      version,
      part: 0,
      picked,
      confidence: 'sure',
      seconds: 20,
      set: { kind: 'all' },
    } as const
    answers.set(id, await answerPractice(actor, act, now))
    await keepFavourite(actor, id, true, now)
  }
  return answers
}

/** Questions on the paper of an attempt, each with words that only its explanation says. */
async function canariesOf(attemptId: string): Promise<ReadonlyMap<string, string>> {
  const { paperId } = await db.read.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { paperId: true } })
  const rows = await db.read.paperQuestion.findMany({ where: { paperId }, select: { questionId: true } })
  const { active } = await currentBank()
  return new Map(
    rows.flatMap(({ questionId }) => {
      const question = active.get(questionId)
      const [choice] = question ? choicesOf(question.body) : []
      const [words] = /[^<>&"*]{10,18}/.exec(choice?.explanation ?? '') ?? []
      return words ? [[questionId, words] as const] : []
    }),
  )
}

async function resultText(attemptId: string, at: Date) {
  const result = await getResult(actor, attemptId, at)
  if (!result) throw new Error('there is no result')
  return { page: result.page, html: resultHtml(result.items, resultWords('zh-CN'), paths.picture) }
}

test('an older result leaves out what lies before her, and shows it again when she has handed in', async () => {
  const first = await sat(now)
  await submitAttempt(actor, first, 0, daysLater(1))
  const second = await sat(daysLater(2))
  const canaries = await canariesOf(second)
  const shared = [...(await canariesOf(first)).keys()].filter((id) => canaries.has(id))
  expect(shared.length).toBeGreaterThan(0)
  const found = (html: string) => shared.filter((id) => html.includes(canaries.get(id) ?? '?'))

  const during = await resultText(first, daysLater(2))
  expect(found(during.html)).toEqual([])
  expect(during.page.withheld).toBe(shared.length)
  expect(during.page.released).not.toBeNull()

  await submitAttempt(actor, second, 0, daysLater(2))
  const after = await resultText(first, daysLater(3))
  expect(found(after.html)).toEqual(shared)
  expect(after.page.withheld).toBe(0)
}, 60_000)

test('no set of practice asks it, and no answer given before tells it', async () => {
  const answers = await practiseEverything()
  const attemptId = await sat(daysLater(1))
  const canaries = await canariesOf(attemptId)
  expect(canaries.size).toBeGreaterThan(50)

  const chapters = Array.from({ length: 12 }, (_, at) => `chapter-${at + 1}`)
  for (const name of [...chapters, 'all', 'wrong', 'favourites', 'due', 'daily', 'weak']) {
    const set = readSet(name)
    if (!set) throw new Error(`there is no set ${name}`)
    const { question } = await askNext(actor, 'jz', set, daysLater(1))
    expect(canaries.has(question?.questionId ?? ''), name).toBe(false)
  }
  for (const id of canaries.keys()) {
    await expect(getAnswered(actor, answers.get(id) ?? '', now)).rejects.toMatchObject({ code: 'notFound' })
  }
  await submitAttempt(actor, attemptId, 0, daysLater(1))
  const [[id = '', words = ''] = []] = [...canaries]
  expect((await getAnswered(actor, answers.get(id) ?? '', now)).explanation).toContain(words)
}, 60_000)
