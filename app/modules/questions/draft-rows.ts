import type { ChoiceKind } from './question.ts'
import {
  type ChoiceDraft,
  emptyAnswerPoint,
  emptyChoice,
  emptyLaw,
  mostRows,
  type QuestionDraft,
} from './question-draft.ts'

/*
 * Rows of a draft come and go by submit buttons, so that they do without a script: «add:options», «add:items:multiple»,
 * «drop:items.1.options.3», «kind:items.0:multiple». What was typed stays.
 */
export type Reshaped = {
  readonly draft: QuestionDraft
  /** the field to go on in */
  readonly focus: string
}

/** The draft with one row more or less; undefined when the intent is another one. */
export function reshape(draft: QuestionDraft, intent: string): Reshaped | undefined {
  const [act, path = '', kind] = intent.split(':')
  const [field = '', at, inner, innerAt] = path.split('.')
  const item = field === 'items' && inner === 'options' ? Number(at) : null
  switch (act) {
    case 'add':
      if (item !== null) return inItem(draft, item, addOption)
      return add(draft, field, kind)
    case 'drop':
      if (item !== null) return inItem(draft, item, (choice) => dropOption(choice, Number(innerAt)))
      return drop(draft, field, Number(at))
    case 'kind':
      if (kind !== 'single' && kind !== 'multiple') return undefined
      if (field === 'items') return inItem(draft, Number(at), (choice) => turn(choice, kind))
      return inChoice(draft, (choice) => turn(choice, kind))
    default:
      return undefined
  }
}

type Step<T> = { readonly value: T; readonly focus: string } | undefined

function add(draft: QuestionDraft, field: string, kind: string | undefined): Reshaped | undefined {
  const { items, answerPoints, laws } = draft
  switch (field) {
    case 'options':
      return inChoice(draft, addOption)
    case 'items': {
      const itemKind: ChoiceKind = kind === 'multiple' || kind === 'judgement' ? kind : 'single'
      if (items.length >= mostRows.items) return undefined
      return { draft: { ...draft, items: [...items, emptyChoice(itemKind)] }, focus: `items.${items.length}.stem` }
    }
    case 'answerPoints':
      if (answerPoints.length >= mostRows.answerPoints) return undefined
      return {
        draft: { ...draft, answerPoints: [...answerPoints, emptyAnswerPoint] },
        focus: `answerPoints.${answerPoints.length}.text`,
      }
    case 'laws':
      if (laws.length >= mostRows.laws) return undefined
      return { draft: { ...draft, laws: [...laws, emptyLaw] }, focus: `laws.${laws.length}.name` }
    default:
      return undefined
  }
}

function drop(draft: QuestionDraft, field: string, at: number): Reshaped | undefined {
  const near = Math.max(0, at - 1)
  switch (field) {
    case 'options':
      return inChoice(draft, (choice) => dropOption(choice, at))
    case 'items':
      return { draft: { ...draft, items: without(draft.items, at) }, focus: `items.${near}.stem` }
    case 'answerPoints':
      return {
        draft: { ...draft, answerPoints: without(draft.answerPoints, at) },
        focus: `answerPoints.${near}.text`,
      }
    case 'laws':
      return { draft: { ...draft, laws: without(draft.laws, at) }, focus: `laws.${near}.name` }
    default:
      return undefined
  }
}

function inChoice(draft: QuestionDraft, step: (choice: ChoiceDraft) => Step<ChoiceDraft>): Reshaped | undefined {
  const { kind } = draft
  if (kind === 'case' || kind === 'constructed') return undefined
  const { stem, options, key, explanation } = draft
  const done = step({ kind, stem, options, key, explanation })
  return done && { draft: { ...draft, ...done.value }, focus: done.focus }
}

function inItem(
  draft: QuestionDraft,
  at: number,
  step: (choice: ChoiceDraft) => Step<ChoiceDraft>,
): Reshaped | undefined {
  const item = draft.items[at]
  const done = item && step(item)
  if (!done) return undefined
  const items = draft.items.map((one, other) => (other === at ? done.value : one))
  return { draft: { ...draft, items }, focus: `items.${at}.${done.focus}` }
}

function addOption(choice: ChoiceDraft): Step<ChoiceDraft> {
  const { kind, options } = choice
  if (kind === 'judgement' || options.length >= mostRows.options) return undefined
  return { value: { ...choice, options: [...options, ''] }, focus: `options.${options.length}` }
}

/** The marks of right options move with their options. */
function dropOption(choice: ChoiceDraft, at: number): Step<ChoiceDraft> {
  const { kind, options, key } = choice
  if (kind === 'judgement' || options.length <= 2 || options[at] === undefined) return undefined
  const kept = key.map(Number).filter((index) => index !== at)
  const value = {
    ...choice,
    options: without(options, at),
    key: kept.map((index) => String(index > at ? index - 1 : index)),
  }
  return { value, focus: `options.${Math.min(at, value.options.length - 1)}` }
}

function turn(choice: ChoiceDraft, kind: 'single' | 'multiple'): Step<ChoiceDraft> {
  if (choice.kind === 'judgement') return undefined
  const key = kind === 'single' ? choice.key.slice(0, 1) : choice.key
  return { value: { ...choice, kind, key }, focus: 'stem' }
}

function without<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, other) => other !== at)
}
