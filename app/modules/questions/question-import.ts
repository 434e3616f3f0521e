import type { Fix, StagedProblem } from './exchange/staged-item.ts'
import type { Question } from './question.ts'
import { isSubject, type Subject } from './subjects.ts'

/** What an import brings, in numbers. */
export type ImportCounts = {
  readonly all: number
  readonly chosen: number
  /** cannot be imported as they are */
  readonly faults: number
  /** say the same as a question of the bank, or of the file */
  readonly duplicates: number
}

export const importViews = ['all', 'faults', 'duplicates', 'chosen'] as const
export type ImportView = (typeof importViews)[number]

export type ShownItem = {
  readonly number: number
  readonly line: number
  readonly excerpt: string
  /** where it goes: what the file says of it, else what was chosen for the whole */
  readonly subject: Subject
  readonly question: Question | null
  readonly problems: readonly StagedProblem[]
  readonly isChosen: boolean
  readonly hasFault: boolean
  /** a question of the bank, or another item of this file */
  readonly duplicateOf: { readonly questionId: string } | { readonly item: number } | null
  /** the question that its row key names: it becomes its next version */
  readonly updates: string | null
  /** the question that it became */
  readonly questionId: string | null
}

export type ImportPage = {
  readonly id: string
  readonly subject: Subject
  readonly fileName: string
  readonly format: string
  readonly createdAt: Date
  readonly committedAt: Date | null
  readonly discardedAt: Date | null
  readonly counts: ImportCounts
  readonly view: ImportView
  readonly items: readonly ShownItem[]
  readonly page: number
  readonly pages: number
}

export const mostItems = 2_000
/** one megabyte is the limit of a post; a form has its own bytes */
export const mostBytes = 900_000
export const itemsPerPage = 20

const inFile = 'item:'

/** «item:12»: the twelfth item of the same file; else the id of a question. */
export function duplicateMark(item: number): string {
  return `${inFile}${item}`
}

export function readDuplicate(mark: string | null): ShownItem['duplicateOf'] {
  if (mark === null) return null
  return mark.startsWith(inFile) ? { item: Number(mark.slice(inFile.length)) } : { questionId: mark }
}

export function isFault(question: Question | null, problems: readonly StagedProblem[]): boolean {
  return question === null || problems.some(({ level }) => level === 'error')
}

export function readView(text: string | null): ImportView {
  return importViews.find((view) => view === text) ?? 'all'
}

/** The fix that a button of the page names: by its place, and by its code, in case the item changed meanwhile. */
export function fixAt(problems: readonly StagedProblem[], at: number, code: string): Fix | undefined {
  const fix = problems[at]?.fix
  return fix?.code === code ? fix : undefined
}

export function subjectOf({ facts }: Question, target: Subject): Subject {
  return isSubject(facts.subject) ? facts.subject : target
}
