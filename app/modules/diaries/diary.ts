import type { Visibility } from '~/modules/works/work.ts'
import { fieldText, type WorkField } from '~/modules/works/work-text.ts'

/*
 * 民情日记, one matter an entry (domain.md §3.3): first what was seen and heard, then what was done, then what she makes of it. What may
 * be counted stands in clear; whom it is about, what was said and done, and what she thinks is the work's text, and sealed.
 */
export const diaryCategories = [
  'livelihood',
  'organisation',
  'selfGovernment',
  'dispute',
  'hotIssue',
  'civility',
  'environment',
] as const
export type DiaryCategory = (typeof diaryCategories)[number]

/** 当场解决 · 协调中 · 上报督办 · 解释说明 */
export const triages = ['onTheSpot', 'coordinating', 'reported', 'explained'] as const
export type Triage = (typeof triages)[number]

/** 已办结 · 跟进中 · 无法办理 */
export const outcomes = ['closed', 'following', 'impossible'] as const
export type Outcome = (typeof outcomes)[number]

export const ageBands = ['under14', 'under18', 'under35', 'under60', 'sixtyUp', 'mixed'] as const
export const peopleGroups = [
  'elder',
  'child',
  'disabled',
  'caregiver',
  'migrant',
  'needy',
  'resident',
  'staff',
] as const

/** 走访 · 个案片段 · 社区活动 · 求助: they ask the same. */
export const diaryTemplates = ['visit', 'case', 'activity', 'request'] as const
export type DiaryTemplate = (typeof diaryTemplates)[number]

/** The texts of an entry, in the order in which they are written and read. */
export const diaryTexts = ['whom', 'companions', 'problem', 'asked', 'handling', 'followUp', 'reflection'] as const
export type DiaryText = (typeof diaryTexts)[number]
export const requiredTexts: readonly DiaryText[] = ['whom', 'problem', 'handling', 'reflection']

/** What may be counted. */
export type DiaryFacts = {
  readonly occurredOn: string
  readonly community: string
  readonly category: DiaryCategory
  readonly triage: Triage
  readonly dueOn: string | null
  readonly outcome: Outcome
  readonly closedOn: string | null
}

export type DiaryEntry = DiaryFacts & {
  readonly template: DiaryTemplate
  readonly visibility: Visibility
  readonly group: (typeof peopleGroups)[number]
  readonly ageBand: (typeof ageBands)[number]
  readonly texts: Readonly<Record<DiaryText, string>>
}

/** As a work: the sealed fields. What is empty is left out, so that it is no paragraph. */
export function fieldsOf({ template, group, ageBand, texts }: DiaryEntry): readonly WorkField[] {
  return [
    { key: 'template', text: template },
    { key: 'group', text: group },
    { key: 'ageBand', text: ageBand },
    ...diaryTexts.map((key) => ({ key, text: texts[key] })).filter(({ text }) => text !== ''),
  ]
}

/** From the sealed fields and what stands in clear. */
export function entryOf(facts: DiaryFacts, visibility: Visibility, fields: readonly WorkField[]): DiaryEntry {
  const chosen = <Choice extends string>(choices: readonly [Choice, ...Choice[]], key: string) =>
    choices.find((one) => one === fieldText(fields, key)) ?? choices[0]
  const texts = diaryTexts.map((key) => [key, fieldText(fields, key)] as const)
  return {
    ...{ ...facts, visibility, template: chosen(diaryTemplates, 'template') },
    ...{ group: chosen(peopleGroups, 'group'), ageBand: chosen(ageBands, 'ageBand') },
    texts: Object.fromEntries(texts) as Record<DiaryText, string>,
  }
}

/** What is still missing before it may be handed in: a draft may be saved with as little as she has. */
export function missingIn({ texts }: Pick<DiaryEntry, 'texts'>): readonly DiaryText[] {
  return requiredTexts.filter((key) => texts[key].trim() === '')
}

/** The first words of what it is about, for lists. */
export function titleOf(fields: readonly WorkField[]): string {
  const [line = ''] = fieldText(fields, 'problem').split('\n')
  return [...line.trim()].length > 40 ? `${[...line.trim()].slice(0, 39).join('')}…` : line.trim()
}

/** What a new one begins with. */
export function blankEntry(today: string): DiaryEntry {
  return {
    ...{ occurredOn: today, community: '', category: 'livelihood', triage: 'coordinating', dueOn: null },
    ...{ outcome: 'following', closedOn: null, template: 'visit', visibility: 'mentors' },
    ...{ group: 'resident', ageBand: 'mixed' },
    texts: { whom: '', companions: '', problem: '', asked: '', handling: '', followUp: '', reflection: '' },
  }
}
