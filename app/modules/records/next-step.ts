import { daysLeft } from '~/modules/courses/pace.ts'
import type { LessonState } from '~/modules/courses/progress.ts'
import type { Day } from '~/platform/calendar.ts'

/*
 * 今日: one sentence that says what to do now, one button that does it, then at most three things.
 */
export type TrackOfHers = {
  readonly trackId: string
  readonly dueOn: Day | null
  readonly lessons: ReadonlyArray<{ readonly id: string; readonly state: LessonState }>
}

export type NextStep =
  | { readonly kind: 'resume' | 'start'; readonly trackId: string; readonly lessonId: string }
  /** everything she was given is finished */
  | { readonly kind: 'done' }
  /** she has no track yet */
  | { readonly kind: 'choose' }

export type Reminder =
  | {
      readonly kind: 'overdue' | 'due'
      readonly trackId: string
      readonly daysLeft: number
      readonly lessonsLeft: number
    }
  | { readonly kind: 'feedback'; readonly count: number }
  | { readonly kind: 'new'; readonly trackId: string; readonly count: number }

/** A track due within so many days goes before what she read last. */
const urgentDays = 7
const reminderDays = 14
const mostReminders = 3

/**
 * First the track whose due day is near or past, then what she read last, then what is due next. Inside a track: the lesson
 * that is begun, else the first that is open.
 */
export function nextStep(tracks: readonly TrackOfHers[], lastLessonId: string | null, today: Day): NextStep {
  if (tracks.length === 0) return { kind: 'choose' }
  const open = tracks.filter((track) => track.lessons.some(isDoable)).sort(byDueDay)
  const [first] = open
  if (!first) return { kind: 'done' }
  const urgent = first.dueOn !== null && daysLeft(first.dueOn, today) <= urgentDays
  const last = open.find((track) => track.lessons.some(({ id, state }) => id === lastLessonId && state === 'reading'))
  return stepIn(urgent ? first : (last ?? first), lastLessonId)
}

function stepIn(track: TrackOfHers, lastLessonId: string | null): NextStep {
  const { trackId, lessons } = track
  const reading = lessons.filter(({ state }) => state === 'reading')
  const begun = reading.find(({ id }) => id === lastLessonId) ?? reading[0]
  if (begun) return { kind: 'resume', trackId, lessonId: begun.id }
  const open = lessons.find(isDoable)
  return open ? { kind: 'start', trackId, lessonId: open.id } : { kind: 'done' }
}

export function reminders(tracks: readonly TrackOfHers[], unreadNotes: number, today: Day): readonly Reminder[] {
  const due = [...tracks].sort(byDueDay).flatMap((track): Reminder[] => {
    const lessonsLeft = track.lessons.filter(({ state }) => state !== 'finished').length
    if (track.dueOn === null || lessonsLeft === 0) return []
    const left = daysLeft(track.dueOn, today)
    if (left > reminderDays) return []
    return [{ kind: left < 0 ? 'overdue' : 'due', trackId: track.trackId, daysLeft: left, lessonsLeft }]
  })
  const feedback: Reminder[] = unreadNotes > 0 ? [{ kind: 'feedback', count: unreadNotes }] : []
  const added = tracks.flatMap((track): Reminder[] => {
    const count = track.lessons.filter(({ state }) => state === 'new').length
    return count > 0 ? [{ kind: 'new', trackId: track.trackId, count }] : []
  })
  return [...due, ...feedback, ...added].slice(0, mostReminders)
}

function isDoable({ state }: { readonly state: LessonState }): boolean {
  return state === 'reading' || state === 'open' || state === 'new'
}

/** The earliest due day first; those without one last. */
function byDueDay(a: TrackOfHers, b: TrackOfHers): number {
  if (a.dueOn === b.dueOn) return 0
  if (a.dueOn === null) return 1
  if (b.dueOn === null) return -1
  return a.dueOn < b.dueOn ? -1 : 1
}
