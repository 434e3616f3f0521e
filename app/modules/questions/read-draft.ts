import { isDay } from '~/platform/calendar.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import type { AnswerPoint, Choice, LawReference, Question, QuestionBody } from './question.ts'
import type { ChoiceDraft, QuestionDraft } from './question-draft.ts'

/** What is wrong stands at its field: codes of `i18n/fields.ts` by the field's name. Everything is looked at, not only the first. */
export type ReadDraft =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly errors: FieldErrors }

const longest = { text: 8_000, option: 1_000, answerPoint: 600, line: 200, article: 80 } as const
const mostKnowledge = 6

/** `knownPoints`: ids of the syllabus. */
export function readDraft(draft: QuestionDraft, knownPoints: ReadonlySet<string>): ReadDraft {
  const errors: Record<string, string> = {}
  const note: Note = (name, code) => {
    errors[name] ??= code
  }
  const body = readBody(draft, note)
  const points = draft.points.filter((id) => knownPoints.has(id))
  if (points.length === 0) note('points', 'knowledgeMissing')
  if (points.length > mostKnowledge) note('points', 'knowledgeMany')
  const difficulty = Number(draft.difficulty)
  if (![1, 2, 3, 4, 5].includes(difficulty)) note('difficulty', 'required')
  const source = readText(draft.source, 'source', longest.line, note)
  const laws = draft.laws.map((law, at) => readLaw(law, `laws.${at}`, note))
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, question: { body, facts: { subject: draft.subject, points, difficulty, source, laws } } }
}

type Note = (name: string, code: string) => void

function readBody(draft: QuestionDraft, note: Note): QuestionBody {
  const { kind } = draft
  switch (kind) {
    case 'case': {
      const stem = readText(draft.stem, 'stem', longest.text, note)
      if (draft.items.length === 0) note('items', 'itemsMissing')
      return {
        ...{ kind, stem },
        items: draft.items.map((item, at) => readChoice(item, `items.${at}.`, note)),
      }
    }
    case 'constructed': {
      const stem = readText(draft.stem, 'stem', longest.text, note)
      const answerPoints = draft.answerPoints.map((one, at) => readAnswerPoint(one, `answerPoints.${at}`, note))
      if (answerPoints.length === 0) note('answerPoints', 'answerPointsMissing')
      const outOf = readMarks(draft.outOf, 'outOf', note)
      const sum = answerPoints.reduce((total, { halfPoints }) => total + halfPoints, 0)
      if (outOf > 0 && sum < outOf) note('outOf', 'marksShort')
      return {
        ...{ kind, stem, answerPoints, outOf },
        explanation: readText(draft.explanation, 'explanation', longest.text, note),
      }
    }
    default:
      return readChoice({ ...draft, kind }, '', note)
  }
}

function readChoice(draft: ChoiceDraft, before: string, note: Note): Choice {
  const { kind } = draft
  const stem = readText(draft.stem, `${before}stem`, longest.text, note)
  const options = draft.options.map((option, at) => readText(option, `${before}options.${at}`, longest.option, note))
  if (options.length < 2) note(`${before}key`, 'optionsFew')
  for (const [at, option] of options.entries()) {
    if (option !== '' && options.indexOf(option) < at) note(`${before}options.${at}`, 'optionTwice')
  }
  const key = [...new Set(draft.key.map(Number))]
    .filter((index) => Number.isInteger(index) && index >= 0 && index < options.length)
    .toSorted((a, b) => a - b)
  const fault = faultOfKey(kind, key.length, options.length)
  if (fault) note(`${before}key`, fault)
  return {
    ...{ kind, stem, options, key },
    explanation: readText(draft.explanation, `${before}explanation`, longest.text, note),
  }
}

function faultOfKey(kind: Choice['kind'], right: number, options: number): string | undefined {
  if (right === 0) return 'keyMissing'
  if (kind !== 'multiple') return right === 1 ? undefined : 'keyOne'
  if (right === 1) return 'keyFew'
  return right === options ? 'keyAll' : undefined
}

function readAnswerPoint(draft: QuestionDraft['answerPoints'][number], at: string, note: Note): AnswerPoint {
  return {
    text: readText(draft.text, `${at}.text`, longest.answerPoint, note),
    halfPoints: readMarks(draft.marks, `${at}.marks`, note),
    accept: draft.accept
      .split('\n')
      .map((line) => line.trim().slice(0, longest.line))
      .filter((line) => line !== ''),
  }
}

/** «2», «1.5» → half-points; 0 when it is no number of marks, which has been noted. */
function readMarks(text: string, name: string, note: Note): number {
  const written = text.trim().normalize('NFKC')
  const marks = /^\d{1,3}(\.[05])?$/.test(written) ? Number(written) : 0
  if (written === '') note(name, 'required')
  else if (marks <= 0 || marks > 100) note(name, 'marksInvalid')
  return marks * 2
}

function readLaw(draft: QuestionDraft['laws'][number], at: string, note: Note): LawReference {
  const validFrom = readDay(draft.validFrom, `${at}.validFrom`, note)
  const validTo = readDay(draft.validTo, `${at}.validTo`, note)
  if (validFrom && validTo && validTo < validFrom) note(`${at}.validTo`, 'endsBeforeStart')
  const article = draft.article.trim()
  if (article.length > longest.article) note(`${at}.article`, 'tooLong')
  return { name: readText(draft.name, `${at}.name`, longest.line, note), article, validFrom, validTo }
}

function readDay(text: string, name: string, note: Note): string | null {
  const day = text.trim()
  if (day === '') return null
  if (!isDay(day)) note(name, 'dayInvalid')
  return day
}

function readText(text: string, name: string, most: number, note: Note): string {
  const written = text.trim()
  if (written === '') note(name, 'required')
  if (written.length > most) note(name, 'tooLong')
  return written
}
