import type { Question, QuestionBody } from '../question.ts'
import type { ItemProblemCode } from './problem-texts.ts'

/*
 * What every reader of questions hands over: one item for each question it met, and one for each piece of text it could do
 * nothing with. Nothing of a file is lost: what is no question is shown with its source and the reason.
 */
export type StagedItem = {
  /** where it begins in the source, from 1: a line, a paragraph or a row */
  readonly line: number
  /** its source text, to be shown beside the preview */
  readonly excerpt: string
  /** names the question in its file, so that the same file can be read again and update what it brought */
  readonly rowKey: string | null
  /** null where there is nothing to import; fit for the bank only when no problem is an error */
  readonly question: Question | null
  readonly pictures: readonly StagedPicture[]
  readonly problems: readonly StagedProblem[]
}

/** A picture that came with the file: texts name it as «image:<sha256>». */
export type StagedPicture = {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** An error keeps the question out of the bank; a warning wants to be seen. */
export type ProblemLevel = 'error' | 'warning'

export type StagedProblem = {
  readonly code: ItemProblemCode
  readonly line: number
  readonly level: ProblemLevel
  readonly values?: Readonly<Record<string, string | number>>
  readonly fix?: Fix
}

/** What a person can have done with one tap. `item` counts the questions of a case from 0; null where the body is a choice. */
export type Fix =
  | { readonly code: 'makeMultiple'; readonly item: number | null }
  | { readonly code: 'makeSingle'; readonly item: number | null }
  | { readonly code: 'dropKeysBeyond'; readonly item: number | null }
  | { readonly code: 'standardJudgement'; readonly item: number | null }
  | { readonly code: 'dropOption'; readonly item: number | null; readonly option: number }
  | { readonly code: 'setKey'; readonly item: number | null; readonly key: readonly number[]; readonly stem: string }
  | { readonly code: 'setOutOf'; readonly halfPoints: number }

/** What every question of a file shares, and how the names of knowledge points become their ids. */
export type ReadOptions = {
  /** code of the subject: see `subjects.ts` */
  readonly subject: string
  /** Without it the names stand in the facts as they were written. */
  readonly findPoint?: (name: string) => string | null
}

/** A question on its way out of the bank, with the key it will be known by when the file comes back. */
export type ExportedQuestion = { readonly rowKey: string; readonly question: Question }

export function problem(
  code: ItemProblemCode,
  line: number,
  level: ProblemLevel,
  more: Pick<StagedProblem, 'values' | 'fix'> = {},
): StagedProblem {
  return { code, line, level, ...more }
}

/** Text that is no question: shown with the reason, never dropped. */
export function strayItem(line: number, excerpt: string, ...problems: readonly StagedProblem[]): StagedItem {
  return { line, excerpt, rowKey: null, question: null, pictures: [], problems }
}

/** All texts of a question that a person reads. */
export function textsOf(body: QuestionBody): readonly string[] {
  switch (body.kind) {
    case 'case':
      return [body.stem, ...body.items.flatMap(textsOf)]
    case 'constructed':
      return [body.stem, ...body.answerPoints.flatMap(({ text, accept }) => [text, ...accept]), body.explanation]
    default:
      return [body.stem, ...body.options, body.explanation]
  }
}
