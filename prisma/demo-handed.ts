import { startMock } from '../app/modules/exams/attempts.server.ts'
import { openHanded } from '../app/modules/exams/handed-answers.server.ts'
import { handAnswer } from '../app/modules/exams/handing-acts.server.ts'
import { openPaper } from '../app/modules/exams/papers.server.ts'
import { saveAnswers } from '../app/modules/exams/saves.server.ts'
import { markOwnAnswer } from '../app/modules/exams/self-marks.server.ts'
import { submitAttempt } from '../app/modules/exams/settling.server.ts'
import type { QuestionBody } from '../app/modules/questions/question.ts'
import { db } from '../app/platform/db.server.ts'
import { type DemoTrainee, demoActor, staff } from './demo-centre.ts'

/* Two written answers that 学员 11 has handed to her mentor yesterday: one waits, one was opened. */
const minute = 60_000

export async function seedHanded(trainees: readonly DemoTrainee[], now: Date): Promise<void> {
  const trainee = trainees.find(({ username }) => username === 'xueyuan11')
  const guide = staff.find(({ username }) => username === trainee?.mentor)
  if (!trainee || !guide) throw new Error('There is nobody to hand an answer to')
  const [actor, mentor] = [demoActor(trainee), demoActor(guide)]
  const begun = now.getTime() - 24 * 60 * minute
  const after = (minutes: number) => new Date(begun + minutes * minute)

  const started = await startMock(actor, 'zs', after(0))
  if (started.kind !== 'opened') throw new Error('There is no mock with written answers')
  const { attemptId } = started
  const { paperId } = await db.read.attempt.findUniqueOrThrow({ where: { id: attemptId } })
  const { paper, questions } = await openPaper(paperId)
  const written = paper.items.slice(0, 2).map((item, at) => {
    const { value, ticked } = halfKnown(questions.get(item.versionId)?.body)
    return { itemId: item.itemId, value, ticked, seq: at + 1, isMarked: false }
  })
  const answers = written.map(({ itemId, value, seq, isMarked }) => ({ itemId, value, seq, isMarked }))
  await saveAnswers(actor, attemptId, 0, answers, after(60))
  await submitAttempt(actor, attemptId, 0, after(70))
  for (const [at, { itemId, ticked }] of written.entries()) {
    await markOwnAnswer(actor, attemptId, { itemId, ticked }, after(80 + at))
    await handAnswer(actor, attemptId, itemId, after(90 + at), `demo-handed-${at + 1}`)
  }
  await openHanded(mentor, actor.personId, 'demo-handed-2', after(300))
}

/** Every other answer point, in the words that also count. */
function halfKnown(body: QuestionBody | undefined): { readonly value: string; readonly ticked: readonly number[] } {
  const points = body?.kind === 'constructed' ? body.answerPoints : []
  const ticked = points.map((_, at) => at).filter((at) => at % 2 === 0)
  const value = ticked.map((at, place) => `${place + 1}. ${points[at]?.accept[0] ?? ''}。`).join('\n')
  return { value, ticked }
}
