import { formatMoment } from '~/i18n/format.ts'
import { translator } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { type FileCell, neutral } from '~/platform/spreadsheet.ts'
import { type SpreadsheetFile, writeXlsxBook } from '~/platform/xlsx.server.ts'
import { formLetter } from './cohort-sitting.ts'
import { getSittingItems } from './item-statistics.server.ts'
import { itemsSheet } from './items-sheet.server.ts'
import { type RoomAttempt, roomState } from './room.ts'
import { getRoom, type Room, type RoomPerson } from './sitting-room.server.ts'

/**
 * A row for each attempt, and one for whoever did not come: nobody is missing from the list. On a second sheet how the
 * questions did.
 */
export async function exportSitting(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  now: Date,
): Promise<SpreadsheetFile> {
  const room = await getRoom(actor, cohortId, sittingId, now)
  const t = translator(texts, actor.locale)
  const people = await db.read.person.findMany({
    where: { id: { in: room.people.map(({ personId }) => personId) } },
    select: { id: true, username: true },
  })
  const usernames = new Map(people.map(({ id, username }) => [id, username]))
  const attempts = await db.read.attempt.findMany({
    where: { sittingId, status: 'void' },
    select: { id: true, voidReason: true },
  })
  const reasons = new Map(attempts.map(({ id, voidReason }) => [id, voidReason ?? '']))
  const title = `${room.cohort.name} ${room.sitting.title}`
  const heads = [
    ...[t('room.name'), t('export.username'), t('export.attempt'), t('room.state'), t('export.started')],
    ...[t('export.ended'), t('room.form'), t('room.marks'), t('export.outOf'), t('export.result')],
  ]
  const cells = [
    [head(title)],
    heads.map(head),
    ...room.people.flatMap((person) => personRows(person, room, usernames.get(person.personId) ?? '', reasons, actor)),
    [],
    [text(t('export.taken', { name: actor.name, time: formatMoment(now, actor.locale) }))],
  ]
  const results = { sheet: t('room.marks'), widths: [14, 18, 8, 12, 22, 22, 6], stickyRows: 2, cells }
  const items = itemsSheet(await getSittingItems(actor, cohortId, sittingId), actor.locale)
  const bytes = await writeXlsxBook([results, items])
  await db.write((tx) =>
    audit(tx, { actor, action: 'sitting.exported', objectType: 'sitting', objectId: sittingId, cohortId, now }),
  )
  return { name: `${title} ${dayOf(now)}.xlsx`, bytes }
}

function personRows(
  person: RoomPerson,
  room: Room,
  username: string,
  reasons: ReadonlyMap<string, string>,
  actor: Actor,
): FileCell[][] {
  const t = translator(texts, actor.locale)
  const begin = [text(person.name), text(username)]
  if (person.attempts.length === 0) return [[...begin, text(''), text(t('person.absent'))]]
  return person.attempts.map((attempt) => [
    ...begin,
    { number: attempt.number },
    text(t(`person.${roomState(attempt, room.now)}`)),
    text(formatMoment(attempt.startedAt, actor.locale)),
    text(attempt.submittedAt ? formatMoment(attempt.submittedAt, actor.locale) : ''),
    text(formLetter(Math.max(0, room.sitting.paperIds.indexOf(attempt.paperId)))),
    ...marksOf(attempt, reasons.get(attempt.attemptId), actor),
  ])
}

function marksOf(attempt: RoomAttempt, voided: string | undefined, { locale }: Actor): FileCell[] {
  const t = translator(texts, locale)
  if (voided !== undefined) return [text(''), text(''), text(t('export.voided', { reason: voided }))]
  if (attempt.halfPoints === null || attempt.outOf === null) {
    return [text(''), text(''), text(attempt.status === 'submitted' ? t('room.pending') : '')]
  }
  return [
    { number: attempt.halfPoints / 2 },
    { number: attempt.outOf / 2 },
    text(t(attempt.passed ? 'room.passed' : 'room.failed')),
  ]
}

function text(value: string): FileCell {
  return { text: neutral(value) }
}

function head(value: string): FileCell {
  return { text: neutral(value), isHead: true }
}
