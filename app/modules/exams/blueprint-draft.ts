import type { FormValues } from '~/platform/forms.ts'
import { type Blueprint, type BlueprintPart, type ScoringRule, scoringRules } from './blueprint.ts'

/*
 * A blueprint while it is being written: every field a text, as the form holds it. Names of fields are paths («parts.0.count»,
 * «weights.3»), so what is wrong with a value and where it stands on the page are one word.
 */
export const partKinds = ['single', 'multiple', 'judgement', 'case', 'constructed'] as const
export type PartKind = (typeof partKinds)[number]

export type PartDraft = {
  readonly kind: PartKind
  readonly count: string
  /** of one item, as people write them: «2», «0.5» */
  readonly points: string
  /** a written answer has none: it is marked by hand */
  readonly rule: ScoringRule
}

export type BlueprintDraft = {
  readonly title: string
  readonly titleEn: string
  readonly year: string
  readonly edition: string
  readonly minutes: string
  readonly passLine: string
  readonly lawCutoff: string
  readonly parts: readonly PartDraft[]
  /** chapter number → percent; «» has no share of its own */
  readonly weights: Readonly<Record<string, string>>
}

export const mostParts = 10
const newPart: PartDraft = { kind: 'single', count: '10', points: '1', rule: 'single' }

export function blueprintDraftOf(blueprint: Blueprint): BlueprintDraft {
  const { title, titleEn, year, edition, minutes, passLine, parts, chapterWeights, lawCutoff } = blueprint
  return {
    ...{ title, edition, lawCutoff, year: String(year), minutes: String(minutes), passLine: String(passLine / 2) },
    titleEn: titleEn === title ? '' : titleEn,
    parts: parts.map(partDraftOf),
    weights: Object.fromEntries(Object.entries(chapterWeights).map(([no, weight]) => [no, String(weight)])),
  }
}

function partDraftOf(part: BlueprintPart): PartDraft {
  const rule = part.kind === 'constructed' ? 'allOrNothing' : part.rule
  return { kind: part.kind, count: String(part.count), points: String(part.halfPoints / 2), rule }
}

/** What the form sent. Rows are taken in the order of their numbers; what is no field of a blueprint is left out. */
export function blueprintDraftFrom(values: FormValues): BlueprintDraft {
  const text = (name: string) => [values[name] ?? []].flat()[0]?.trim() ?? ''
  const numbers = [...new Set(Object.keys(values).flatMap((name) => /^parts\.(\d{1,3})\./.exec(name)?.[1] ?? []))]
  const weights = Object.keys(values).flatMap((name) => /^weights\.(\d{1,2})$/.exec(name)?.[1] ?? [])
  return {
    ...{ title: text('title'), titleEn: text('titleEn'), year: text('year'), edition: text('edition') },
    ...{ minutes: text('minutes'), passLine: text('passLine'), lawCutoff: text('lawCutoff') },
    parts: numbers
      .toSorted((a, b) => Number(a) - Number(b))
      .slice(0, mostParts)
      .map((number) => ({
        kind: partKinds.find((one) => one === text(`parts.${number}.kind`)) ?? 'single',
        ...{ count: text(`parts.${number}.count`), points: text(`parts.${number}.points`) },
        rule: scoringRules.find((one) => one === text(`parts.${number}.rule`)) ?? 'single',
      })),
    weights: Object.fromEntries(weights.map((chapter) => [chapter, text(`weights.${chapter}`)])),
  }
}

/** One row more or less, by a submit button: «add:parts», «drop:parts.2»; undefined when the intent is another one. */
export function reshapeParts(draft: BlueprintDraft, intent: string): BlueprintDraft | undefined {
  const { parts } = draft
  if (intent === 'add:parts') return parts.length < mostParts ? { ...draft, parts: [...parts, newPart] } : draft
  const dropped = /^drop:parts\.(\d{1,2})$/.exec(intent)?.[1]
  return dropped === undefined ? undefined : { ...draft, parts: parts.filter((_, at) => at !== Number(dropped)) }
}
