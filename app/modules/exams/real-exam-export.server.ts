import { exam } from '~/i18n/exam.ts'
import { formatMoment } from '~/i18n/format.ts'
import { translator } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { audit } from '~/modules/audit/audit.server.ts'
import { getCohort } from '~/modules/cohorts/cohorts.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { subjects } from '~/modules/questions/subjects.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { type FileCell, neutral } from '~/platform/spreadsheet.ts'
import { type SpreadsheetFile, writeXlsx } from '~/platform/xlsx.server.ts'
import { type ExamEntry, type ExamFigures, examFigures, type Rate, shareOf } from './real-exam.ts'
import { type CohortExamPerson, listCohortExam } from './real-exam-cohort.server.ts'
import { type SkippedYear, skippedYears, yearsByLevel } from './skipped-years.server.ts'

/** A cohort's year as a file, a row for a person's subject: it can be pasted back. That somebody took it is in the audit. */
export async function exportCohortExam(
  actor: Actor,
  cohortId: string,
  year: number,
  now: Date,
): Promise<SpreadsheetFile> {
  const [cohort, people] = await Promise.all([getCohort(actor, cohortId), listCohortExam(actor, cohortId)])
  const skipped = await skippedYears()
  const t = translator(realExam, actor.locale)
  const title = `${t('cohort.title', { name: cohort.name })} ${year}`
  const cells = [
    [head(title)],
    [
      ...[t('table.name'), t('table.username'), t('form.level'), t('form.subject'), t('form.year'), t('form.state')],
      ...[t('form.mark'), t('checked'), t('table.certificate')],
    ].map(head),
    ...people.flatMap((person) => personCells(person, year, actor)),
    [],
    ...figureCells(examFigures(people, year, yearsByLevel(skipped)), skipped, year, actor, now),
  ]
  const bytes = await writeXlsx(cells, { sheet: String(year), widths: [14, 18, 26, 32, 10, 12], stickyRows: 2 })
  await db.write((tx) =>
    audit(tx, { actor, action: 'real-exam.exported', objectType: 'cohort', objectId: cohortId, cohortId, now }),
  )
  return { name: `${title} ${dayOf(now)}.xlsx`, bytes }
}

/** Who has nothing that year has a row, too: nobody is missing from the list. */
function personCells(person: CohortExamPerson, year: number, { locale }: Actor): FileCell[][] {
  const t = translator(realExam, locale)
  const say = translator(exam, locale)
  const held = person.certificates.map(({ level, issuedOn }) => `${t(`held.${level}`)} ${issuedOn}`)
  const ends: FileCell[] = [text(held.join(t('between')))]
  const begin = [text(person.name), text(person.username)]
  const records = person.records.filter((record) => record.year === year)
  if (records.length === 0) return [[...begin, ...['', '', '', t('state.none'), '', ''].map(text), ...ends]]
  return records.map((record) => {
    const { level, title, titleEn } = subjects[record.subject]
    const named = [say(`level.${level}`), locale === 'en' ? titleEn : title]
    return [
      ...begin,
      ...named.map(text),
      { number: year },
      text(t(`state.${record.state}`)),
      markCell(record),
      text(t(record.isChecked ? 'checked' : 'unchecked')),
      ...ends,
    ]
  })
}

function markCell({ points }: ExamEntry): FileCell {
  return points === null ? text('') : { number: points }
}

/** The figures with what they are shares of, and beneath them what they mean. */
function figureCells(
  figures: ExamFigures,
  skipped: readonly SkippedYear[],
  year: number,
  actor: Actor,
  now: Date,
): FileCell[][] {
  const t = translator(realExam, actor.locale)
  const { registered, passed, certified, holders, unchecked, withoutMark } = figures
  const rate = (name: string, value: Rate, sentence: string) => [name, shareOf(value) ?? t('figure.none'), sentence]
  const lines = [
    rate(t('figure.registered'), registered, t('of.registered', { ...registered, year })),
    rate(t('figure.passed'), passed, t('of.passed', { ...passed })),
    rate(t('figure.certified'), certified, t('of.certified', { ...certified, ...holders })),
    [],
    [t('definition.registered')],
    [t('definition.passed')],
    [t('definition.certified')],
    [t('definition.checked', { unchecked, waiting: withoutMark })],
    ...skipped.map(({ level, ...one }) => [t('definition.skipped', { ...one, level: t(`held.${level}`) })]),
    [t('definition.asOf', { moment: formatMoment(now, actor.locale) })],
    [t('definition.exported', { name: actor.name })],
  ]
  return lines.map((line) => line.map(text))
}

function text(value: string): FileCell {
  return { text: neutral(value) }
}

function head(value: string): FileCell {
  return { text: neutral(value), isHead: true }
}
