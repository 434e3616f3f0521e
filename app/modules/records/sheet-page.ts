import { formatMoment } from '~/i18n/format.ts'
import type { Locale } from '~/i18n/locale.ts'
import { lessonsOf, type Track } from '~/modules/content/library.ts'
import type { Pace } from '~/modules/courses/pace.ts'
import { titleIn } from '~/modules/courses/titles.ts'
import type { Day } from '~/platform/calendar.ts'
import type { Sheet } from './sheet.server.ts'
import { countPaces, type SheetQuery } from './sheet.ts'
import { encodeRows } from './sheet-code.ts'
import type { SheetColumn } from './sheet-html.ts'

/** What the page of the sheet is given. */
export type SheetPage = {
  readonly cohort: Sheet['cohort']
  readonly tracks: ReadonlyArray<{ readonly id: string; readonly title: string; readonly dueOn: Day | null }>
  readonly trackId: string | null
  /** columns of the chosen view */
  readonly columns: readonly SheetColumn[]
  /** all rows in one text: sheet-code.ts */
  readonly rows: string
  readonly rowCount: number
  /** of the rows that are shown */
  readonly paces: Readonly<Record<Pace, number>>
  readonly memberCount: number
  readonly organisations: Sheet['organisations']
  readonly mentors: Sheet['mentors']
  readonly query: SheetQuery
  /** when it was made: in ISO, and in words */
  readonly madeAt: string
  readonly asOf: string
}

/**
 * The sheet as it travels: what its frame is made of goes as one text, and those who look at it again while nothing of that
 * has changed are sent the same rendering. What is made anew for each stays outside.
 */
export type PackedSheet = Pick<SheetPage, 'rows' | 'madeAt' | 'asOf'> & { readonly rest: string }

/** What the server does not render: the rows stand in the table's own bytes. */
export const ownSheetFields = [['rows'], ['madeAt'], ['asOf']]

export function packSheet({ rows, madeAt, asOf, ...rest }: SheetPage): PackedSheet {
  return { rows, madeAt, asOf, rest: JSON.stringify(rest) }
}

export function unpackSheet({ rest, ...own }: PackedSheet): SheetPage {
  return { ...JSON.parse(rest), ...own }
}

export function sheetPage(sheet: Sheet, query: SheetQuery, locale: Locale, now: Date): SheetPage {
  const { shown } = sheet
  return {
    cohort: sheet.cohort,
    tracks: sheet.tracks.map(({ track, dueOn }) => ({ id: track.id, title: titleIn(locale, track), dueOn })),
    trackId: shown?.track.id ?? null,
    columns: shown ? columnsOf(shown.track, query.view, locale) : [],
    rows: encodeRows(sheet.rows),
    rowCount: sheet.rows.length,
    paces: countPaces(sheet.rows),
    memberCount: sheet.memberCount,
    organisations: sheet.organisations,
    mentors: sheet.mentors,
    query,
    madeAt: now.toISOString(),
    asOf: formatMoment(now, locale),
  }
}

export function columnsOf(track: Track, view: SheetQuery['view'], locale: Locale): readonly SheetColumn[] {
  if (view === 'lesson') {
    return lessonsOf(track).map((lesson, at) => ({
      id: lesson.id,
      head: String(at + 1),
      title: titleIn(locale, lesson),
      from: at,
      length: 1,
    }))
  }
  let from = 0
  return track.courses.map((course) => {
    const title = titleIn(locale, course)
    const column = { id: course.id, head: title, title, from, length: course.lessons.length }
    from += course.lessons.length
    return column
  })
}
