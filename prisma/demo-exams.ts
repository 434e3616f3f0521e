import { writeCertificate } from '../app/modules/exams/certificates.server.ts'
import { type ExamEntry, latestExamYear } from '../app/modules/exams/real-exam.ts'
import { type Writing, writeRecords } from '../app/modules/exams/real-exam-writes.server.ts'
import { type BankQuestion, currentBank, forgetBank } from '../app/modules/questions/bank.server.ts'
import { choicesOf } from '../app/modules/questions/question.ts'
import type { Level, Subject } from '../app/modules/questions/subjects.ts'
import { answerPractice } from '../app/modules/reviews/practice.server.ts'
import { saveStudyPlan } from '../app/modules/reviews/study.server.ts'
import { addDays, dayOf, startOfDay } from '../app/platform/calendar.ts'
import { db } from '../app/platform/db.server.ts'
import { between, type Random, seededRandom } from '../app/platform/random.ts'
import { type DemoTrainee, type Diligence, demoActor, demoStaff } from './demo-centre.ts'

/*
 * What the demo's people did at the national exam, and how they practise for the next one: uneven, as in a real cohort. The
 * first three trainees and the last ones of each cohort have done nothing yet: guides and tests begin with them.
 */
const dayMs = 86_400_000

export async function seedExams(trainees: readonly DemoTrainee[], now: Date): Promise<void> {
  forgetBank()
  const questions = [...(await currentBank()).active.values()].filter(({ facts }) => facts.subject === 'jz')
  for (const [at, trainee] of trainees.entries()) {
    if (at < 3 || at === 49 || at === 50 || trainee.diligence === 'absent') continue
    await seedRealExam(trainee, latestExamYear(dayOf(now)), now, seededRandom(7_000 + at))
    if (trainee.cohort === 'first' && at >= 18 && at < 42) {
      await practise(trainee, questions, now, seededRandom(8_000 + at))
    }
  }
}

type Course = {
  readonly entries: readonly ExamEntry[]
  readonly held: ReadonlyArray<{ readonly level: Level; readonly year: number }>
}

/** What somebody has behind her, by draw: nothing, the junior level, or on the way to the intermediate one. */
export function examCourse(year: number, random: Random): Course {
  const draw = random()
  const mark = (lean: number) =>
    Math.max(31, Math.min(88, Math.round(lean + (random() + random() + random() - 1.5) * 22)))
  const sat = (subject: Subject, inYear: number, points: number | null): ExamEntry => ({
    ...{ subject, year: inYear, state: 'sat', points },
  })
  if (draw < 0.34) return { entries: [], held: [] }
  if (draw < 0.4) {
    return {
      entries: (['jz', 'js'] as const).map((subject) => ({ subject, year, state: 'absent', points: null })),
      held: [],
    }
  }
  if (draw < 0.76) {
    const [ability, practice] = [mark(63), mark(61)]
    const hasPassed = ability >= 60 && practice >= 60
    const entries = [sat('jz', year, ability), sat('js', year, practice)]
    return { entries, held: hasPassed ? [{ level: 'junior', year }] : [] }
  }
  const held = [{ level: 'junior' as const, year: year - 3 }]
  const before = [sat('zz', year - 1, mark(62)), sat('zf', year - 1, mark(60))]
  const left = before.filter(({ points }) => (points ?? 0) < 60).map(({ subject }) => subject)
  const after = [...left, 'zs' as const].map((subject) => sat(subject, year, mark(59)))
  const isDone = after.every(({ points }) => (points ?? 0) >= 60)
  return { entries: [...before, ...after], held: isDone ? [...held, { level: 'intermediate', year }] : held }
}

async function seedRealExam(trainee: DemoTrainee, year: number, now: Date, random: Random): Promise<void> {
  const personId = `demo-${trainee.username}`
  const { entries, held } = examCourse(year, random)
  if (entries.length === 0) return
  // Most was handed in as a list and is checked; some she has entered herself, and it waits.
  const isChecked = random() < 0.8
  const [cohortId, username] =
    trainee.cohort === 'first' ? ['demo-cohort-1', 'banzhuren1'] : ['demo-cohort-2', 'banzhuren2']
  const by: Writing = isChecked
    ? { actor: demoStaff(username), cohortId, isChecked, source: 'import', now }
    : { actor: demoActor(trainee), cohortId: null, isChecked, source: 'manual', now }
  await db.write(async (tx) => {
    await writeRecords(
      tx,
      entries.map((entry) => ({ personId, entry })),
      by,
    )
    for (const { level, year: inYear } of held) {
      const issuedOn = `${inYear}-09-12`
      if (issuedOn < dayOf(now)) await writeCertificate(tx, { personId, level, issuedOn }, by)
    }
  })
}

/** How much somebody practises, and how much of it she knows. */
const habits: Readonly<Record<Diligence, { readonly least: number; readonly most: number; readonly knows: number }>> = {
  finished: { least: 90, most: 140, knows: 0.85 },
  steady: { least: 65, most: 110, knows: 0.66 },
  slow: { least: 62, most: 85, knows: 0.4 },
  stopped: { least: 15, most: 40, knows: 0.45 },
  beginning: { least: 4, most: 18, knows: 0.5 },
  absent: { least: 0, most: 0, knows: 0 },
}

/** Evenings of the last four weeks, a handful of questions each; some points are hard for everybody. */
async function practise(trainee: DemoTrainee, questions: readonly BankQuestion[], now: Date, random: Random) {
  const { least, most, knows } = habits[trainee.diligence]
  const count = between(random, least, most)
  const level = knows + (random() - 0.5) * 0.2
  // A day of her own choosing: when the next exam is held nobody knows before the notice.
  const plan = { examOn: addDays(dayOf(now), 180), minutesADay: 20, skipDays: [] }
  await saveStudyPlan(demoActor(trainee), 'jz', plan, new Date(now.getTime() - 28 * dayMs))
  const mixed = questions.map((question) => ({ question, key: random() })).sort((one, other) => one.key - other.key)
  const evenings = Math.max(1, Math.ceil(count / 8))
  for (const [at, { question }] of mixed.slice(0, count).entries()) {
    const evening = Math.floor(at / 8)
    const day = addDays(dayOf(now), -Math.round((27 * (evenings - evening)) / evenings) - 1)
    const answeredAt = new Date(startOfDay(day).getTime() + 20 * 3_600_000 + (at % 8) * 55_000)
    if (answeredAt.getTime() > now.getTime() - dayMs / 4) continue
    await answer(trainee, question, level - (isHard(question) ? 0.45 : 0), answeredAt, random)
  }
}

function isHard({ facts }: BankQuestion): boolean {
  return facts.points.some((point) => /ethics|group-stages|programme-planning|casework-stages/.test(point))
}

async function answer(trainee: DemoTrainee, question: BankQuestion, knows: number, at: Date, random: Random) {
  const [choice] = choicesOf(question.body)
  if (!choice) return
  const isKnown = random() < knows
  const guess = between(random, 0, choice.options.length - 1)
  const picked = isKnown ? choice.key : [guess]
  const confidence = isKnown ? (random() < 0.8 ? 'sure' : 'unsure') : random() < 0.4 ? 'sure' : 'guess'
  const act = { questionId: question.id, version: question.version, part: 0, picked, confidence } as const
  await answerPractice(demoActor(trainee), { ...act, seconds: between(random, 12, 70), set: { kind: 'daily' } }, at)
}
