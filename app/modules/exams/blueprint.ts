import type { ChoiceKind } from '~/modules/questions/question.ts'
import type { Subject } from '~/modules/questions/subjects.ts'

/*
 * A blueprint: what a paper of one subject in one year consists of. Data, so that a change of the exam is a change of a file.
 * All points are half-points (2 = one point).
 */
export const scoringRules = ['single', 'multipleSocialWork', 'allOrNothing', 'perOption', 'proportional'] as const
/**
 * single: exact → full. multipleSocialWork: any wrong → 0, exact → full, else half a point for each right one chosen
 * (《社会工作者职业资格考试》多选题评分规则). allOrNothing: exact → full, else 0. perOption: each right +, each wrong −, never
 * below 0. proportional: share of the right ones minus share of the wrong ones, down to a half-point, never below 0.
 */
export type ScoringRule = (typeof scoringRules)[number]

export type ChoicePart = {
  readonly kind: ChoiceKind | 'case'
  /** scored items: a case counts with each of its choices */
  readonly count: number
  /** of one item, in half-points */
  readonly halfPoints: number
  readonly rule: ScoringRule
}

export type ConstructedPart = { readonly kind: 'constructed'; readonly count: number; readonly halfPoints: number }
export type BlueprintPart = ChoicePart | ConstructedPart

export type Blueprint = {
  readonly id: string
  readonly subject: Subject
  readonly year: number
  /** edition of the syllabus by which chapters are counted: «2025» */
  readonly edition: string
  readonly title: string
  readonly titleEn: string
  readonly minutes: number
  /** in half-points */
  readonly passLine: number
  readonly parts: readonly BlueprintPart[]
  /** chapter number → share of the items, in percent; chapters without a share get what is left */
  readonly chapterWeights: Readonly<Record<string, number>>
  /** laws count as they stood on this day: «2025-12-31» */
  readonly lawCutoff: string
}
