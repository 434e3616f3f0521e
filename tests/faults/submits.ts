import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createActor } from '#tests/support/learners.ts'
import type { Arrangement } from '~/modules/exams/arrangement.ts'
import { startMock } from '~/modules/exams/attempts.server.ts'
import { saveAnswers } from '~/modules/exams/saves.server.ts'
import { submitAttempt } from '~/modules/exams/settling.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { officialPack, syncOfficialPack } from '~/modules/questions/official-pack.server.ts'
import { connectDatabase, db, disconnectDatabase } from '~/platform/db.server.ts'
import { between, seededRandom } from '~/platform/random.ts'
import { migrate } from '../../prisma/migrate.ts'

export type SubmitsResult = {
  readonly attempts: number
  /** attempts that are handed in, with marks */
  readonly results: number
  /** facts of an exam that was scored */
  readonly facts: number
  /** people who had two attempts open at once after starting several times at once */
  readonly doublyOpen: number
  /** attempts that were not what they were when the first hand-in was answered, after all the others and late saves */
  readonly changed: number
  readonly errors: number
}

const now = new Date('2026-11-23T02:00:00.000Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
const mostAtOnce = 100

/** So many people start an exam, three times at once each, and hand it in so many times, all mixed; then they try to change it. */
export async function submitMany(people: number, duplicates: number, seed: number): Promise<SubmitsResult> {
  const folder = mkdtempSync(join(tmpdir(), 'yucai-submits-'))
  const url = `file:${join(folder, 'submits.db')}`
  await migrate(url)
  await connectDatabase(url)
  try {
    return await run(people, duplicates, seed)
  } finally {
    await disconnectDatabase()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(people: number, duplicates: number, seed: number): Promise<SubmitsResult> {
  const random = seededRandom(seed)
  await syncOfficialPack(officialPack().questions, now)
  let errors = 0
  const atOnce = (acts: ReadonlyArray<() => Promise<unknown>>) =>
    inParallel(acts, (error) => {
      errors += 1
      if (errors < 3) console.error(error)
    })

  const actors: Actor[] = []
  for (let n = 0; n < people; n++) actors.push(await createActor('trainee', `考生${n}`))
  await atOnce(actors.flatMap((actor) => Array.from({ length: 3 }, () => () => startMock(actor, 'jz', now))))
  const open = await db.read.attempt.findMany({
    where: { status: 'open' },
    select: { id: true, personId: true, arrangement: true },
  })
  const doublyOpen = open.length - new Set(open.map(({ personId }) => personId)).size

  const byPerson = new Map(actors.map((actor) => [actor.personId, actor]))
  const sat = open.flatMap(({ id, personId, arrangement }) => {
    const actor = byPerson.get(personId)
    const { options } = JSON.parse(arrangement) as Arrangement
    return actor ? [{ id, actor, options: Object.entries(options).slice(0, 5) }] : []
  })
  /** Five questions answered by their n-th option. */
  const save = (at: number, option: number, seq: number) =>
    sat.map(({ id, actor, options }) => () => {
      const answers = options.map(([itemId, shown], item) => ({
        ...{ itemId, value: shown[option]?.id ?? '', isMarked: false, seq: seq + item },
      }))
      return saveAnswers(actor, id, 0, answers, later(at))
    })
  await atOnce(save(60, 0, 1))
  const first = new Map<string, string>()
  const submits = sat.flatMap(({ id, actor }, at) =>
    Array.from({ length: duplicates }, () => ({
      place: at + random() * 8,
      act: async () => {
        await submitAttempt(actor, id, 0, later(600 + between(random, 0, 5)))
        if (!first.has(id)) first.set(id, (await states([id])).get(id) ?? '')
      },
    })),
  )
  await atOnce(submits.toSorted((a, b) => a.place - b.place).map(({ act }) => act))
  // Too late: none of it may count.
  await atOnce([
    ...save(700, 1, 100),
    ...sat.map(
      ({ id, actor }) =>
        () =>
          submitAttempt(actor, id, 0, later(800)),
    ),
  ])
  const after = await states(sat.map(({ id }) => id))

  return {
    attempts: open.length,
    results: [...after.values()].filter((state) => state.includes('"submitted"')).length,
    facts: await db.read.evidence.count({ where: { kind: 'exam-scored' } }),
    doublyOpen,
    changed: [...after].filter(([id, state]) => first.get(id) !== state).length,
    errors,
  }
}

/** Everything that counts of each attempt, as one text. */
async function states(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const id of ids) {
    const attempt = await db.read.attempt.findUnique({
      where: { id },
      include: { answers: { orderBy: { itemId: 'asc' } } },
    })
    found.set(id, JSON.stringify(attempt))
  }
  return found
}

async function inParallel(
  acts: ReadonlyArray<() => Promise<unknown>>,
  onError: (error: unknown) => void,
): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let act = acts[next++]; act; act = acts[next++]) await act().catch(onError)
  }
  await Promise.all(Array.from({ length: mostAtOnce }, worker))
}
