import { createHash } from 'node:crypto'
import { requireOpenCohort } from '~/modules/cohorts/scope.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError } from '~/platform/errors.ts'
import { readXlsx } from '~/platform/xlsx.server.ts'
import { readCohortExam, writing } from './real-exam-cohort.server.ts'
import { isWritable, type PlannedResult, planResults } from './real-exam-plan.ts'
import { asPastedText, headingLine, parseResultRows } from './real-exam-rows.ts'
import { type Written, writeRecords } from './real-exam-writes.server.ts'

/** More rows than this are several cohorts: the page stays readable and the write short. */
const mostRows = 1_000
/** of an uploaded file; the whole body may be a megabyte */
const mostBytes = 900_000

export type ResultList = { readonly text: string; readonly defaultYear: number }

/** What a list would do, and the mark by which its commit is known to be of this very list. */
export type ResultPreview = { readonly plan: readonly PlannedResult[]; readonly seen: string }

export async function previewResults(
  actor: Actor,
  cohortId: string,
  list: ResultList,
  now: Date,
): Promise<ResultPreview> {
  const members = await readCohortExam(db.read, actor, cohortId)
  return { plan: planResults(rowsIn(list), members, dayOf(now)), seen: markOf(list) }
}

export type ResultImport = Written & {
  readonly same: number
  /** what was not written stays, heading and all: nothing is dropped without a word */
  readonly rest: string
  readonly left: number
}

/**
 * Writes the chosen lines, or all that can be. The plan is made again here, because somebody else may have entered the same
 * results since the preview; a list that was changed since then is looked at first.
 */
export async function importResults(
  actor: Actor,
  cohortId: string,
  list: ResultList & { readonly seen: string; readonly lines: readonly number[] | 'all' },
  now: Date,
): Promise<ResultImport | 'changedSince'> {
  if (list.seen !== markOf(list)) {
    // Whose cohort it is comes before what is wrong with the list.
    await readCohortExam(db.read, actor, cohortId)
    return 'changedSince'
  }
  return db.write(async (tx) => {
    await requireOpenCohort(tx, actor, cohortId)
    const plan = planResults(rowsIn(list), await readCohortExam(tx, actor, cohortId), dayOf(now))
    const isChosen = ({ line }: PlannedResult) => list.lines === 'all' || list.lines.includes(line)
    const chosen = plan.filter((row) => isWritable(row) && isChosen(row))
    const wishes = chosen.flatMap((row) => (row.kind === 'fault' ? [] : [{ personId: row.personId, entry: row.entry }]))
    const written = await writeRecords(tx, wishes, { ...writing(actor, cohortId, now), source: 'import' })
    const same = plan.filter(({ kind }) => kind === 'same').length
    const rest = plan.filter((row) => row.kind !== 'same' && !chosen.includes(row))
    return { ...written, same, left: rest.length, rest: restOf(list.text, rest) }
  })
}

function restOf(text: string, rows: readonly PlannedResult[]): string {
  if (rows.length === 0) return ''
  const heading = headingLine(text)
  return [...(heading === null ? [] : [heading]), ...rows.map((row) => row.text)].join('\n')
}

function rowsIn({ text, defaultYear }: ResultList) {
  const rows = parseResultRows(text, defaultYear)
  if (rows.length > mostRows) throw new DomainError('tooLarge')
  return rows
}

function markOf({ text, defaultYear }: ResultList): string {
  return createHash('sha256').update(`${defaultYear}\n${text}`).digest('hex')
}

/** An uploaded xlsx becomes the text of the paste field: both ways end in the same preview. */
export async function takeUpload(actor: Actor, cohortId: string, form: FormData): Promise<'fileNotXlsx' | null> {
  const file = form.get('file')
  if (!(file instanceof Blob) || file.size === 0) return null
  // Whose cohort it is comes before what is wrong with the file.
  await readCohortExam(db.read, actor, cohortId)
  if (file.size > mostBytes) throw new DomainError('tooLarge')
  try {
    form.set('text', asPastedText(readXlsx(new Uint8Array(await file.arrayBuffer()))))
    return null
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid') return 'fileNotXlsx'
    throw error
  }
}
