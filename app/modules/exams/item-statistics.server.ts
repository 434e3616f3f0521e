import { getCohort } from '~/modules/cohorts/cohorts.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { excerptOf } from '~/modules/questions/bank-rows.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { pickedIndexes, readArrangement } from './arrangement.ts'
import { formLetter } from './cohort-sitting.ts'
import { analyseItem, type ItemResponse } from './item-analysis.ts'
import type { ItemRow, ItemsPage } from './item-statistics.ts'
import type { ChoicePaperItem } from './paper.ts'
import { choiceOf, type OpenedPaper, openPaper } from './papers.server.ts'
import { rulePaper } from './regrade.ts'
import { revisionsOn, type StandingRegrade, standingRegrades } from './revisions.server.ts'
import type { ItemToScore, Result } from './scoring.ts'
import { ruledItemOf, shownRuling } from './shown-ruling.ts'
import { paperIdsOf } from './sitting-papers.ts'

/*
 * How items did: gathered from what was sat in exams of cohorts, never in mocks, where the key may be known. Of each person
 * her first paper of a sitting counts, so that nobody counts twice.
 */
type Sat = {
  readonly personId: string
  readonly sittingId: string | null
  readonly paperId: string
  readonly arrangement: string
  readonly marks: string | null
  readonly answers: ReadonlyArray<{ readonly itemId: string; readonly value: string }>
}

const sat = {
  ...{ personId: true, sittingId: true, paperId: true, arrangement: true, marks: true },
  answers: { select: { itemId: true, value: true } },
} as const
const mostRead = 2_000

/** Every choice that was asked in a sitting, with what came of it. */
export async function getSittingItems(actor: Actor, cohortId: string, sittingId: string): Promise<ItemsPage> {
  const cohort = await getCohort(actor, cohortId)
  const sitting = await db.read.sitting.findFirst({ where: { id: sittingId, cohortId } })
  if (!sitting) throw notFound()
  const papers = await Promise.all(paperIdsOf(sitting.paperIds).map(openPaper))
  const attempts = await firstOnes({ sittingId })
  const standing = await standingRegrades(db.read)
  return {
    cohort: { id: cohort.id, name: cohort.name, isArchived: cohort.isArchived },
    sitting: { id: sitting.id, title: sitting.title },
    papers: papers.length,
    attempts: attempts.length,
    rows: papers.flatMap((opened, form) => rowsOf(opened, formLetter(form), attempts, standing, sittingId)),
  }
}

/** One question in every sitting it was asked in: a row for each version and choice. */
export async function getQuestionItems(actor: Actor, questionId: string): Promise<readonly ItemRow[]> {
  demand(mayAuthor(actor))
  const question = await db.read.question.findUnique({ where: { id: questionId }, select: { id: true } })
  if (!question) throw notFound()
  const onPapers = await db.read.paperQuestion.findMany({ where: { questionId }, select: { paperId: true } })
  const paperIds = onPapers.map(({ paperId }) => paperId)
  const attempts = await firstOnes({ paperId: { in: paperIds }, sittingId: { not: null } })
  const standing = (await standingRegrades(db.read)).filter((one) => one.sittingId === null)
  const asked = new Map<string, { opened: OpenedPaper; item: ChoicePaperItem; responses: ItemResponse[] }>()
  for (const paperId of new Set(attempts.map((one) => one.paperId))) {
    const opened = await openPaper(paperId)
    for (const item of choicesOn(opened).filter((one) => one.questionId === questionId)) {
      const key = `${item.versionId} ${item.choice}`
      const before = asked.get(key) ?? { opened, item, responses: [] }
      before.responses.push(...responsesTo(opened, item, attempts))
      asked.set(key, before)
    }
  }
  return [...asked.values()]
    .map(({ opened, item, responses }) => rowOf(opened, item, '', responses, standing, null))
    .toSorted((a, b) => b.version - a.version || a.choice - b.choice)
}

