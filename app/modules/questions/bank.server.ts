import { db } from '~/platform/db.server.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instantOrNull, text, whole } from '~/platform/raw-row.ts'
import type { Question, QuestionBody, QuestionFacts } from './question.ts'

/*
 * The bank in memory: what may be asked now, and every version that was ever asked about. Versions never change, so they are
 * kept; which of them is active is asked again every few seconds, so another process's approval is here within that time.
 */
export type BankQuestion = Question & { readonly id: string; readonly version: number }

export type Bank = {
  /** active questions, by id */
  readonly active: ReadonlyMap<string, BankQuestion>
  /** names this state of the bank: whoever computed something from it may keep that as long as it is the same */
  readonly stamp: string
}

const freshMs = 3_000
const none: Bank = { active: new Map(), stamp: '' }
const versions = new Map<string, BankQuestion>()

let bank = none
let readAt = Number.NEGATIVE_INFINITY
let reading: Promise<Bank> | undefined

export async function currentBank(): Promise<Bank> {
  if (performance.now() - readAt < freshMs) return bank
  const mine = reading ?? readBank(bank)
  reading = mine
  const next = await mine
  // Forgotten meanwhile: what was read may be older than what made it so.
  if (reading === mine) {
    bank = next
    readAt = performance.now()
    reading = undefined
  }
  return next
}

/** After a change of the bank: the next reader sees it. */
export function forgetBank(): void {
  readAt = Number.NEGATIVE_INFINITY
  reading = undefined
}

async function readBank(before: Bank): Promise<Bank> {
  const [now] = await db.rows(Prisma.sql`
    SELECT COUNT(*) AS questions, COALESCE(SUM("newestVersion"), 0) AS versions,
      COALESCE(SUM(CASE WHEN "status" = 'active' THEN "activeVersion" ELSE 0 END), 0) AS active,
      MAX("updatedAt") AS latest
    FROM "Question"`)
  const stamp = [now?.questions, now?.versions, now?.active, instantOrNull(now?.latest ?? null)?.getTime()].join(' ')
  if (stamp === before.stamp) return before
  const rows = await db.rows(Prisma.sql`
    SELECT "id", "activeVersion" AS version FROM "Question" WHERE "status" = 'active' AND "activeVersion" IS NOT NULL
    ORDER BY "id"`)
  const wanted = rows.map((row) => ({ questionId: text(row.id), number: whole(row.version) }))
  const found = await versionsOf(wanted)
  return { active: new Map(found.map((question) => [question.id, question])), stamp }
}

export type VersionKey = { readonly questionId: string; readonly number: number }

const name = ({ questionId, number }: VersionKey) => `${questionId} ${number}`
const mostAtOnce = 400

/** These versions, in this order; one that does not exist is left out. */
export async function versionsOf(keys: readonly VersionKey[]): Promise<readonly BankQuestion[]> {
  const missing = keys.filter((key) => !versions.has(name(key)))
  for (let from = 0; from < missing.length; from += mostAtOnce) {
    const some = missing.slice(from, from + mostAtOnce)
    const rows = await db.read.questionVersion.findMany({
      where: { questionId: { in: [...new Set(some.map(({ questionId }) => questionId))] } },
      select: { questionId: true, number: true, body: true, facts: true },
    })
    for (const row of rows) versions.set(name(row), opened(row))
  }
  return keys.flatMap((key) => versions.get(name(key)) ?? [])
}

type StoredVersion = VersionKey & { readonly body: string; readonly facts: string }

/** What was written here by us, through a schema, into rows that cannot be changed. */
function opened({ questionId, number, body, facts }: StoredVersion): BankQuestion {
  return {
    id: questionId,
    version: number,
    body: JSON.parse(body) as QuestionBody,
    facts: JSON.parse(facts) as QuestionFacts,
  }
}
