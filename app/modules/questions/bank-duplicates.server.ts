import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { type DuplicateGroup, sameTexts } from './bank-duplicates.ts'
import { bankRows } from './bank-rows.server.ts'
import { type BankRow, excerptOf } from './bank-rows.ts'
import { textHash } from './bank-text.server.ts'
import type { Question } from './question.ts'
import type { Subject } from './subjects.ts'

export type DuplicatePage = {
  readonly groups: ReadonlyArray<DuplicateGroup<DuplicateRow>>
  /** how many there are; the list is cut */
  readonly total: number
}
export type DuplicateRow = Pick<BankRow, 'id' | 'origin' | 'subject' | 'kind' | 'state'> & { readonly excerpt: string }

const mostGroups = 100
const hashes = new WeakMap<Question, string>()

/** Questions that say the same as another one of the bank. */
export async function findDuplicates(actor: Actor, subject: Subject | null): Promise<DuplicatePage> {
  demand(mayAuthor(actor))
  const groups = sameTexts(await bankRows(subject), ({ question }) => hashOf(question))
  return {
    groups: groups.slice(0, mostGroups).map(({ rows, percent }) => ({ percent, rows: rows.map(shownRow) })),
    total: groups.length,
  }
}

/** A version never changes: its hash is computed once. */
function hashOf(question: Question): string {
  const known = hashes.get(question) ?? textHash(question.body)
  hashes.set(question, known)
  return known
}

function shownRow({ id, origin, subject, kind, state, question }: BankRow): DuplicateRow {
  return { id, origin, subject, kind, state, excerpt: excerptOf(question, 140) }
}
