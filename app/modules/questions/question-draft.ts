import type { FormValues } from '~/platform/forms.ts'
import { judgementOptions } from './pack.ts'
import {
  type Choice,
  type ChoiceKind,
  choiceKinds,
  type Question,
  type QuestionKind,
  questionKinds,
} from './question.ts'

/*
 * A question while it is being written: every field a text, as the form holds it. Names of fields are paths into the draft
 * («items.0.options.2»), so what is wrong with a value and where it stands on the page are one word.
 */
export type ChoiceDraft = {
  readonly kind: ChoiceKind
  readonly stem: string
  readonly options: readonly string[]
  /** indexes of the right options, as texts */
  readonly key: readonly string[]
  readonly explanation: string
}
export type AnswerPointDraft = { readonly text: string; readonly marks: string; readonly accept: string }
export type LawDraft = {
  readonly name: string
  readonly article: string
  readonly validFrom: string
  readonly validTo: string
}

/** All kinds in one: what a kind does not use stays empty. */
export type QuestionDraft = Omit<ChoiceDraft, 'kind'> & {
  readonly kind: QuestionKind
  readonly subject: string
  readonly items: readonly ChoiceDraft[]
  readonly answerPoints: readonly AnswerPointDraft[]
  readonly outOf: string
  readonly points: readonly string[]
  readonly difficulty: string
  readonly source: string
  readonly laws: readonly LawDraft[]
  readonly note: string
}

/** The most rows of each kind. */
export const mostRows = { options: 10, items: 10, answerPoints: 60, laws: 10 } as const
/** Of a picture. The whole form may hold a megabyte, and the question comes along. */
export const mostPictureBytes = 600_000
const usualOptions = { single: 4, multiple: 5, judgement: 2 } as const

export function emptyChoice(kind: ChoiceKind): ChoiceDraft {
  const options = kind === 'judgement' ? judgementOptions : Array.from({ length: usualOptions[kind] }, () => '')
  return { kind, stem: '', options, key: [], explanation: '' }
}

export const emptyAnswerPoint: AnswerPointDraft = { text: '', marks: '', accept: '' }
export const emptyLaw: LawDraft = { name: '', article: '', validFrom: '', validTo: '' }

export function emptyDraft(subject: string, kind: QuestionKind): QuestionDraft {
  const choice =
    kind === 'case' || kind === 'constructed' ? { ...emptyChoice('single'), options: [] } : emptyChoice(kind)
  return {
    ...choice,
    ...{ kind, subject, outOf: '', points: [], difficulty: '3', source: '', laws: [], note: '' },
    items: kind === 'case' ? [emptyChoice('single')] : [],
    answerPoints: kind === 'constructed' ? [emptyAnswerPoint, emptyAnswerPoint] : [],
  }
}

/** What is in the bank, to be changed. */
export function draftOf({ body, facts }: Question): QuestionDraft {
  const { subject, points, difficulty, source, laws } = facts
  const blank = emptyDraft(subject, body.kind)
  const beside = {
    ...{ points, source, difficulty: String(difficulty) },
    laws: laws.map((law) => ({ ...law, validFrom: law.validFrom ?? '', validTo: law.validTo ?? '' })),
  }
  switch (body.kind) {
    case 'case':
      return { ...blank, ...beside, stem: body.stem, items: body.items.map(choiceDraftOf) }
    case 'constructed':
      return {
        ...{ ...blank, ...beside, stem: body.stem, explanation: body.explanation, outOf: String(body.outOf / 2) },
        answerPoints: body.answerPoints.map(({ text, halfPoints, accept }) => ({
          ...{ text, marks: String(halfPoints / 2), accept: accept.join('\n') },
        })),
      }
    default:
      return { ...blank, ...beside, ...choiceDraftOf(body) }
  }
}

function choiceDraftOf({ kind, stem, options, key, explanation }: Choice): ChoiceDraft {
  return { kind, stem, options, key: key.map(String), explanation }
}

/** What the form sent. Rows are taken in the order of their numbers; what is no field of a question is left out. */
export function draftFrom(values: FormValues): QuestionDraft {
  const form = postedForm(values)
  const kind = questionKinds.find((one) => one === form.text('kind')) ?? 'single'
  return {
    ...choiceFrom(form, '', kind === 'case' || kind === 'constructed' ? 'single' : kind),
    ...{ kind, subject: form.text('subject'), outOf: form.text('outOf'), points: form.texts('points') },
    ...{ difficulty: form.text('difficulty'), source: form.text('source'), note: form.text('note') },
    items: form
      .rows('items', mostRows.items)
      .map((row) =>
        choiceFrom(form, `${row}.`, choiceKinds.find((one) => one === form.text(`${row}.kind`)) ?? 'single'),
      ),
    answerPoints: form.rows('answerPoints', mostRows.answerPoints).map((row) => ({
      ...{ text: form.text(`${row}.text`), marks: form.text(`${row}.marks`), accept: form.text(`${row}.accept`) },
    })),
    laws: form.rows('laws', mostRows.laws).map((row) => ({
      ...{ name: form.text(`${row}.name`), article: form.text(`${row}.article`) },
      ...{ validFrom: form.text(`${row}.validFrom`), validTo: form.text(`${row}.validTo`) },
    })),
  }
}

function choiceFrom(form: PostedForm, before: string, kind: ChoiceKind): ChoiceDraft {
  const written = form.rows(`${before}options`, mostRows.options).map((row) => form.text(row))
  return {
    ...{ kind, stem: form.text(`${before}stem`), explanation: form.text(`${before}explanation`) },
    options: kind === 'judgement' ? judgementOptions : written,
    key: form.texts(`${before}key`),
  }
}

type PostedForm = ReturnType<typeof postedForm>

/** A posted form by the names of its fields. Line ends are ours, whatever the browser sent. */
function postedForm(values: FormValues) {
  const texts = (name: string) => [values[name] ?? []].flat().map((text) => text.replace(/\r\n?/g, '\n'))
  const text = (name: string) => texts(name)[0] ?? ''
  /** «items.0», «items.1» … as many as there are */
  const rows = (name: string, most: number) => {
    const numbers = Object.keys(values).flatMap((key) => {
      const number = key.startsWith(`${name}.`) ? Number(key.slice(name.length + 1).split('.')[0]) : Number.NaN
      return Number.isInteger(number) && number >= 0 ? [number] : []
    })
    return [...new Set(numbers)]
      .toSorted((a, b) => a - b)
      .slice(0, most)
      .map((number) => `${name}.${number}`)
  }
  return { texts, text, rows }
}
