import type { Arrangement } from '../app/modules/exams/arrangement.ts'
import { mockBlueprint } from '../app/modules/exams/blueprints.server.ts'
import { choiceOf, openPaper } from '../app/modules/exams/papers.server.ts'
import { saveAnswers } from '../app/modules/exams/saves.server.ts'
import { submitAttempt } from '../app/modules/exams/settling.server.ts'
import { startSitting } from '../app/modules/exams/sitting-start.server.ts'
import { createSitting } from '../app/modules/exams/sittings.server.ts'
import { officialPack, syncOfficialPack } from '../app/modules/questions/official-pack.server.ts'
import { addDays, dayOf } from '../app/platform/calendar.ts'
import { db } from '../app/platform/db.server.ts'
import { readLocalMoment } from '../app/platform/local-moment.ts'
import { seededRandom } from '../app/platform/random.ts'
import { type DemoTrainee, demoActor, staff } from './demo-centre.ts'

/* Two exams of the first cohort: one that was sat three days ago, with its results, and one that is open for a week. */
const days = 86_400_000

export async function seedSittings(trainees: readonly DemoTrainee[], now: Date): Promise<void> {
  await syncOfficialPack(officialPack().questions, now)
  const person = staff.find(({ username }) => username === 'banzhuren1')
  const blueprintId = mockBlueprint('jz')?.id
  if (!person || !blueprintId) throw new Error('There is nobody to plan an exam, or nothing to plan')
  const coordinator = demoActor(person)
  const plan = (id: string, title: string, day: string, lastDay: string, plannedAt: Date) =>
    createSitting(
      coordinator,
      'demo-cohort-1',
      {
        ...{ title, blueprintId, minutes: null, attempts: 2, forms: 1, releaseAt: null },
        ...{ opensAt: at(day, '09:00'), closesAt: at(lastDay, '18:00') },
      },
      plannedAt,
      id,
    )
  const [today, before] = [dayOf(now), addDays(dayOf(now), -3)]
  await plan('demo-sitting-1', '结业前摸底考试', before, before, new Date(now.getTime() - 8 * days))
  await plan('demo-sitting-2', '全真模考（一周内自选时间）', addDays(today, -1), addDays(today, 7), now)
  const random = seededRandom(20_261_124)
  for (const trainee of trainees.filter(({ cohort }) => cohort === 'first').slice(6, 18)) {
    await sit(trainee, at(before, '09:30'), random)
  }
}

function at(day: string, time: string): Date {
  const instant = readLocalMoment(`${day}T${time}`)
  if (!instant) throw new Error(`${day} ${time} is no time`)
  return instant
}

/** She knows some answers and guesses others. */
async function sit(trainee: DemoTrainee, startedAt: Date, random: () => number) {
  const actor = demoActor(trainee)
  const started = await startSitting(actor, 'demo-sitting-1', startedAt)
  if (started.kind !== 'opened') throw new Error(`${trainee.username} is refused: ${started.why}`)
  const attempt = await db.read.attempt.findUniqueOrThrow({ where: { id: started.attemptId } })
  const arrangement = JSON.parse(attempt.arrangement) as Arrangement
  const opened = await openPaper(attempt.paperId)
  const known = 0.45 + random() * 0.45
  const answers = opened.paper.items.flatMap((item, at) => {
    const options = arrangement.options[item.itemId] ?? []
    const key = choiceOf(opened, item)?.key ?? []
    const guess = options[Math.floor(random() * options.length)]
    const right = options.filter(({ index }) => key.includes(index))
    const picked = random() < known ? right : guess && random() < 0.9 ? [guess] : []
    const value = picked.map(({ id }) => id).join(',')
    return value ? [{ itemId: item.itemId, value, isMarked: false, seq: at + 1 }] : []
  })
  const endedAt = new Date(startedAt.getTime() + (70 + Math.floor(random() * 40)) * 60_000)
  await saveAnswers(actor, started.attemptId, 0, answers, endedAt)
  await submitAttempt(actor, started.attemptId, 0, endedAt)
}
