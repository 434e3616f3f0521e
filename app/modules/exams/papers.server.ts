import { randomInt, randomUUID } from 'node:crypto'
import type { Actor } from '~/modules/identity/actor.ts'
import { type BankQuestion, currentBank, versionsOf } from '~/modules/questions/bank.server.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import { type Choice, choicesOf } from '~/modules/questions/question.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { chapterOf, chaptersByPoint } from '~/modules/questions/syllabus.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { LatestKept } from '~/platform/latest-kept.ts'
import type { BankItem } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import { formLetter } from './cohort-sitting.ts'
import type { Impossible } from './draw.ts'
import { drawPaper, type Paper, type PaperItem, withKeys } from './paper.ts'
import { exposuresOf } from './paper-usage.server.ts'
import type { PaperToScore } from './scoring.ts'

/** Names a version of a question inside a paper. */
export function versionId({ id, version }: Pick<BankQuestion, 'id' | 'version'>): string {
  return `${id}@${version}`
}

export function versionKey(name: string): { readonly questionId: string; readonly number: number } {
  const at = name.lastIndexOf('@')
  return { questionId: name.slice(0, at), number: Number(name.slice(at + 1)) }
}

/** What the bank holds of a subject, as a draw wants it: with chapters, and on how many papers each question stood. */
export async function bankItems(subject: Subject): Promise<readonly BankItem[]> {
  const [bank, exposures] = [await currentBank(), await exposuresOf()]
  const editions = syllabus()
    .editions.filter((one) => one.subject === subject)
    .map((one) => [one.edition, chaptersByPoint(one)] as const)
  return [...bank.active.values()]
    .filter(({ facts }) => facts.subject === subject)
    .map((question) => ({
      questionId: question.id,
      versionId: versionId(question),
      kind: question.body.kind,
      choices: choicesOf(question.body).map(({ kind, options }) => ({ kind, optionCount: options.length })),
      outOf: question.body.kind === 'constructed' ? question.body.outOf : null,
      chapters: Object.fromEntries(
        editions.flatMap(([edition, chapters]) => {
          const chapter = chapterOf(question.facts.points, chapters)
          return chapter === null ? [] : [[edition, String(chapter)] as const]
        }),
      ),
      difficulty: question.facts.difficulty,
      exposures: exposures.get(question.id) ?? 0,
      laws: question.facts.laws,
    }))
}

/** Draws a paper from the bank as it is now; nothing is kept yet. The seed is stored with it. */
export async function drawNow(blueprint: Blueprint): Promise<Paper | Impossible> {
  return drawPaper(blueprint, await bankItems(blueprint.subject), randomInt(2 ** 31))
}

type NewPaper = {
  readonly id?: string
  readonly paper: Paper
  readonly blueprint: Blueprint
  readonly title: string
  /** for sittings and print; one that was drawn for a single mock is not listed */
  readonly isFixed: boolean
  readonly formsId?: string
}

export async function keepPaper(tx: Tx, actorId: string, made: NewPaper, now: Date): Promise<string> {
  const { paper, blueprint, title, isFixed, formsId, id = randomUUID() } = made
  await tx.paper.create({
    data: {
      ...{ id, title, isFixed, blueprintId: blueprint.id, subject: blueprint.subject, seed: String(paper.seed) },
      ...{ blueprint: JSON.stringify(blueprint), items: JSON.stringify(paper), formsId: formsId ?? null },
      ...{ createdBy: actorId, createdAt: now },
    },
  })
  const keys = new Map(paper.items.map((item) => [item.questionId, versionKey(item.versionId).number]))
  await tx.paperQuestion.createMany({
    data: [...keys].map(([questionId, version]) => ({ paperId: id, questionId, version })),
  })
  return id
}

/** Freezes parallel forms: «月考 A», «月考 B»; a single one has the title alone. */
export async function keepForms(
  tx: Tx,
  actor: Actor,
  made: { readonly title: string; readonly blueprint: Blueprint; readonly papers: readonly Paper[] },
  now: Date,
  newId: () => string = randomUUID,
): Promise<readonly string[]> {
  const { title, blueprint, papers } = made
  const formsId = randomUUID()
  const ids: string[] = []
  for (const [at, paper] of papers.entries()) {
    const named = papers.length > 1 ? `${title} ${formLetter(at)}` : title
    const form = { id: newId(), paper, blueprint, title: named, isFixed: true, formsId }
    ids.push(await keepPaper(tx, actor.personId, form, now))
  }
  return ids
}

/** A frozen paper with what its questions say: never changes, so it is kept in memory. */
export type OpenedPaper = {
  readonly id: string
  readonly title: string
  readonly blueprint: Blueprint
  readonly paper: Paper
  /** by version id */
  readonly questions: ReadonlyMap<string, BankQuestion>
  /** with its keys */
  readonly toScore: PaperToScore
}

const opened = new LatestKept<string, OpenedPaper>(500)

export async function openPaper(paperId: string): Promise<OpenedPaper> {
  const found = (await openPapers([paperId])).get(paperId)
  if (!found) throw notFound()
  return found
}

/** One that somebody has opened, if it has not made room for others since. */
export function paperInMemory(paperId: string): OpenedPaper | undefined {
  return opened.get(paperId)
}

const papersAtOnce = 400

/** Many at once, by id, in one query for all that are not in memory; one that does not exist is left out. */
export async function openPapers(paperIds: readonly string[]): Promise<ReadonlyMap<string, OpenedPaper>> {
  const found = new Map(paperIds.map((id) => [id, opened.get(id)] as const).filter(isOpened))
  const missing = paperIds.filter((id) => !found.has(id))
  for (let from = 0; from < missing.length; from += papersAtOnce) {
    const rows = await db.read.paper.findMany({
      where: { id: { in: missing.slice(from, from + papersAtOnce) } },
      select: { id: true, title: true, blueprint: true, items: true },
    })
    for (const row of rows) {
      const fresh = await openRow(row)
      opened.keep(row.id, fresh)
      found.set(row.id, fresh)
    }
  }
  return found
}

function isOpened(entry: readonly [string, OpenedPaper | undefined]): entry is readonly [string, OpenedPaper] {
  return entry[1] !== undefined
}

type StoredPaper = { readonly id: string; readonly title: string; readonly blueprint: string; readonly items: string }

async function openRow({ id, title, blueprint, items }: StoredPaper): Promise<OpenedPaper> {
  // Written by keepPaper above into a row that cannot be changed.
  const paper = JSON.parse(items) as Paper
  const keys = [...new Set(paper.items.map((item) => item.versionId))]
  const found = await versionsOf(keys.map(versionKey))
  const questions = new Map(found.map((question) => [versionId(question), question]))
  const toScore = withKeys(paper, (version, choice) => {
    const question = questions.get(version)
    return question ? (choicesOf(question.body)[choice]?.key ?? []) : []
  })
  return { ...{ id, title, blueprint: JSON.parse(blueprint) as Blueprint, paper }, questions, toScore }
}

/** The choice that an item asks; a constructed response has none. */
export function choiceOf({ questions }: OpenedPaper, item: PaperItem): Choice | null {
  const question = questions.get(item.versionId)
  return question && item.kind !== 'constructed' ? (choicesOf(question.body)[item.choice] ?? null) : null
}
