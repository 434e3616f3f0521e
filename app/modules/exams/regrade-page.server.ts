import { randomUUID } from 'node:crypto'
import type { Actor } from '~/modules/identity/actor.ts'
import { versionsOf } from '~/modules/questions/bank.server.ts'
import { choicesOf } from '~/modules/questions/question.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { whole } from '~/platform/raw-row.ts'
import { versionId } from './papers.server.ts'
import { paperIdsIn } from './regrade-attempts.server.ts'
import { type DryRunPage, type RegradePage, type RegradeQuery, summaryOf, type UsedVersion } from './regrade-page.ts'
import type { Regrade } from './regrades.server.ts'
import { previewRegrade, type RegradeScope, requireScope } from './regrades.server.ts'
import { readRuling, type WrittenRuling } from './ruling-form.ts'

/** The question, and where it stood; without a version the newest that stood on a paper. */
export async function getRegradePage(actor: Actor, scope: RegradeScope, query: RegradeQuery): Promise<RegradePage> {
  await requireScope(actor, scope)
  const { questionId, choice: place } = query
  const row = await db.read.question.findUnique({ where: { id: questionId } })
  if (!row) throw notFound()
  const versions = await usedVersions(scope, questionId)
  if (scope.kind === 'sitting' && versions.length === 0) throw notFound()
  const number = query.version ?? versions[0]?.number ?? row.newestVersion
  const [question] = await versionsOf([{ questionId, number }])
  if (!question) throw notFound()
  const { body } = question
  const origin = row.origin === 'official' ? 'official' : 'centre'
  const page = { questionId, origin, versions, version: number, body } as const
  if (body.kind === 'constructed') {
    return { ...page, choice: 0, asked: { kind: 'constructed', optionCount: 0 }, key: [] }
  }
  const choice = choicesOf(body)[place]
  if (!choice) throw notFound()
  const { kind, options, key } = choice
  return { ...page, choice: place, asked: { kind, optionCount: options.length }, key }
}

/** Versions that stood on papers in the scope, with how many of those are in. */
async function usedVersions(scope: RegradeScope, questionId: string): Promise<readonly UsedVersion[]> {
  const inSitting =
    scope.kind === 'sitting'
      ? Prisma.sql`AND q."paperId" IN (${Prisma.join([...(await paperIdsIn(scope.sittingId)), ''])})`
      : Prisma.empty
  const ofSitting = scope.kind === 'sitting' ? Prisma.sql`AND a."sittingId" = ${scope.sittingId}` : Prisma.empty
  const rows = await db.rows(Prisma.sql`
    SELECT q."version" AS number, COUNT(a."id") AS attempts
    FROM "PaperQuestion" q
    LEFT JOIN "Attempt" a ON a."paperId" = q."paperId" AND a."status" = 'submitted' ${ofSitting}
    WHERE q."questionId" = ${questionId} ${inSitting}
    GROUP BY q."version" ORDER BY q."version" DESC`)
  return rows.map((row) => ({ number: whole(row.number), attempts: whole(row.attempts) }))
}

export type Checked = { readonly errors: FieldErrors } | DryRunPage

/** The dry run of what the form says, or what is wrong with the form. Nothing is written. */
export async function checkRegrade(
  actor: Actor,
  scope: RegradeScope,
  page: RegradePage,
  query: RegradeQuery,
): Promise<Checked | null> {
  if (query.policy === null || query.isEdited || page.versions.length === 0) return null
  const read = regradeFrom(page, { ...query, policy: query.policy }, query.onlyUpwards)
  if ('errors' in read) return read
  const { attempts, stamp } = await previewRegrade(actor, scope, read)
  const moved = attempts.filter(({ isChanged }) => isChanged)
  return {
    ...{ ...summaryOf(attempts), ruling: read.change.ruling, stamp, regradeId: randomUUID() },
    people: scope.kind === 'sitting' ? await named(moved) : null,
  }
}

/** What is written as a change of the question that the page is about. */
export function regradeFrom(
  { questionId, version, choice, asked }: RegradePage,
  written: WrittenRuling,
  onlyUpwards: boolean,
): Regrade | { readonly errors: FieldErrors } {
  const read = readRuling(written, asked)
  if (!read.ok) return { errors: { [read.field]: read.code } }
  const change = { versionId: versionId({ id: questionId, version }), choice, ruling: read.ruling }
  return { change, onlyUpwards }
}

type Moved = Awaited<ReturnType<typeof previewRegrade>>['attempts']

async function named(moved: Moved) {
  const people = await db.read.person.findMany({
    where: { id: { in: moved.map(({ personId }) => personId) } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return people.flatMap(({ id, name }) =>
    moved
      .filter(({ personId }) => personId === id)
      .map(({ attemptId, before, after }) => ({ attemptId, name, before: score(before), after: score(after) })),
  )
}

function score({ halfPoints, outOf, passed }: Moved[number]['before']) {
  return { halfPoints, outOf, passed }
}
