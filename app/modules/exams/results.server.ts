import type { Actor } from '~/modules/identity/actor.ts'
import { currentBank } from '~/modules/questions/bank.server.ts'
import { syllabus } from '~/modules/questions/official-pack.server.ts'
import { isSubject } from '~/modules/questions/subjects.ts'
import { chapterOf, chaptersByPoint, editionOf } from '~/modules/questions/syllabus.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { isBlank } from './answer.ts'
import { byChapter, byPoint, type ScoredItem } from './breakdown.ts'
import { closedTo } from './closed-questions.server.ts'
import { isReleased } from './cohort-sitting.ts'
import { handingsOf } from './handings.server.ts'
import { type OpenedPaper, openPaper } from './papers.server.ts'
import type { CurrentMarks } from './regrade.ts'
import type { ResultItem } from './result-html.ts'
import { itemsOf, pointTitle, type Regraded } from './result-items.server.ts'
import type { Released, ResultPage } from './result-page.ts'
import { revisionsOn, standingRegrades } from './revisions.server.ts'
import type { PaperToScore, Result } from './scoring.ts'
import { selfMarksOf } from './self-marks.server.ts'
import { marksNow, settle } from './settling.server.ts'

type Attempted = Awaited<ReturnType<typeof readAttempt>>

export type OpenedResult = { readonly page: ResultPage; readonly items: readonly ResultItem[] }

const weakestShown = 6

/** A finished attempt of hers. Null while it is open. Before the release of a sitting only what she handed in is told. */
export async function getResult(actor: Actor, attemptId: string, now: Date): Promise<OpenedResult | null> {
  const attempt = await readAttempt(actor, attemptId)
  if (attempt.status === 'open') {
    if (attempt.boundaryAt >= now) return null
    await settle(attemptId, now)
    return getResult(actor, attemptId, now)
  }
  const opened = await openPaper(attempt.paperId)
  const sitting = attempt.sittingId
    ? await db.read.sitting.findUnique({ where: { id: attempt.sittingId }, select: { releaseAt: true } })
    : null
  const releaseAt = (await sitsUntil(actor, now)) ?? sitting?.releaseAt ?? null
  const isShown = isReleased(releaseAt, now)
  const { subject } = opened.blueprint
  if (!isSubject(subject) || !attempt.marks) throw notFound()
  // Written by settling.server.ts.
  const result = JSON.parse(attempt.marks) as Result
  const english = actor.locale === 'en'
  const regraded = isShown ? await regradedBy(opened, attempt) : null
  const closed = await closedTo(actor.personId)
  const withheld = new Set(opened.paper.items.filter((one) => closed.has(one.questionId)).map(({ itemId }) => itemId))
  const items = isShown ? itemsOf(opened, attempt, result, await hersOf(opened, attempt), regraded, english) : []
  return {
    page: {
      withheld: isShown ? withheld.size : 0,
      ...{ attemptId, subject, releaseAt, startedAt: attempt.startedAt },
      title: { zh: opened.blueprint.title, en: opened.blueprint.titleEn },
      submittedAt: attempt.submittedAt ?? attempt.boundaryAt,
      submittedBy: attempt.submittedBy === 'self' ? 'self' : 'expiry',
      answered: attempt.answers.filter((answer) => !isBlank({ ...answer, isMarked: false })).length,
      itemCount: opened.paper.items.length,
      released: isShown ? releasedOf(opened, result, regraded, english) : null,
    },
    items: items.filter(({ itemId }) => !withheld.has(itemId)),
  }
}

/** Of an attempt that was voided its sitting: there she reads why, and may begin again. */
export async function voidedIn(actor: Actor, attemptId: string): Promise<string | null> {
  const attempt = await db.read.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId, status: 'void' },
    select: { sittingId: true },
  })
  return attempt?.sittingId ?? null
}

/** While she sits with her cohort, keys wait, whichever paper they are of: the same question may lie before her. */
async function sitsUntil({ personId }: Actor, now: Date): Promise<Date | null> {
  const open = await db.read.attempt.findFirst({
    where: { personId, status: 'open', boundaryAt: { gte: now }, sittingId: { not: null } },
    orderBy: { boundaryAt: 'desc' },
    select: { boundaryAt: true },
  })
  return open && new Date(open.boundaryAt.getTime() + 1)
}

