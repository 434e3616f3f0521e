import { type Day, isDay } from '~/platform/calendar.ts'
import type { BankRow } from './bank-rows.ts'
import { normalText } from './bank-text.ts'
import type { LawReference } from './question.ts'

/** 过期法条: what is looked for, as the address says it. */
export type SweepQuery = {
  /** laws that hold no longer on this day */
  readonly day: Day
  /** a law that somebody knows to have changed; empty for none */
  readonly law: string
}

export function readSweepQuery(search: URLSearchParams, today: Day): SweepQuery {
  const day = search.get('day') ?? ''
  return { day: isDay(day) ? day : today, law: (search.get('law') ?? '').trim().slice(0, 60) }
}

export type SweptLaw = LawReference & { readonly isOver: boolean; readonly isNamed: boolean }
export type Swept = { readonly row: BankRow; readonly laws: readonly SweptLaw[] }

/** Questions not yet retired whose law holds no longer on that day, or is the one named; those that are over come first. */
export function sweep(rows: readonly BankRow[], { day, law }: SweepQuery): readonly Swept[] {
  const wanted = normalText(law)
  const found = rows.flatMap((row): Swept[] => {
    if (row.state === 'retired') return []
    const laws = row.question.facts.laws.flatMap((one): SweptLaw[] => {
      const isOver = one.validTo !== null && one.validTo < day
      const isNamed = wanted !== '' && normalText(one.name).includes(wanted)
      return isOver || isNamed ? [{ ...one, isOver, isNamed }] : []
    })
    return laws.length === 0 ? [] : [{ row, laws }]
  })
  const endOf = ({ laws }: Swept) => laws.flatMap(({ validTo }) => validTo ?? []).toSorted()[0] ?? '9'
  return found.toSorted((a, b) => endOf(a).localeCompare(endOf(b), 'en') || a.row.id.localeCompare(b.row.id, 'en'))
}

export type NamedLaw = {
  readonly name: string
  readonly questions: number
  /** the first day on which one of its references ends */
  readonly endsOn: Day | null
}

/** Every law that a question in use names, the most used first. */
export function namedLaws(rows: readonly BankRow[]): readonly NamedLaw[] {
  const laws = new Map<string, { questions: number; endsOn: Day | null }>()
  for (const { state, question } of rows) {
    if (state === 'retired') continue
    for (const name of new Set(question.facts.laws.map((law) => law.name))) {
      const ends = question.facts.laws.flatMap((law) => (law.name === name && law.validTo ? [law.validTo] : []))
      const held = laws.get(name) ?? { questions: 0, endsOn: null }
      const endsOn = [...ends, ...(held.endsOn ? [held.endsOn] : [])].toSorted()[0] ?? null
      laws.set(name, { questions: held.questions + 1, endsOn })
    }
  }
  return [...laws]
    .map(([name, rest]) => ({ name, ...rest }))
    .toSorted((a, b) => b.questions - a.questions || a.name.localeCompare(b.name, 'zh'))
}
