import type { WorkKind } from './work.ts'

/*
 * What is looked at when a work is marked, and what it may bring, in half-points. Data: a centre that marks otherwise changes
 * this list, not the desk.
 */
export type Criterion = { readonly id: string; readonly zh: string; readonly en: string; readonly outOf: number }
export type Rubric = readonly Criterion[]
/** Half-points by criterion. */
export type Marks = Readonly<Record<string, number>>

/** domain.md §3.3: a good diary entry, out of ten. */
const diary: Rubric = [
  { id: 'concrete', zh: '真实具体', en: 'True and concrete', outOf: 4 },
  { id: 'problem', zh: '问题抓得准', en: 'The problem is grasped', outOf: 4 },
  { id: 'handling', zh: '处理合规有据', en: 'Handled by the rules, with grounds', outOf: 4 },
  { id: 'followUp', zh: '有跟进有结果', en: 'Followed up, with a result', outOf: 4 },
  { id: 'reflection', zh: '反思有专业视角', en: 'Reflected on as a professional', outOf: 2 },
  { id: 'privacy', zh: '隐私合规', en: 'Privacy is kept', outOf: 2 },
]

export const rubrics: Readonly<Record<WorkKind, Rubric>> = { diary }

/** Null until every criterion has its marks: a total of a part would look like a result. */
export function totalOf(rubric: Rubric, marks: Marks): { readonly halfPoints: number; readonly outOf: number } | null {
  if (!rubric.every(({ id }) => marks[id] !== undefined)) return null
  const sum = (of: (one: Criterion) => number) => rubric.reduce((total, one) => total + of(one), 0)
  return { halfPoints: sum(({ id }) => marks[id] ?? 0), outOf: sum(({ outOf }) => outOf) }
}

/** Only criteria of the rubric, each within what it may bring; what is not is left out. */
export function readMarks(rubric: Rubric, given: Readonly<Record<string, unknown>>): Marks {
  const within = (value: unknown, outOf: number): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= outOf
  return Object.fromEntries(
    rubric.flatMap(({ id, outOf }) => {
      const value = given[id]
      return within(value, outOf) ? [[id, value] as const] : []
    }),
  )
}
