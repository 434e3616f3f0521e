import type { Actor } from '~/modules/identity/actor.ts'
import { currentBank } from '~/modules/questions/bank.server.ts'
import { type Subject, subjectCodes } from '~/modules/questions/subjects.ts'
import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text, truth, wholeOrNull } from '~/platform/raw-row.ts'
import type { Blueprint } from './blueprint.ts'
import { feasibility } from './blueprint-check.ts'
import { mockBlueprint, offeredBlueprints } from './blueprints.server.ts'
import { isReleased } from './cohort-sitting.ts'
import type { ExamHome, PaperOutline, PastAttempt, SubjectPage, SubjectRow } from './exam-home.ts'
import { officialBlueprints } from './official-blueprints.server.ts'
import { bankItems } from './papers.server.ts'
import { explainRules } from './scoring.ts'
import type { Short } from './whole-questions.ts'

const shown = 200

/** 考证: every subject with what the bank holds and how she did last, and the exam that is open. */
export async function getExamHome(actor: Actor, now: Date): Promise<ExamHome> {
  const attempts = await ownAttempts(actor.personId, now)
  const open = attempts.find(({ status }) => status === 'open')
  return {
    open: open ? { attemptId: open.attemptId, subject: open.subject, deadlineAt: open.deadlineAt } : null,
    subjects: await Promise.all(subjectCodes.map((subject) => subjectRow(subject, attempts))),
  }
}

async function subjectRow(subject: Subject, attempts: readonly OwnAttempt[]): Promise<SubjectRow> {
  const bank = await currentBank()
  const held = [...bank.active.values()].filter(({ facts }) => facts.subject === subject)
  const own = attempts.filter((one) => one.subject === subject && one.status === 'submitted').map(past)
  return {
    subject,
    questions: held.length,
    mayPractise: held.some(({ body }) => body.kind !== 'constructed'),
    isReady: (await shortOf(subject))?.length === 0,
    last: own[0] ?? null,
    attempts: own.length,
  }
}

/** One subject: what the paper is like, how it is scored, what she has sat. */
export async function getSubjectPage(actor: Actor, subject: Subject, now: Date): Promise<SubjectPage> {
  const attempts = (await ownAttempts(actor.personId, now)).filter((one) => one.subject === subject)
  const open = attempts.find(({ status }) => status === 'open')
  const blueprint = mockBlueprint(subject)
  return {
    subject,
    blueprint: blueprint ? outlineOf(blueprint) : null,
    offered: await Promise.all(
      (await offeredBlueprints(subject)).map(async ({ blueprint: own, updatedAt }) => ({
        ...{ id: own.id, ...outlineOf(own) },
        isShort: (await shortIn(own, updatedAt.toISOString())).length > 0,
      })),
    ),
    short: (await shortOf(subject)) ?? [],
    openAttemptId: open?.attemptId ?? null,
    past: attempts.filter(({ status }) => status === 'submitted').map(past),
  }
}

/** What a paper is like, for the page before the start. */
export function outlineOf(blueprint: Blueprint): PaperOutline {
  const { title, titleEn, minutes, passLine, parts, lawCutoff } = blueprint
  const outOf = parts.reduce((sum, { count, halfPoints }) => sum + count * halfPoints, 0)
  const items = parts.reduce((sum, { count }) => sum + count, 0)
  return { title, titleEn, minutes, passLine, parts, lawCutoff, items, outOf, examples: explainRules(parts) }
}

async function shortOf(subject: Subject): Promise<readonly Short[] | null> {
  const blueprint = mockBlueprint(subject)
  return blueprint ? shortIn(blueprint, '') : null
}

/** What the bank lacks for a paper, per state of the bank and of the blueprint: working it out takes longer than a page. */
const known = new Map<string, { readonly stamp: string; readonly short: readonly Short[] }>()

async function shortIn(blueprint: Blueprint, state: string): Promise<readonly Short[]> {
  const stamp = `${(await currentBank()).stamp} ${state}`
  const held = known.get(blueprint.id)
  if (held?.stamp === stamp) return held.short
  const found = feasibility(blueprint, await bankItems(blueprint.subject))
  const short = found.answer === 'no' ? found.short : []
  known.set(blueprint.id, { stamp, short })
  return short
}

type OwnAttempt = PastAttempt & {
  readonly subject: Subject
  readonly status: string
  readonly deadlineAt: Date
}

async function ownAttempts(personId: string, now: Date): Promise<readonly OwnAttempt[]> {
  const rows = await db.rows(Prisma.sql`
    SELECT a."id" AS id, a."status" AS status, a."startedAt" AS started, a."submittedAt" AS submitted,
      a."deadlineAt" AS deadline, a."halfPoints" AS points, a."outOf" AS outof, a."passed" AS passed,
      a."sittingId" AS sitting, s."title" AS title, s."releaseAt" AS released, p."subject" AS subject,
      p."title" AS paper, p."blueprintId" AS blueprint
    FROM "Attempt" a JOIN "Paper" p ON p."id" = a."paperId" LEFT JOIN "Sitting" s ON s."id" = a."sittingId"
    WHERE a."personId" = ${personId} AND a."status" <> 'void'
    ORDER BY a."startedAt" DESC, a."id" LIMIT ${shown}`)
  return rows.map((row) => ownAttempt(row, now))
}

function ownAttempt(row: RawRow, now: Date): OwnAttempt {
  const releaseAt = row.sitting === null ? null : instantOrNull(row.released)
  const shows = isReleased(releaseAt, now)
  const isOwn = row.sitting === null && !officialBlueprints().some(({ id }) => id === row.blueprint)
  return {
    paper: isOwn ? text(row.paper) : null,
    attemptId: text(row.id),
    subject: text(row.subject) as Subject,
    status: text(row.status),
    startedAt: instant(row.started),
    submittedAt: instantOrNull(row.submitted),
    deadlineAt: instant(row.deadline),
    halfPoints: shows ? wholeOrNull(row.points) : null,
    outOf: shows ? wholeOrNull(row.outof) : null,
    passed: shows && row.passed !== null ? truth(row.passed) : null,
    sitting: row.sitting === null ? null : { title: text(row.title), releaseAt: shows ? null : releaseAt },
  }
}

function past({ subject: _, status: _status, deadlineAt: _deadline, ...one }: OwnAttempt): PastAttempt {
  return one
}
