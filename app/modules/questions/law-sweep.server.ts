import type { Actor } from '~/modules/identity/actor.ts'
import { demand, mayAuthor } from '~/modules/identity/permissions.ts'
import { bankRows } from './bank-rows.server.ts'
import { excerptOf } from './bank-rows.ts'
import { type NamedLaw, namedLaws, type SweepQuery, type SweptLaw, sweep } from './law-sweep.ts'
import type { QuestionState } from './question-state.ts'
import type { Subject } from './subjects.ts'

export type SweptQuestion = {
  readonly id: string
  readonly subject: Subject
  readonly state: QuestionState
  readonly isOfficial: boolean
  readonly excerpt: string
  readonly laws: readonly SweptLaw[]
}
export type SweepPage = {
  readonly found: readonly SweptQuestion[]
  /** how many there are; the list is cut at `mostFound` */
  readonly total: number
  readonly laws: readonly NamedLaw[]
}

const mostFound = 200
const mostLaws = 60

export async function sweepLaws(actor: Actor, query: SweepQuery): Promise<SweepPage> {
  demand(mayAuthor(actor))
  const rows = await bankRows(null)
  const found = sweep(rows, query)
  return {
    found: found.slice(0, mostFound).map(({ row, laws }) => ({
      ...{ id: row.id, subject: row.subject, state: row.state, isOfficial: row.origin === 'official', laws },
      excerpt: excerptOf(row.question),
    })),
    total: found.length,
    laws: namedLaws(rows).slice(0, mostLaws),
  }
}
