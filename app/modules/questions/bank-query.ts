import { type QuestionKind, questionKinds } from './question.ts'
import { isQuestionStatus, type QuestionStatus } from './question-state.ts'
import { isSubject, type Subject } from './subjects.ts'

/** What a list of questions is asked for: its address, and nothing that the address does not say. */
export type BankQuery = {
  readonly subject: Subject | null
  readonly status: QuestionStatus | null
  readonly kind: QuestionKind | null
  /** of the current edition of that subject; null without a subject */
  readonly chapter: number | null
  /** knowledge point */
  readonly point: string | null
  readonly difficulty: number | null
  readonly search: string
  readonly page: number
}

export function readBankQuery(search: URLSearchParams): BankQuery {
  const [subject, status, page] = [search.get('subject'), search.get('status') ?? '', Number(search.get('page') ?? '1')]
  const [chapterOf, chapter] = (search.get('chapter') ?? '').split('-')
  const difficulty = Number(search.get('difficulty') || Number.NaN)
  return {
    subject: isSubject(subject) ? subject : null,
    status: isQuestionStatus(status) ? status : null,
    kind: questionKinds.find((kind) => kind === search.get('kind')) ?? null,
    // Its subject stands with it: chapter 3 of one subject is not chapter 3 of the next that is chosen.
    chapter: isSubject(subject) && chapterOf === subject && /^\d{1,2}$/.test(chapter ?? '') ? Number(chapter) : null,
    point: /^[a-z][a-z0-9-]{0,63}$/.exec(search.get('point') ?? '')?.[0] ?? null,
    difficulty: [1, 2, 3, 4, 5].includes(difficulty) ? difficulty : null,
    search: (search.get('q') ?? '').trim().slice(0, 60),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}

/** The query as it stands in the address; what is usual is left out. */
export function addressOf(query: BankQuery) {
  return {
    subject: query.subject ?? '',
    status: query.status ?? '',
    kind: query.kind ?? '',
    chapter: query.chapter === null ? '' : chapterKey(query.subject ?? '', query.chapter),
    point: query.point ?? '',
    difficulty: query.difficulty === null ? '' : String(query.difficulty),
    q: query.search,
  }
}

export function chapterKey(subject: string, chapter: number): string {
  return `${subject}-${chapter}`
}