/** How it is scored when marks were changed after the fact; null: as it was drawn. */
async function regradedBy(opened: OpenedPaper, attempt: Attempted): Promise<Regraded | null> {
  const standing = await standingRegrades(db.read)
  const revisions = revisionsOn(standing, opened.paper, attempt.sittingId)
  if (revisions.length === 0) return null
  return { ...(await marksNow(db.read, opened, attempt)), inUse: (await currentBank()).active }
}

/** Her own marks of written answers: in a mock she gives them, in a sitting somebody else does. And whom she asked to look. */
async function hersOf({ paper }: OpenedPaper, attempt: Attempted) {
  const own = await selfMarksOf(db.read, attempt.id)
  const values = new Map(attempt.answers.map(({ itemId, value }) => [itemId, value]))
  const written = paper.items.flatMap(({ kind, itemId }) => {
    const isMarked = own.some((one) => one.itemId === itemId)
    const value = values.get(itemId) ?? ''
    return kind === 'constructed' ? [{ itemId, isMarked, isBlank: isBlank({ value, isMarked: false }) }] : []
  })
  return {
    isSelfMarked: attempt.sittingId === null,
    ticked: new Map(own.map(({ itemId, ticked }) => [itemId, ticked])),
    handings: await handingsOf(attempt, written),
  }
}

async function readAttempt(actor: Actor, attemptId: string) {
  const attempt = await db.read.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId, status: { not: 'void' } },
    select: {
      ...{
        id: true,
        personId: true,
        status: true,
        paperId: true,
        sittingId: true,
        arrangement: true,
        marks: true,
        startedAt: true,
        boundaryAt: true,
      },
      ...{ submittedAt: true, submittedBy: true, answers: { select: { itemId: true, value: true } } },
    },
  })
  if (!attempt) throw notFound()
  return attempt
}

function releasedOf(opened: OpenedPaper, result: Result, regraded: CurrentMarks | null, english: boolean): Released {
  const scored = scoredItems(opened, result, regraded?.paper ?? null)
  const edition = editionOf(syllabus(), opened.blueprint.subject, opened.blueprint.edition)
  const chapterTitle = (chapter: number | null) => {
    const found = edition?.chapters.find(({ no }) => no === chapter)
    return found ? `${found.no} ${english ? found.titleEn : found.title}` : '—'
  }
  return {
    ...{ halfPoints: result.halfPoints, outOf: result.outOf, passLine: result.passLine, passed: result.passed },
    pending: result.pending.length,
    isEmpty: result.isEmpty,
    regraded: regraded && regradedItems(opened, regraded),
    chapters: byChapter(scored).map((share) => ({
      ...share,
      id: String(share.chapter),
      title: chapterTitle(share.chapter),
    })),
    weakest: byPoint(scored)
      .filter(({ halfPoints, outOf }) => halfPoints < outOf)
      .slice(0, weakestShown)
      .map((share) => ({ ...share, id: share.point, title: pointTitle(share.point, english) })),
  }
}

/** How many items are ruled otherwise than they were drawn. */
function regradedItems(opened: OpenedPaper, { ruled }: CurrentMarks): number {
  const drawn = opened.toScore
  return ruled.items.filter((item, at) => JSON.stringify(item) !== JSON.stringify(drawn.items[at])).length
}

function scoredItems(opened: OpenedPaper, result: Result, ruled: PaperToScore | null): readonly ScoredItem[] {
  const worth = new Map(ruled?.items.map(({ itemId, halfPoints }) => [itemId, halfPoints]))
  const { subject, edition } = opened.blueprint
  const found = editionOf(syllabus(), subject, edition)
  const chapters = found ? chaptersByPoint(found) : new Map<string, number>()
  const items = new Map(opened.paper.items.map((item) => [item.itemId, item]))
  return result.marks.flatMap((mark) => {
    const item = items.get(mark.itemId)
    const points = item ? (opened.questions.get(item.versionId)?.facts.points ?? []) : []
    return item
      ? [{ mark, points, outOf: worth.get(item.itemId) ?? item.halfPoints, chapter: chapterOf(points, chapters) }]
      : []
  })
}
