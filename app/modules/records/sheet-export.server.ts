import { formatMoment, fullDay } from '~/i18n/format.ts'
import { translator } from '~/i18n/messages.ts'
import { sheet as sheetTexts } from '~/i18n/sheet.ts'
import { audit } from '~/modules/audit/audit.server.ts'
import { idleDays } from '~/modules/courses/pace.ts'
import { lessonStates } from '~/modules/courses/progress.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { notFound } from '~/platform/errors.ts'
import { type SpreadsheetFile, writeXlsx } from '~/platform/xlsx.server.ts'
import { getSheet } from './sheet.server.ts'
import type { SheetQuery } from './sheet.ts'
import { type ExportWords, exportCells } from './sheet-export.ts'
import { columnsOf } from './sheet-page.ts'
import { sheetWords } from './sheet-words.ts'

/** The sheet as it is filtered and sorted, as a file. That somebody took it is in the audit. */
export async function exportSheet(
  actor: Actor,
  cohortId: string,
  query: SheetQuery,
  now: Date,
): Promise<SpreadsheetFile> {
  const sheet = await getSheet(actor, cohortId, query, now)
  if (!sheet.shown) throw notFound()
  const columns = columnsOf(sheet.shown.track, query.view, actor.locale)
  const usernames = await usernamesOf(sheet.rows.map(({ personId }) => personId))
  const words = exportWords(actor, sheet.cohort.name, now)
  const cells = exportCells(sheet.rows, columns, usernames, words)
  const bytes = await writeXlsx(cells, {
    sheet: translator(sheetTexts, actor.locale)('progress'),
    widths: [16, 16, 16, 16],
    stickyRows: 2,
  })
  await db.write((tx) =>
    audit(tx, { actor, action: 'sheet.exported', objectType: 'cohort', objectId: cohortId, cohortId, now }),
  )
  return { name: `${words.title} ${dayOf(now)}.xlsx`, bytes }
}

async function usernamesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await db.read.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, username: true },
  })
  return new Map(people.map(({ id, username }) => [id, username]))
}

function exportWords(actor: Actor, cohort: string, now: Date): ExportWords {
  const { locale } = actor
  const t = translator(sheetTexts, locale)
  const words = sheetWords(locale, now)
  const key = lessonStates.map((state) => `${t(`letter.${state}`)} ${t(`letterMeaning.${state}`)}`)
  return {
    ...words,
    title: t('title', { name: cohort }),
    username: t('username'),
    // A file is read on another day: the day itself, not how long ago.
    ago: (at) => (at ? fullDay(dayOf(at), locale) : t('never')),
    notes: [
      `${t('legend')} ${key.join(words.between)}`,
      t('definition.progress'),
      t('definition.minutes'),
      t('definition.pace', { days: idleDays }),
      t('definition.asOf', { moment: formatMoment(now, locale) }),
      t('definition.exported', { name: actor.name }),
    ],
  }
}
