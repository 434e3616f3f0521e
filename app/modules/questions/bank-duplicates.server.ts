import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { type DuplicateGroup, sameTexts, similarTexts } from './bank-duplicates.ts'
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

/** Questions that say the same as another one of the bank, then those that nearly do. */
export async function findDuplicates(actor: Actor, subject: Subject | null): Promise<DuplicatePage> {
  demand(mayAuthor(actor))
  const rows = (await bankRows(subject)).filter(({ state }) => state !== 'retired')
  const same = sameTexts(rows, ({ question }) => hashOf(question))
  const groups = [...same, ...nearPairs(rows, same)]
  return {
    groups: groups.slice(0, mostGroups).map((group) => ({ ...group, rows: group.rows.map(shownRow) })),
    total: groups.length,
  }
}

let last: { readonly stamp: string; readonly groups: readonly DuplicateGroup[] } | undefined

/** To compare everything with everything takes a moment: what was found is kept until the bank is another. */
function nearPairs(rows: readonly BankRow[], same: readonly DuplicateGroup[]): readonly DuplicateGroup[] {
  const stamp = rows.map(({ id, version, state }) => `${id} ${version} ${state}`).join('\n')
  if (last?.stamp === stamp) return last.groups
  const groups = similarTexts(rows, same)
  last = { stamp, groups }
  return groups
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
