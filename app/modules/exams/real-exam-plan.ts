import { cleanName, cleanUsername } from '~/modules/identity/person-fields.ts'
import type { Day } from '~/platform/calendar.ts'
import { type ExamEntry, faultOfDate, isSameEntry, keyOf, type StandingRecord } from './real-exam.ts'
import type { ResultRow, RowReadFault } from './real-exam-rows.ts'

/*
 * What a list of results would do, before anything is done. No row is dropped: each is added, already there, against what is
 * there, or a fault with what to do about it.
 */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly records: readonly StandingRecord[]
}

export type RowFault =
  | RowReadFault
  | 'notMember'
  | 'severalOfName'
  | 'otherName'
  | 'twice'
  | 'yearInvalid'
  | 'examNotYet'

type RowOf<Entry> = Pick<ResultRow, 'line' | 'text'> & Entry
type Known = { readonly personId: string; readonly name: string; readonly entry: ExamEntry }

export type PlannedResult = RowOf<
  /** `check`: it is there as she entered it herself, and is checked by this list */
  | ({ readonly kind: 'add' | 'same' | 'check' } & Known)
  | ({ readonly kind: 'change'; readonly standing: StandingRecord } & Known)
  | { readonly kind: 'fault'; readonly fault: RowFault }
>

export function planResults(
  rows: readonly ResultRow[],
  members: readonly Candidate[],
  today: Day,
): readonly PlannedResult[] {
  const seen = new Set<string>()
  return rows.map((row) => ({ line: row.line, text: row.text, ...planRow(row, members, today, seen) }))
}

function planRow(row: ResultRow, members: readonly Candidate[], today: Day, seen: Set<string>) {
  const fault = (code: RowFault) => ({ kind: 'fault' as const, fault: code })
  if (row.fault) return fault(row.fault)
  const person = personOf(row, members)
  if (typeof person === 'string') return fault(person)

  const { entry } = row
  const early = faultOfDate(entry, today)
  if (early) return fault(early)
  const key = `${person.id} ${keyOf(entry)}`
  if (seen.has(key)) return fault('twice')
  seen.add(key)

  const known = { personId: person.id, name: person.name, entry }
  const standing = person.records.find((record) => keyOf(record) === keyOf(entry))
  if (!standing) return { kind: 'add' as const, ...known }
  if (!isSameEntry(standing, entry)) return { kind: 'change' as const, standing, ...known }
  return { kind: standing.isChecked ? ('same' as const) : ('check' as const), ...known }
}

/** A username decides; a name must be somebody's alone. What stands in the column of names may be either. */
function personOf({ name, username }: ResultRow, members: readonly Candidate[]): Candidate | RowFault {
  const account = cleanUsername(username) ?? cleanUsername(name)
  const holder = account === null ? undefined : members.find((member) => member.username === account)
  const wanted = cleanName(name)
  if (holder) {
    const isHerName = username === '' || wanted === null || cleanName(holder.name) === wanted
    return isHerName ? holder : 'otherName'
  }
  if (username !== '') return 'notMember'
  const [first, ...others] = members.filter((member) => cleanName(member.name) === wanted)
  if (!first) return 'notMember'
  return others.length > 0 ? 'severalOfName' : first
}

export type PlanKind = PlannedResult['kind']

export function countKinds(plan: readonly PlannedResult[]): Readonly<Record<PlanKind, number>> {
  const count = (kind: PlanKind) => plan.filter((row) => row.kind === kind).length
  return {
    add: count('add'),
    change: count('change'),
    check: count('check'),
    same: count('same'),
    fault: count('fault'),
  }
}

/** Lines that something would be written for, unless somebody decides otherwise: a change of what is there is decided. */
export function proposedLines(plan: readonly PlannedResult[]): readonly number[] {
  return plan.filter(({ kind }) => kind === 'add' || kind === 'check').map(({ line }) => line)
}

export function isWritable(row: PlannedResult): row is Exclude<PlannedResult, { kind: 'fault' | 'same' }> {
  return row.kind === 'add' || row.kind === 'check' || row.kind === 'change'
}
