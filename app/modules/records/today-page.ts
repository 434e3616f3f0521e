import { formatAgo, formatDay, formatMinutes } from '~/i18n/format.ts'
import { learn } from '~/i18n/learn.ts'
import type { Locale } from '~/i18n/locale.ts'
import { translator } from '~/i18n/messages.ts'
import { today as sentences } from '~/i18n/today.ts'
import type { LessonState } from '~/modules/courses/progress.ts'
import type { SoonSitting } from '~/modules/exams/soon-sittings.tsx'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import type { Reminder } from './next-step.ts'
import type { Today, TodayStep, TodayTrack, Word } from './today.ts'

/**
 * 今日 as it travels: in the reader's words. The page shows them and decides nothing by them, so that those who are told as
 * many things of the same kinds share one rendering (`ownWords`).
 */
export type TodayPage = {
  readonly day: string
  /** when it was made, in ISO */
  readonly madeAt: string
  readonly step: {
    readonly kind: TodayStep['kind']
    readonly track: string | null
    readonly sentence: string
    readonly to: string
  }
  readonly things: ReadonlyArray<{ readonly kind: Reminder['kind']; readonly sentence: string; readonly to: string }>
  readonly sittings: readonly SoonSitting[]
  readonly planned: readonly SoonSitting[]
  readonly tracks: ReadonlyArray<{
    readonly to: string
    readonly title: string
    readonly states: readonly LessonState[]
    readonly note: string
  }>
  readonly week: string | null
  readonly words: ReadonlyArray<{
    readonly id: string
    readonly author: string
    readonly writtenAt: string
    readonly body: string
    readonly lesson: { readonly to: string; readonly about: string } | null
    readonly isUnread: boolean
  }>
}

/** The fields of a page that are only shown. */
export const ownWords = [
  ...[['day'], ['madeAt'], ['week']],
  ...['track', 'sentence', 'to'].map((field) => ['step', field]),
  ...['sentence', 'to'].map((field) => ['things', '*', field]),
  ...['id', 'title', 'about', 'to', 'label'].flatMap((field) => [
    ['sittings', '*', field],
    ['planned', '*', field],
  ]),
  ...['to', 'title', 'note'].map((field) => ['tracks', '*', field]),
  ...['id', 'author', 'writtenAt', 'body'].map((field) => ['words', '*', field]),
  ...['to', 'about'].map((field) => ['words', '*', 'lesson', field]),
]

export function sayToday(today: Today, locale: Locale): TodayPage {
  const { step, reminders, sittings, planned, tracks, words, finishedThisWeek, now } = today
  return {
    day: formatDay(dayOf(now), locale),
    madeAt: now.toISOString(),
    step: sayStep(step, locale),
    things: reminders.map((reminder) => sayThing(reminder, locale)),
    sittings,
    planned,
    tracks: tracks.map((track) => sayTrack(track, locale)),
    week: finishedThisWeek > 0 ? translator(sentences, locale)('week', { count: finishedThisWeek }) : null,
    words: words.map((word) => sayWord(word, now, locale)),
  }
}

function sayStep(step: TodayStep, locale: Locale): TodayPage['step'] {
  const t = translator(sentences, locale)
  const { kind } = step
  if (!('lesson' in step)) {
    return { kind, track: null, sentence: t(step.kind), to: kind === 'done' ? paths.record() : paths.tracks() }
  }
  const { lesson, percent, track } = step
  const values = { lesson: lesson.title, percent, time: formatMinutes(lesson.minutes, locale) }
  const sentence = kind === 'resume' && percent === 0 ? 'resumeStart' : step.kind
  return { kind, track: track.title, sentence: t(sentence, values), to: paths.lesson(lesson.id) }
}

function sayThing(reminder: Today['reminders'][number], locale: Locale): TodayPage['things'][number] {
  const t = translator(sentences, locale)
  const { kind, title: track } = reminder
  if (reminder.kind === 'feedback') return { kind, sentence: t('feedback', { count: reminder.count }), to: '#words' }
  const to = paths.track(reminder.trackId)
  if (reminder.kind === 'new') return { kind, sentence: t('new', { track, count: reminder.count }), to }
  const { daysLeft, lessonsLeft: left } = reminder
  const sentence = daysLeft === 0 ? 'dueToday' : reminder.kind
  return { kind, sentence: t(sentence, { track, count: Math.abs(daysLeft), left }), to }
}

function sayTrack({ id, title, states, finished, dueOn }: TodayTrack, locale: Locale): TodayPage['tracks'][number] {
  const t = translator(learn, locale)
  const progress = t('track.progress', { finished, total: states.length })
  const due = dueOn ? [t('track.dueOn', { day: formatDay(dueOn, locale) })] : []
  return { to: paths.track(id), title, states, note: [progress, ...due].join(' · ') }
}

function sayWord(word: Word, now: Date, locale: Locale): TodayPage['words'][number] {
  const { id, author, body, lesson, writtenAt, isUnread } = word
  const about = lesson && translator(sentences, locale)('wordAbout', { lesson: lesson.title })
  return {
    ...{ id, author, body, isUnread, writtenAt: formatAgo(writtenAt, now, locale) },
    lesson: lesson && about ? { to: paths.lesson(lesson.id), about } : null,
  }
}
