import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { db, type Tx } from '~/platform/db.server.ts'
import { textHash } from './bank-text.server.ts'
import type { Pack, PackedQuestion } from './pack.ts'
import type { Question } from './question.ts'
import type { Syllabus } from './syllabus.ts'

export const packFile = resolve('.content', 'exam-pack.json')

let pack: Pack | undefined

/** The official pack, from memory. Written by `npm run content` of this same version of the code. */
export function officialPack(): Pack {
  pack ??= JSON.parse(readFileSync(packFile, 'utf8')) as Pack
  return pack
}

export function syllabus(): Syllabus {
  return officialPack().syllabus
}

/** Same body and facts, same hash, whoever wrote them down. */
export function questionHash({ body, facts }: Question): string {
  return createHash('sha256')
    .update(JSON.stringify([body, facts]))
    .digest('hex')
}

const atOnce = 50

/**
 * Brings the official questions into the bank when the site starts: what is new is added, what reads otherwise than before
 * gets a new version (attempts keep the old one), what the pack no longer has is retired. Doing it twice does nothing.
 */
export async function syncOfficialPack(questions: readonly PackedQuestion[], now: Date): Promise<number> {
  const held = await heldVersions()
  const changed = questions.filter((one) => held.get(one.id)?.hash !== questionHash(one))
  for (let from = 0; from < changed.length; from += atOnce) {
    const some = changed.slice(from, from + atOnce)
    await db.write((tx) => addVersions(tx, some, now))
  }
  const known = new Set(questions.map(({ id }) => id))
  const gone = [...held].filter(([id, { status }]) => !known.has(id) && status !== 'retired').map(([id]) => id)
  if (gone.length > 0) {
    const retired = { status: 'retired', updatedAt: now }
    await db.write((tx) => tx.question.updateMany({ where: { id: { in: gone } }, data: retired }))
  }
  return changed.length + gone.length
}

type Held = { readonly hash: string; readonly status: string }

async function heldVersions(): Promise<ReadonlyMap<string, Held>> {
  const rows = await db.read.question.findMany({
    where: { origin: 'official' },
    select: { id: true, status: true, newestVersion: true, versions: { select: { number: true, hash: true } } },
  })
  return new Map(
    rows.map(({ id, status, newestVersion, versions }) => [
      id,
      { status, hash: versions.find(({ number }) => number === newestVersion)?.hash ?? '' },
    ]),
  )
}

async function addVersions(tx: Tx, questions: readonly PackedQuestion[], now: Date): Promise<void> {
  const ids = questions.map(({ id }) => id)
  const rows = await tx.question.findMany({ where: { id: { in: ids } }, select: { id: true, newestVersion: true } })
  const newest = new Map(rows.map(({ id, newestVersion }) => [id, newestVersion]))
  const numbered = questions.map((question) => ({ question, number: (newest.get(question.id) ?? 0) + 1 }))
  await tx.question.createMany({
    data: numbered
      .filter(({ number }) => number === 1)
      .map(({ question }) => ({
        ...{ id: question.id, origin: 'official', subject: question.facts.subject, createdAt: now },
        ...liveAs(question, 1, now),
      })),
  })
  for (const { question, number } of numbered.filter(({ number }) => number > 1)) {
    // What a centre has retired stays so: a better wording of ours does not put it back before trainees.
    const { status: _, ...next } = liveAs(question, number, now)
    await tx.question.update({ where: { id: question.id }, data: next })
  }
  await tx.questionVersion.createMany({
    data: numbered.map(({ question, number }) => ({
      ...{ questionId: question.id, number, note: '', createdAt: now, approvedAt: now },
      body: JSON.stringify(question.body),
      facts: JSON.stringify(question.facts),
      hash: questionHash(question),
      textHash: textHash(question.body),
    })),
  })
}

/** What stands in the repository was read by a second person before it got there. */
function liveAs({ body }: PackedQuestion, number: number, now: Date) {
  return { kind: body.kind, newestVersion: number, activeVersion: number, status: 'active', updatedAt: now }
}
