import { randomUUID } from 'node:crypto'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { db, type Tx } from '~/platform/db.server.ts'
import { DomainError, notFound } from '~/platform/errors.ts'
import type { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { textHash } from './bank-text.server.ts'
import { applyFix } from './exchange/item-fixes.ts'
import type { StagedItem, StagedProblem } from './exchange/staged-item.ts'
import { chunks, type Known, keyName, questionsByKey, questionsByText } from './import-matches.server.ts'
import { keepPictures } from './pictures.server.ts'
import type { Question } from './question.ts'
import {
  duplicateMark,
  fixAt,
  type ImportPage,
  type ImportView,
  isFault,
  itemsPerPage,
  mostItems,
  readDuplicate,
  type ShownItem,
  subjectOf,
} from './question-import.ts'
import { isSubject, type Subject } from './subjects.ts'

/*
 * A file on its way into the bank. It is read once and laid out; nothing of it is in the bank before its owner says so
 * (import-commit.server.ts). What she chose and mended stays until she comes back.
 */
export type ReadFile = {
  readonly subject: Subject
  readonly fileName: string
  readonly format: string
  readonly items: readonly StagedItem[]
}

const longestExcerpt = 4_000
const atOnce = 100

/** Lays a file out. What is whole and new is chosen; what has an error or is there already waits for her word. */
export async function stageImport(actor: Actor, file: ReadFile, now: Date): Promise<string> {
  demand(mayAuthor(actor))
  if (file.items.length > mostItems) throw new DomainError('tooLarge', { most: mostItems })
  const importId = randomUUID()
  const rows = await stagedRows(importId, file)
  await db.write(async (tx) => {
    await keepPictures(tx, [...file.items.flatMap(({ pictures }) => pictures)], now)
    await tx.questionImport.create({
      data: {
        ...{ id: importId, ownerId: actor.personId, subject: file.subject, createdAt: now },
        ...{ fileName: file.fileName.slice(0, 200), format: file.format },
      },
    })
    for (const some of chunks(rows, atOnce)) await tx.questionImportItem.createMany({ data: [...some] })
    await audit(tx, { actor, action: 'import.staged', objectType: 'questionImport', objectId: importId, now })
  })
  return importId
}

async function stagedRows(importId: string, { subject, items }: ReadFile) {
  const hashes = items.map(({ question }) => (question ? textHash(question.body) : null))
  const byText = await questionsByText(
    db.read,
    hashes.filter((hash) => hash !== null),
  )
  const byKey = await questionsByKey(
    db.read,
    items.map(({ rowKey }) => rowKey),
  )
  const firstInFile = new Map<string, number>()
  return items.map(({ line, excerpt, rowKey, question, problems }, at) => {
    const number = at + 1
    const hash = hashes[at] ?? null
    const before = hash === null ? undefined : firstInFile.get(hash)
    if (hash !== null && before === undefined) firstInFile.set(hash, number)
    const inBank = hash === null ? undefined : byText.get(hash)
    const own =
      rowKey && question ? byKey.get(keyName({ subject: subjectOf(question, subject), key: rowKey }))?.id : undefined
    // The question that it is going to update says the same, of course.
    const duplicateOf = inBank !== own && inBank ? inBank : before === undefined ? null : duplicateMark(before)
    return {
      ...{ importId, number, line, excerpt: excerpt.slice(0, longestExcerpt), rowKey, duplicateOf },
      question: question && JSON.stringify(question),
      problems: JSON.stringify(problems),
      isChosen: !isFault(question, problems) && duplicateOf === null,
      questionId: null,
    }
  })
}

export type ListedImport = {
  readonly id: string
  readonly fileName: string
  readonly subject: Subject
  readonly createdAt: Date
  readonly committedAt: Date | null
  readonly items: number
}

const mostImports = 10

/** Her last imports, those that she gave up left out. */
export async function listImports(actor: Actor): Promise<readonly ListedImport[]> {
  demand(mayAuthor(actor))
  const rows = await db.read.questionImport.findMany({
    where: { ownerId: actor.personId, discardedAt: null },
    orderBy: { createdAt: 'desc' },
    take: mostImports,
    include: { _count: { select: { items: true } } },
  })
  return rows.flatMap(({ id, fileName, subject, createdAt, committedAt, _count }) =>
    isSubject(subject) ? [{ id, fileName, subject, createdAt, committedAt, items: _count.items }] : [],
  )
}

export async function getImport(actor: Actor, importId: string, view: ImportView, page: number): Promise<ImportPage> {
  const { id, subject, fileName, format, createdAt, committedAt, discardedAt } = await ownImport(
    db.read,
    actor,
    importId,
  )
  const of = (wanted: ImportView) => ({ importId, ...whereOf[wanted] })
  const [all, faults, duplicates, chosen] = await Promise.all(
    (['all', 'faults', 'duplicates', 'chosen'] as const).map((wanted) =>
      db.read.questionImportItem.count({ where: of(wanted) }),
    ),
  )
  const counts = { all: all ?? 0, faults: faults ?? 0, duplicates: duplicates ?? 0, chosen: chosen ?? 0 }
  const pages = Math.max(1, Math.ceil(counts[view] / itemsPerPage))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await db.read.questionImportItem.findMany({
    where: of(view),
    orderBy: { number: 'asc' },
    skip: (shown - 1) * itemsPerPage,
    take: itemsPerPage,
  })
  const known = await questionsByKey(
    db.read,
    rows.map(({ rowKey }) => rowKey),
  )
  return {
    ...{ id, subject, fileName, format, createdAt, committedAt, discardedAt, counts, view, pages },
    page: shown,
    items: rows.map((row) => shownItem(row, subject, known)),
  }
}

const whereOf: Readonly<Record<ImportView, Prisma.QuestionImportItemWhereInput>> = {
  all: {},
  faults: { OR: [{ question: null }, { problems: { contains: '"level":"error"' } }] },
  duplicates: { duplicateOf: { not: null } },
  chosen: { isChosen: true },
}

type StoredItem = Omit<ShownItem, 'question' | 'problems' | 'hasFault' | 'duplicateOf' | 'updates' | 'subject'> & {
  readonly rowKey: string | null
  readonly question: string | null
  readonly problems: string
  readonly duplicateOf: string | null
}

function shownItem(row: StoredItem, target: Subject, known: ReadonlyMap<string, Known>): ShownItem {
  const { question, problems } = openItem(row)
  const { number, line, excerpt, isChosen, questionId, rowKey } = row
  const subject = question ? subjectOf(question, target) : target
  return {
    ...{ number, line, excerpt, isChosen, questionId, question, problems, subject },
    updates: rowKey === null ? null : (known.get(keyName({ subject, key: rowKey }))?.id ?? null),
    hasFault: isFault(question, problems),
    duplicateOf: readDuplicate(row.duplicateOf),
  }
}

/** What was written here by `stageImport`. */
export function openItem(row: { readonly question: string | null; readonly problems: string }) {
  return {
    question: row.question === null ? null : (JSON.parse(row.question) as Question),
    problems: JSON.parse(row.problems) as readonly StagedProblem[],
  }
}

/** Takes what a page showed: those that are ticked are chosen, the others of that page are not. Faulty ones cannot be. */
export async function chooseItems(
  actor: Actor,
  importId: string,
  shown: readonly number[],
  ticked: readonly number[],
): Promise<void> {
  await db.write(async (tx) => {
    await openImport(tx, actor, importId)
    const set = (numbers: readonly number[], isChosen: boolean) =>
      tx.questionImportItem.updateMany({
        where: { importId, number: { in: [...numbers] }, ...(isChosen && { NOT: whereOf.faults }) },
        data: { isChosen },
      })
    await set(
      shown.filter((number) => !ticked.includes(number)),
      false,
    )
    await set(
      ticked.filter((number) => shown.includes(number)),
      true,
    )
  })
}

/** Everything that can be imported, or nothing. */
export async function chooseEverything(actor: Actor, importId: string, isChosen: boolean): Promise<void> {
  await db.write(async (tx) => {
    await openImport(tx, actor, importId)
    await tx.questionImportItem.updateMany({ where: { importId }, data: { isChosen: false } })
    if (isChosen) {
      await tx.questionImportItem.updateMany({ where: { importId, NOT: whereOf.faults }, data: { isChosen: true } })
    }
  })
}

/** One problem of one item, mended with a tap. False when it is not there any more. */
export async function fixItem(
  actor: Actor,
  importId: string,
  { number, at, code }: { readonly number: number; readonly at: number; readonly code: string },
): Promise<boolean> {
  return db.write(async (tx) => {
    await openImport(tx, actor, importId)
    const row = await tx.questionImportItem.findUnique({ where: { importId_number: { importId, number } } })
    if (!row) throw notFound()
    const item = { ...row, ...openItem(row), pictures: [] }
    const fix = fixAt(item.problems, at, code)
    if (!fix) return false
    const { question, problems } = applyFix(item, fix)
    await tx.questionImportItem.update({
      where: { importId_number: { importId, number } },
      data: {
        question: question && JSON.stringify(question),
        problems: JSON.stringify(problems),
        isChosen: row.isChosen || (!isFault(question, problems) && row.duplicateOf === null),
      },
    })
    return true
  })
}

/** Gives an import up. Nothing of it is in the bank. */
export async function discardImport(actor: Actor, importId: string, now: Date): Promise<void> {
  await db.write(async (tx) => {
    await openImport(tx, actor, importId)
    await tx.questionImport.update({ where: { id: importId }, data: { discardedAt: now } })
    await tx.questionImportItem.deleteMany({ where: { importId } })
    await audit(tx, { actor, action: 'import.discarded', objectType: 'questionImport', objectId: importId, now })
  })
}

/** Hers; somebody else's is not there. */
async function ownImport(reader: Pick<Tx, 'questionImport'>, actor: Actor, importId: string) {
  demand(mayAuthor(actor))
  const found = await reader.questionImport.findFirst({ where: { id: importId, ownerId: actor.personId } })
  if (!found || !isSubject(found.subject)) throw notFound()
  return { ...found, subject: found.subject }
}

/** Still open: neither carried out nor given up. */
export async function openImport(reader: Pick<Tx, 'questionImport'>, actor: Actor, importId: string) {
  const found = await ownImport(reader, actor, importId)
  if (found.committedAt || found.discardedAt) throw new DomainError('conflict')
  return found
}
