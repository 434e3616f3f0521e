import type { ChoiceKind, QuestionBody } from '~/modules/questions/question.ts'
import type { Ruling } from './regrade.ts'
import { type AskedChoice, type Policy, policies } from './ruling-form.ts'
import type { Result } from './scoring.ts'

/** What the form has sent, or nothing yet. Version and choice say what it is about. */
export type RegradeQuery = {
  readonly questionId: string
  readonly version: number | null
  readonly choice: number
  readonly policy: Policy | null
  readonly keys: string
  readonly points: string
  readonly onlyUpwards: boolean
  /** the form again, with what was typed */
  readonly isEdited: boolean
}

const mostTyped = 200

export function readRegradeQuery(search: URLSearchParams, questionId = search.get('question') ?? ''): RegradeQuery {
  const policy = policies.find((one) => one === search.get('policy')) ?? null
  const version = Number(search.get('version') || Number.NaN)
  const choice = Number(search.get('choice') || 0)
  return {
    ...{ questionId, policy },
    version: Number.isInteger(version) && version > 0 && version < 100_000 ? version : null,
    choice: Number.isInteger(choice) && choice >= 0 && choice < 100 ? choice : 0,
    keys: (search.get('keys') ?? '').slice(0, mostTyped),
    points: (search.get('points') ?? '').slice(0, mostTyped),
    // A box that is not ticked is not sent: only a form that was filled in says so.
    onlyUpwards: policy === null || search.has('upwards'),
    isEdited: search.has('edit'),
  }
}

/** The form again, with what was typed. */
export function editParams({ version, choice, policy, keys, points, onlyUpwards }: RegradeQuery) {
  return { version, choice, policy, keys, points, upwards: policy && onlyUpwards ? 'yes' : null, edit: 1 }
}

export type UsedVersion = { readonly number: number; readonly attempts: number }

/** A question that stood on papers, for whoever changes its marks. */
export type RegradePage = {
  readonly questionId: string
  readonly origin: 'official' | 'centre'
  /** versions that stood on papers in the scope, the newest first; none: nothing to regrade */
  readonly versions: readonly UsedVersion[]
  readonly version: number
  readonly choice: number
  readonly body: QuestionBody
  readonly asked: AskedChoice & { readonly kind: ChoiceKind | 'constructed' }
  readonly key: readonly number[]
}

export type MovedPerson = {
  readonly attemptId: string
  readonly name: string
  readonly before: Score
  readonly after: Score
}
type Score = Pick<Result, 'halfPoints' | 'outOf' | 'passed'>

export type Band = { readonly from: number; readonly to: number; readonly before: number; readonly after: number }

export type Summary = {
  readonly attempts: number
  readonly up: number
  readonly down: number
  /** would lose by it, and keep what they have */
  readonly kept: number
  readonly nowPass: number
  readonly nowFail: number
  readonly bands: readonly Band[]
  readonly passMarks: { readonly before: PassMark; readonly after: PassMark }
}

/** What has to be reached, as a share of full marks: the same everywhere, or from the lowest to the highest of the papers. */
export type PassMark = { readonly low: number; readonly high: number; readonly passed: number }

export type DryRunPage = Summary & {
  readonly ruling: Ruling
  readonly stamp: string
  /** of the change that this page may make: sent twice, it is made once */
  readonly regradeId: string
  /** in a sitting whose marks would change; for everybody null: others' trainees are not named */
  readonly people: readonly MovedPerson[] | null
}

type Previewed = { readonly before: Result; readonly after: Result; readonly wouldGoDown: boolean }

const bandCount = 10

export function summaryOf(attempts: readonly Previewed[]): Summary {
  const count = (isOne: (one: Previewed) => boolean) => attempts.filter(isOne).length
  return {
    attempts: attempts.length,
    up: count(({ before, after }) => shareOf(after) > shareOf(before)),
    down: count(({ before, after }) => shareOf(after) < shareOf(before)),
    kept: count(({ before, after, wouldGoDown }) => wouldGoDown && !isLower(after, before)),
    nowPass: count(({ before, after }) => !before.passed && after.passed),
    nowFail: count(({ before, after }) => before.passed && !after.passed),
    bands: bandsOf(attempts),
    passMarks: {
      before: passMarkOf(attempts.map(({ before }) => before)),
      after: passMarkOf(attempts.map(({ after }) => after)),
    },
  }
}

function isLower(after: Result, before: Result): boolean {
  return shareOf(after) < shareOf(before) || (before.passed && !after.passed)
}

function shareOf({ halfPoints, outOf }: Result): number {
  return outOf === 0 ? 0 : halfPoints / outOf
}

function passMarkOf(results: readonly Result[]): PassMark {
  const shares = results.map(({ passLine, outOf }) => (outOf === 0 ? 0 : passLine / outOf))
  return {
    low: shares.length > 0 ? Math.min(...shares) : 0,
    high: Math.max(0, ...shares),
    passed: results.filter(({ passed }) => passed).length,
  }
}

/** Ten bands of a tenth; full marks belong to the last. */
function bandsOf(attempts: readonly Previewed[]): readonly Band[] {
  const bandOf = (result: Result) => Math.min(bandCount - 1, Math.floor(shareOf(result) * bandCount))
  const [before, after] = [attempts.map((one) => bandOf(one.before)), attempts.map((one) => bandOf(one.after))]
  const width = 100 / bandCount
  return Array.from({ length: bandCount }, (_, band) => ({
    ...{ from: band * width, to: (band + 1) * width },
    before: before.filter((one) => one === band).length,
    after: after.filter((one) => one === band).length,
  }))
}
