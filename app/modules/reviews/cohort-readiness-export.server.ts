import { cohortReadiness } from '~/i18n/cohort-readiness.ts'
import { formatMoment } from '~/i18n/format.ts'
import { translator } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { audit } from '~/modules/audit/audit.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { subjects } from '~/modules/questions/subjects.ts'
import { dayOf } from '~/platform/calendar.ts'
import { db } from '~/platform/db.server.ts'
import { type FileCell, neutral } from '~/platform/spreadsheet.ts'
import { type SpreadsheetFile, writeXlsx } from '~/platform/xlsx.server.ts'
import { getCohortReadiness, type NamedPoint } from './cohort-readiness.server.ts'
import { leastMembers } from './cohort-readiness.ts'
import { type ReadinessRow, standingOf } from './readiness-rows.ts'
import { weakBelow } from './weakness.ts'

/** A cohort's forecasts as a file, a row for a trainee's subject; nobody is missing. That somebody took it is in the audit. */
export async function exportCohortReadiness(actor: Actor, cohortId: string, now: Date): Promise<SpreadsheetFile> {
  const { cohort, rows, unknown } = await getCohortReadiness(actor, cohortId, now)
  const t = translator(cohortReadiness, actor.locale)
  const title = t('title', { name: cohort.name })
  const sentences = [
    t('definition.range', { low: 52, high: 66 }),
    t('definition.tooLittle'),
    t('definition.points', { count: leastMembers, percent: weakBelow * 100 }),
    t('definition.exams'),
    t('definition.asOf', { moment: formatMoment(now, actor.locale) }),
    t('definition.exported', { name: actor.name }),
  ]
  const cells = [
    [head(title)],
    [
      ...[t('table.name'), t('table.username'), t('table.subject'), t('table.standing'), t('table.mark')],
      ...[t('table.low'), t('table.high'), t('table.line'), t('table.answered')],
    ].map(head),
    ...rows.flatMap((row) => personCells(row, actor)),
    [],
    [head(t('points'))],
    [t('points.point'), t('points.chapter'), t('points.weak'), t('points.mastery')].map(head),
    ...unknown.map((point) => pointCells(point, actor)),
    [],
    ...sentences.map((sentence) => [text(sentence)]),
  ]
  const bytes = await writeXlsx(cells, { sheet: dayOf(now), widths: [18, 18, 28, 14], stickyRows: 2 })
  await db.write((tx) =>
    audit(tx, { actor, action: 'readiness.exported', objectType: 'cohort', objectId: cohortId, cohortId, now }),
  )
  return { name: `${title} ${dayOf(now)}.xlsx`, bytes }
}

function personCells({ name, username, cells }: ReadinessRow, { locale }: Actor): FileCell[][] {
  const t = translator(cohortReadiness, locale)
  const begin = [text(name), text(username)]
  if (cells.length === 0) return [[...begin, text(''), text(t('standing.nothing'))]]
  return cells.map(({ subject, readiness }) => {
    const { title, titleEn } = subjects[subject]
    const place = [...begin, text(locale === 'en' ? titleEn : title), text(t(`standing.${standingOf(readiness)}`))]
    if (readiness.kind === 'tooLittle') return [...place, ...['', '', '', ''].map(text), { number: readiness.answered }]
    const { mark, low, high, passLine, answered } = readiness
    return [...place, ...[mark, low, high, passLine].map(points), { number: answered }]
  })
}

function pointCells({ title, chapters, weak, members, mastery }: NamedPoint, { locale }: Actor): FileCell[] {
  const t = translator(cohortReadiness, locale)
  const say = translator(realExam, locale)
  const places = chapters.map(({ subject, no }) => t('points.chapterOf', { subject: say(`short.${subject}`), no }))
  return [
    text(title),
    text(places.join(t('between'))),
    text(t('points.weakOf', { weak, members })),
    text(t('points.share', { percent: Math.round(mastery * 100) })),
  ]
}

function points(halfPoints: number): FileCell {
  return { number: halfPoints / 2 }
}

function text(value: string): FileCell {
  return { text: neutral(value) }
}

function head(value: string): FileCell {
  return { text: neutral(value), isHead: true }
}
