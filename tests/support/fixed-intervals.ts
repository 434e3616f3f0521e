import type { MakePolicy } from './review-season.ts'

/*
 * The rivals: schedules that know nothing of the learner. A card comes back after fixed steps of days; what is longest overdue
 * comes first, of two the one with more marks; new cards by marks, as many a day as the schedule allows and time is left for.
 */
export type FixedSchedule = {
  readonly steps: readonly number[]
  /** where an error leads on a ladder of several steps */
  readonly onError: 'first' | 'back'
  /** null: as many as there is time for */
  readonly newADay: number | null
  readonly newFirst: boolean
}

/** The same interval always. */
export const constantSteps = [[1], [2], [3], [4], [5], [7], [10], [14], [21], [30]]
/** Intervals that grow while she knows it: Ebbinghaus' days as schools teach them, doubling, and others. */
export const ladders = [
  [1, 3, 7, 14, 30],
  [1, 2, 4, 7, 15, 30],
  [2, 5, 10, 20, 40],
  [3, 7, 14, 28],
  [1, 7, 16, 35],
  [3, 10, 30],
  [5, 15, 45],
  [7, 21],
]
const intakes = [5, 10, 20, null]

export function scheduleGrid(stepsList: readonly (readonly number[])[]): readonly FixedSchedule[] {
  return stepsList.flatMap((steps) =>
    (steps.length > 1 ? (['first', 'back'] as const) : (['first'] as const)).flatMap((onError) =>
      intakes.flatMap((newADay) =>
        (newADay === null ? [false] : [false, true]).map((newFirst) => ({ steps, onError, newADay, newFirst })),
      ),
    ),
  )
}

export function nameOf({ steps, onError, newADay, newFirst }: FixedSchedule): string {
  const days = steps.length > 1 ? `${steps.join('-')} days, error: ${onError}` : `every ${steps[0]} days`
  return `${days}, ${newADay ?? 'any number of'} new a day${newFirst ? ', new first' : ''}`
}

export function fixedIntervals({ steps, onError, newADay, newFirst }: FixedSchedule): MakePolicy {
  return (deck) => {
    const weightOf = (id: string) => deck.weight.get(id) ?? 0
    const fresh = deck.items.map(({ id }) => id).sort((one, other) => weightOf(other) - weightOf(one))
    const cards = new Map<string, { readonly step: number; readonly due: number }>()
    let [today, newToday] = [-1, 0]
    let due: string[] = []

    function begin(day: number): void {
      today = day
      newToday = 0
      due = [...cards]
        .filter(([, card]) => card.due <= day)
        .sort(([one, a], [other, b]) => a.due - b.due || weightOf(other) - weightOf(one))
        .map(([id]) => id)
    }
    const nextFresh = () => (newADay === null || newToday < newADay ? fresh.shift() : undefined)

    return {
      next(day) {
        if (day !== today) begin(day)
        return (newFirst ? (nextFresh() ?? due.shift()) : (due.shift() ?? nextFresh())) ?? null
      },
      saw(id, { right, confidence }, day) {
        const card = cards.get(id)
        if (!card) newToday += 1
        const isKnown = right && confidence !== 'guess'
        const step = !card ? 0 : isKnown ? Math.min(card.step + 1, steps.length - 1) : afterError(card.step)
        cards.set(id, { step, due: day + (steps[step] ?? 1) })
      },
    }
    function afterError(step: number): number {
      return onError === 'first' ? 0 : Math.max(0, step - 1)
    }
  }
}
