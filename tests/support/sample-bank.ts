import type { BankItem } from '~/modules/exams/bank.ts'
import type { Blueprint, BlueprintPart } from '~/modules/exams/blueprint.ts'
import type { ChoiceKind } from '~/modules/questions/question.ts'

/* A bank and blueprints of no content, for tests of the draw. */
export function sampleItem(questionId: string, over: Partial<BankItem> = {}): BankItem {
  const kind = over.kind ?? 'single'
  const isChoice = kind !== 'case' && kind !== 'constructed'
  return {
    questionId,
    versionId: `${questionId}@1`,
    kind,
    choices: isChoice ? [{ kind, optionCount: optionCountOf(kind) }] : [],
    outOf: kind === 'constructed' ? 40 : null,
    chapters: { '2025': '1' },
    difficulty: 3,
    exposures: 0,
    laws: [],
    ...over,
  }
}

export function sampleCase(questionId: string, size: number, over: Partial<BankItem> = {}): BankItem {
  const choices = Array.from({ length: size }, () => ({ kind: 'single' as const, optionCount: 4 }))
  return sampleItem(questionId, { kind: 'case', choices, ...over })
}

function optionCountOf(kind: ChoiceKind): number {
  return { single: 4, multiple: 5, judgement: 2 }[kind]
}

/** So many of a kind in each of the chapters, from easy to hard and round again. */
export function sampleItems(kind: ChoiceKind, perChapter: number, chapters: readonly string[]): readonly BankItem[] {
  return chapters.flatMap((chapter) =>
    Array.from({ length: perChapter }, (_, at) =>
      sampleItem(`${kind}-${chapter}-${at}`, { kind, chapters: { '2025': chapter }, difficulty: 1 + (at % 5) }),
    ),
  )
}

export const nationalParts: readonly BlueprintPart[] = [
  { kind: 'single', count: 60, halfPoints: 2, rule: 'single' },
  { kind: 'multiple', count: 20, halfPoints: 4, rule: 'multipleSocialWork' },
]

export function sampleBlueprint(over: Partial<Blueprint> = {}): Blueprint {
  return {
    id: 'jz-2026',
    subject: 'jz',
    year: 2026,
    edition: '2025',
    title: '2026 年社会工作综合能力（初级）',
    titleEn: 'General ability (junior) 2026',
    minutes: 120,
    passLine: 120,
    parts: nationalParts,
    chapterWeights: {},
    lawCutoff: '2025-12-31',
    ...over,
  }
}
