import { audit, auditAll } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { forgetBank } from './bank.server.ts'
import { chunks, type Known, keyName, questionsByKey } from './import-matches.server.ts'
import { questionHash } from './official-pack.server.ts'
import type { Question } from './question.ts'
import { act, newQuestionId, versionRow } from './question-acts.server.ts'
import { isFault, subjectOf } from './question-import.ts'
import { openImport, openItem } from './question-imports.server.ts'
import { isQuestionStatus, statusAfterSave } from './question-state.ts'
import type { Subject } from './subjects.ts'

/** faults: some of what is chosen cannot be imported. changed: what is chosen is not what she was shown. */
export type CommitOutcome =
  | { readonly kind: 'done'; readonly created: number; readonly updated: number; readonly unchanged: number }
  | { readonly kind: 'refused'; readonly fault: 'faults' | 'changed' | 'nothing' }

const atOnce = 100

/**
 * Everything that is chosen, or nothing: never silently less. `expected` is the number that she was shown. A row that the
 * bank knows by its key becomes the next version of its question, the others become new questions; nobody is asked any of
 * them before a second person has approved it.
 */
export async function commitImport(
  actor: Actor,
  importId: string,
  { expected, isProposed }: { readonly expected: number; readonly isProposed: boolean },
  now: Date,
): Promise<CommitOutcome> {
  const outcome = await db.write(async (tx): Promise<CommitOutcome> => {
    const { subject, fileName } = await openImport(tx, actor, importId)
    const rows = await tx.questionImportItem.findMany({
      where: { importId, isChosen: true },
      orderBy: { number: 'asc' },
    })
    if (rows.length === 0) return { kind: 'refused', fault: 'nothing' }
    if (rows.length !== expected) return { kind: 'refused', fault: 'changed' }
    const items = rows.flatMap((row) => {
      const { question, problems } = openItem(row)
      return question && !isFault(question, problems) ? [{ row, question: placed(question, subject) }] : []
    })
    const names = items.flatMap(({ row: { rowKey: key }, question }) =>
      key === null ? [] : [keyName({ subject: question.facts.subject, key })],
    )
    if (items.length < rows.length || new Set(names).size < names.length) return { kind: 'refused', fault: 'faults' }

    const known = await questionsByKey(
      tx,
      rows.map(({ rowKey }) => rowKey),
    )
    const status = statusAfterSave('draft', isProposed)
    const news: Array<{ id: string; question: Question; rowKey: string | null }> = []
    const changes: Array<{ known: Known; question: Question }> = []
    const became = new Map<number, string>()
    for (const { row, question } of items) {
      const { subject: place } = question.facts
      const held = row.rowKey === null ? undefined : known.get(keyName({ subject: place, key: row.rowKey }))
      const id = held?.id ?? newQuestionId()
      became.set(row.number, id)
      if (!held) news.push({ id, question, rowKey: row.rowKey })
      else if (held.hash !== questionHash(question)) changes.push({ known: held, question })
    }
    for (const some of chunks(news, atOnce)) {
      await tx.question.createMany({
        data: some.map(({ id, question, rowKey }) => ({
          ...{ id, origin: 'centre', subject: question.facts.subject, kind: question.body.kind, status, rowKey },
          newestVersion: 1,
          ...{ createdBy: actor.personId, createdAt: now, updatedAt: now },
        })),
      })
      await tx.questionVersion.createMany({
        data: some.map(({ id, question }) => versionRow(actor, id, 1, question, fileName, now)),
      })
    }
    for (const change of changes) await addVersion(tx, actor, change, fileName, isProposed, now)
    for (const some of chunks([...news, ...changes.map(({ known: { id } }) => ({ id }))], atOnce)) {
      await auditAll(
        tx,
        some.map(({ id }) => act(actor, 'imported', id, now, importId)),
      )
    }
    await rememberQuestions(tx, rows, became)
    await tx.questionImport.update({ where: { id: importId }, data: { committedAt: now } })
    await audit(tx, { actor, action: 'import.committed', objectType: 'questionImport', objectId: importId, now })
    const unchanged = items.length - news.length - changes.length
    return { kind: 'done', created: news.length, updated: changes.length, unchanged }
  })
  forgetBank()
  return outcome
}

async function addVersion(
  tx: Tx,
  actor: Actor,
  { known, question }: { known: Known; question: Question },
  note: string,
  isProposed: boolean,
  now: Date,
): Promise<void> {
  const number = known.newestVersion + 1
  const before = isQuestionStatus(known.status) ? known.status : 'draft'
  await tx.questionVersion.create({ data: versionRow(actor, known.id, number, question, note, now) })
  await tx.question.update({
    where: { id: known.id },
    data: {
      ...{ newestVersion: number, kind: question.body.kind, updatedAt: now },
      status: statusAfterSave(before, isProposed),
    },
  })
}

/** Which question each item became: written anew in a few statements instead of one for each of a thousand. */
async function rememberQuestions(
  tx: Tx,
  rows: readonly StoredItem[],
  became: ReadonlyMap<number, string>,
): Promise<void> {
  const [first] = rows
  if (!first) return
  await tx.questionImportItem.deleteMany({ where: { importId: first.importId, isChosen: true } })
  for (const some of chunks(rows, atOnce)) {
    await tx.questionImportItem.createMany({
      data: some.map((row) => ({ ...row, questionId: became.get(row.number) ?? null })),
    })
  }
}

type StoredItem = Awaited<ReturnType<Tx['questionImportItem']['findFirstOrThrow']>>

/** What the file says of its place counts where it says so; else the subject that was chosen. */
function placed(question: Question, target: Subject): Question {
  return { ...question, facts: { ...question.facts, subject: subjectOf(question, target) } }
}
