import type { Subject } from '~/modules/questions/subjects.ts'
import type { FieldErrors } from '~/platform/forms.ts'
import type { Blueprint, BlueprintPart } from './blueprint.ts'
import { type BlueprintProblem, checkBlueprint } from './blueprint-check.ts'
import type { BlueprintDraft, PartDraft } from './blueprint-draft.ts'

/** What is wrong stands at its field: codes of `i18n/fields.ts` by the field's name. Everything is looked at, not only the first. */
export type ReadBlueprint =
  | { readonly ok: true; readonly blueprint: Blueprint }
  | { readonly ok: false; readonly errors: FieldErrors }

const longestTitle = 60

/** `chapters`: the numbers that the chosen edition has; a share of any other chapter is left out. */
export function readBlueprint(
  draft: BlueprintDraft,
  of: { readonly id: string; readonly subject: Subject; readonly chapters: readonly string[] },
): ReadBlueprint {
  const errors: Record<string, string> = {}
  const note: Note = (name, code) => {
    errors[name] ??= code
  }
  const { title, edition, lawCutoff } = draft
  if (title === '') note('title', 'required')
  for (const name of ['title', 'titleEn'] as const) if (draft[name].length > longestTitle) note(name, 'tooLong')
  if (of.chapters.length === 0) note('edition', 'required')
  const weights = of.chapters.flatMap((chapter) => {
    const written = draft.weights[chapter] ?? ''
    return written === '' ? [] : [[chapter, readWeight(written, `weights.${chapter}`, note)] as const]
  })
  const blueprint: Blueprint = {
    ...{ id: of.id, subject: of.subject, title, titleEn: draft.titleEn || title, edition, lawCutoff },
    year: readWhole(draft.year, { name: 'year', least: 2008, most: 2100, code: 'blueprintYearInvalid' }, note),
    minutes: readWhole(draft.minutes, { name: 'minutes', least: 5, most: 600, code: 'minutesInvalid' }, note),
    passLine: readPoints(draft.passLine, 'passLine', 200, note),
    parts: draft.parts.map((part, at) => readPart(part, `parts.${at}`, note)),
    chapterWeights: Object.fromEntries(weights.filter(([, weight]) => weight > 0)),
  }
  // What could not be read is said already; the rules are asked of the rest.
  for (const problem of checkBlueprint(blueprint)) note(...placed(problem))
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, blueprint }
}

type Note = (name: string, code: string) => void

function readPart({ kind, count, points, rule }: PartDraft, at: string, note: Note): BlueprintPart {
  const read = {
    count: readWhole(count, { name: `${at}.count`, least: 1, most: 200, code: 'countInvalid' }, note),
    halfPoints: readPoints(points, `${at}.points`, 100, note),
  }
  return kind === 'constructed' ? { kind, ...read } : { kind, rule, ...read }
}

type WholeField = { readonly name: string; readonly least: number; readonly most: number; readonly code: string }

function readWhole(text: string, { name, least, most, code }: WholeField, note: Note): number {
  const written = text.normalize('NFKC')
  const number = /^\d{1,4}$/.test(written) ? Number(written) : Number.NaN
  if (number >= least && number <= most) return number
  note(name, written === '' ? 'required' : code)
  return 0
}

/** «60», «0.5» → half-points. */
function readPoints(text: string, name: string, most: number, note: Note): number {
  const written = text.normalize('NFKC')
  const points = /^\d{1,3}(\.[05])?$/.test(written) ? Number(written) : 0
  if (points > 0 && points <= most) return points * 2
  note(name, written === '' ? 'required' : most > 100 ? 'passLineInvalid' : 'marksInvalid')
  return 0
}

function readWeight(text: string, name: string, note: Note): number {
  const written = text.normalize('NFKC').replace(/%$/, '')
  const weight = /^\d{1,3}(\.\d{1,2})?$/.test(written) ? Number(written) : Number.NaN
  if (weight >= 0 && weight <= 100) return weight
  note(name, 'weightInvalid')
  return 0
}

/** The field at which a problem stands. */
function placed({ code, at }: BlueprintProblem): readonly [name: string, code: string] {
  switch (code) {
    case 'noId':
      return ['', 'invalid']
    case 'noTitle':
      return ['title', 'required']
    case 'noEdition':
      return ['edition', 'required']
    case 'minutesNotPositive':
      return ['minutes', 'minutesInvalid']
    case 'noParts':
      return ['parts', 'partsMissing']
    case 'countNotPositive':
      return [`parts.${at}.count`, 'countInvalid']
    case 'pointsNotPositive':
      return [`parts.${at}.points`, 'marksInvalid']
    case 'ruleDoesNotFit':
      return [`parts.${at}.rule`, 'ruleDoesNotFit']
    case 'pointsTooSmallForRule':
      return [`parts.${at}.points`, 'pointsTooSmallForRule']
    case 'passLineOutOfReach':
      return ['passLine', 'passLineOutOfReach']
    case 'weightNegative':
      return [`weights.${at}`, 'weightInvalid']
    case 'weightsAboveHundred':
      return ['weights', 'weightsAboveHundred']
    case 'weightsWithoutChoices':
      return ['weights', 'weightsWithoutChoices']
    case 'cutoffNotADay':
      return ['lawCutoff', 'dayInvalid']
  }
}