async function firstOnes(where: object): Promise<readonly Sat[]> {
  const rows = await db.read.attempt.findMany({
    where: { ...where, status: 'submitted' },
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
    select: sat,
    take: mostRead,
  })
  const first = new Map<string, Sat>()
  for (const row of rows) {
    const key = `${row.personId} ${row.sittingId}`
    if (!first.has(key)) first.set(key, row)
  }
  return [...first.values()]
}

function choicesOn({ paper }: OpenedPaper): readonly ChoicePaperItem[] {
  return paper.items.flatMap((item) => (item.kind === 'constructed' ? [] : item))
}

function rowsOf(
  opened: OpenedPaper,
  form: string,
  attempts: readonly Sat[],
  standing: readonly StandingRegrade[],
  sittingId: string,
): readonly ItemRow[] {
  const own = attempts.filter(({ paperId }) => paperId === opened.id).map(readSat)
  return choicesOn(opened).map((item) =>
    rowOf(
      opened,
      item,
      form,
      own.flatMap((one) => responseTo(item, one)),
      standing,
      sittingId,
    ),
  )
}

function responsesTo(opened: OpenedPaper, item: ChoicePaperItem, attempts: readonly Sat[]): readonly ItemResponse[] {
  return attempts
    .filter(({ paperId }) => paperId === opened.id)
    .map(readSat)
    .flatMap((one) => responseTo(item, one))
}

type ReadSat = ReturnType<typeof readSat>

function readSat({ arrangement, marks, answers }: Sat) {
  // Written by settling.server.ts.
  const result = marks === null ? null : (JSON.parse(marks) as Result)
  return {
    arrangement: readArrangement(arrangement),
    values: new Map(answers.map(({ itemId, value }) => [itemId, value])),
    points: new Map(result?.marks.map(({ itemId, halfPoints }) => [itemId, halfPoints])),
    total: result?.marks.reduce((sum, { halfPoints }) => sum + halfPoints, 0) ?? 0,
  }
}

function responseTo(item: ChoicePaperItem, { arrangement, values, points, total }: ReadSat): readonly ItemResponse[] {
  const halfPoints = points.get(item.itemId)
  if (halfPoints === undefined) return []
  const value = values.get(item.itemId) ?? ''
  return [{ picked: pickedIndexes(arrangement, item.itemId, value) ?? [], halfPoints, total }]
}

function rowOf(
  opened: OpenedPaper,
  item: ChoicePaperItem,
  form: string,
  responses: readonly ItemResponse[],
  standing: readonly StandingRegrade[],
  sittingId: string | null,
): ItemRow {
  const question = opened.questions.get(item.versionId)
  const drawn = choiceOf(opened, item)
  const ruled = ruledItem(opened, item, standing, sittingId)
  const key = [...new Set(ruled?.keys.flat() ?? drawn?.key ?? [])]
  const { optionCount, halfPoints } = item
  const isRegraded = ruled !== null && shownRuling(ruled, { key: drawn?.key ?? [], halfPoints }, []) !== null
  return {
    ...{ questionId: item.questionId, version: question?.version ?? 0, choice: item.choice },
    ...{ number: item.number, form, kind: item.kind, optionCount, isRegraded },
    text: drawn && question ? excerptOf({ body: drawn, facts: question.facts }) : '',
    stem: drawn?.stem ?? '',
    options: drawn?.options ?? [],
    analysis: analyseItem({ key, optionCount, halfPoints: ruled?.halfPoints ?? halfPoints }, responses),
  }
}

function ruledItem(
  opened: OpenedPaper,
  { itemId }: ChoicePaperItem,
  standing: readonly StandingRegrade[],
  sittingId: string | null,
): ItemToScore | null {
  const revisions = revisionsOn(standing, opened.paper, sittingId)
  return ruledItemOf(
    revisions.reduce((paper, { change }) => rulePaper(paper, change), opened.toScore),
    itemId,
  )
}
