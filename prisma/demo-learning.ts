import { randomUUID } from 'node:crypto'
import type { CheckKey, LessonDocument } from '../app/modules/content/document.ts'
import { contentLibrary } from '../app/modules/content/library.server.ts'
import { lessonsOf } from '../app/modules/content/library.ts'
import { answerCheck, recordReading, saveNote } from '../app/modules/courses/lesson-acts.server.ts'
import type { Actor } from '../app/modules/identity/actor.ts'
import { db } from '../app/platform/db.server.ts'
import { pick, type Random, seededRandom } from '../app/platform/random.ts'
import { courseOf, type DemoTrainee, demoActor } from './demo-centre.ts'
import { type Sitting, sittings } from './demo-days.ts'

/* What the demo's people have learned, each act at its own time, through the same use cases as in a browser. */
const minuteMs = 60_000

export async function seedLearning(
  trainees: readonly DemoTrainee[],
  trackId: string,
  startsOn: string,
  now: Date,
): Promise<void> {
  const track = contentLibrary().track(trackId)
  if (!track) throw new Error(`There is no track ${trackId}`)
  const lessons = lessonsOf(track)
  const minutes = lessons.map((lesson) => lesson.minutes)
  for (const [at, trainee] of trainees.entries()) {
    const random = seededRandom(at + 1)
    const course = courseOf(trainee.diligence, lessons.length, random)
    let slips = course.slips
    for (const [index, sitting] of sittings(course, minutes, startsOn, now, random).entries()) {
      const lesson = lessons[index]
      const document = lesson && contentLibrary().document(lesson.hash)
      if (!lesson || !document) continue
      const wrong = Math.min(slips, index % 2 === 0 ? 2 : 1)
      slips -= wrong
      const study = new Study(demoActor(trainee), lesson.id, document, sitting, random)
      if (index < course.finished) await study.finish(wrong)
      else await study.begin()
    }
  }
  await seedWords(trainees, now)
}

/** One sitting with one lesson. */
class Study {
  readonly #end: number

  constructor(
    private readonly actor: Actor,
    private readonly lessonId: string,
    private readonly document: LessonDocument,
    private readonly sitting: Sitting,
    private readonly random: Random,
  ) {
    this.#end = sitting.openedAt.getTime() + sitting.minutes * minuteMs
  }

  /** Reads a third, answers nothing or one question. */
  async begin(): Promise<void> {
    await this.#read(0.3 + this.random() * 0.3, false)
    const [first] = this.document.checks
    if (first && this.random() < 0.5) await this.#answer(first, true, 0.5)
  }

  /** Reads to the end and answers everything, `slips` questions wrongly first. */
  async finish(slips: number): Promise<void> {
    const { checks } = this.document
    await this.#read(0.4, false)
    for (const [at, check] of checks.entries()) {
      const share = 0.45 + (0.45 * at) / checks.length
      if (at < slips) await this.#answer(check, false, share)
      await this.#answer(check, true, share + 0.05)
    }
    if (this.random() < 0.3) await this.#reflect()
    await this.#read(1, true)
  }

  async #answer(check: CheckKey, right: boolean, share: number): Promise<void> {
    const keys = check.options.filter((option) => option.right === right).map(({ id }) => id)
    await answerCheck(this.#act(share), check.id, check.multiple || keys.length < 2 ? keys : keys.slice(0, 1))
  }

  async #read(share: number, hasReachedEnd: boolean): Promise<void> {
    const { blocks } = this.document
    const index = Math.max(0, Math.ceil(blocks.length * share) - 1)
    const block = blocks[index]
    const position = block ? { block: block.id, percent: Math.round(share * 100) } : null
    await recordReading(this.#act(share), { position, hasReachedEnd, watched: [] })
  }

  async #reflect(): Promise<void> {
    const island = this.document.islands.find(({ kind }) => kind === 'reflect')
    if (island) await saveNote(this.#act(0.97), `reflect:${island.id}`, pick(this.random, reflections))
  }

  #act(share: number) {
    const { openedAt } = this.sitting
    const now = new Date(Math.round(openedAt.getTime() + (this.#end - openedAt.getTime()) * share))
    return {
      actor: this.actor,
      lessonId: this.lessonId,
      stretch: { openedAt, claimedSeconds: (now.getTime() - openedAt.getTime()) / 1000 },
      now,
    }
  }
}

const reflections = [
  '上周入户时我急着给建议，没等阿姨把话说完。下次先听，再问她自己想怎么办。',
  '画完生态图才发现，这户人家的支持几乎都在小区外面。先把楼组长和助餐点连起来。',
  '“助人自助”以前觉得是口号，今天想到修补角那位大爷，才明白是什么意思。',
] as const

/** A few words from mentors: some read, some not yet. */
async function seedWords(trainees: readonly DemoTrainee[], now: Date): Promise<void> {
  const ago = (hours: number) => new Date(now.getTime() - hours * 60 * minuteMs)
  const cohortOf = { first: 'demo-cohort-1', second: 'demo-cohort-2' } as const
  const words = trainees.slice(0, 50).flatMap((trainee, at) => {
    const word = at % 4 === 0 ? encouragements[(at / 4) % encouragements.length] : undefined
    if (!word) return []
    const hoursAgo = 5 + at * 3
    return {
      id: randomUUID(),
      traineeId: `demo-${trainee.username}`,
      authorId: `demo-${trainee.mentor}`,
      cohortId: cohortOf[trainee.cohort],
      lessonId: null,
      body: word,
      createdAt: ago(hoursAgo),
      readAt: at % 8 === 0 ? null : ago(hoursAgo - 2),
    }
  })
  await db.write((tx) => tx.feedbackNote.createMany({ data: words }))
}

const encouragements = [
  '第二课的两难题想得很细。下次例会上，请你把「先保护生命」那一题讲给大家听。',
  '看到你这周连着学了两课。入户多的日子不必赶，周末补上就行。',
  '多选题连错两次不要紧，回去看看「三个层面」那张图，再试一次。',
  '生态图画得好。有一条线可以再想想：居委会和这户人家之间，现在是谁在主动？',
] as const
