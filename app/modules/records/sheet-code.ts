import { type Pace, paces } from '~/modules/courses/pace.ts'
import { countFinished } from '~/modules/courses/packed.ts'
import type { SheetRow } from './sheet.ts'

/*
 * Four hundred rows travel to the browser as one text. As objects they would cost more to write and to read than all the
 * rest of the page.
 */
const between = '\t'
const inside = '\u001f'

export function encodeRows(rows: readonly SheetRow[]): string {
  return rows.map(encodeRow).join('\n')
}

function encodeRow(row: SheetRow): string {
  return [
    row.personId,
    plain(row.name),
    row.organisationId,
    plain(row.organisation),
    row.mentorIds.join(inside),
    row.mentors.map(plain).join(inside),
    row.cells,
    row.minutes,
    row.lastActivityAt?.getTime() ?? '',
    paces.indexOf(row.pace),
  ].join(between)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; a list of them is found faster than a class
const controls = /[\u0000-\u001f\u007f-\u009f]/g

/** Control characters have no place in a name, and would break the text apart. */
function plain(text: string): string {
  return text.replace(controls, ' ')
}

export function decodeRows(text: string): readonly SheetRow[] {
  return text === '' ? [] : text.split('\n').map(decodeRow)
}

function decodeRow(line: string): SheetRow {
  const [personId = '', name = '', organisationId = '', organisation = '', ...rest] = line.split(between)
  const [mentorIds = '', mentors = '', cells = '', minutes = '', last = '', pace = ''] = rest
  return {
    personId,
    name,
    organisationId,
    organisation,
    mentorIds: list(mentorIds),
    mentors: list(mentors),
    cells,
    finished: countFinished(cells),
    minutes: Number(minutes),
    lastActivityAt: last === '' ? null : new Date(Number(last)),
    pace: paceAt(Number(pace)),
  }
}

function list(text: string): readonly string[] {
  return text === '' ? [] : text.split(inside)
}

function paceAt(index: number): Pace {
  return paces[index] ?? 'onTrack'
}
