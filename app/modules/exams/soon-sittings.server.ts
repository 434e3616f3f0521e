import { formatMoment } from '~/i18n/format.ts'
import { translator } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { type Subject, subjects } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, instantOrNull, type RawRow, text, textOrNull, whole } from '~/platform/raw-row.ts'
import { admissionOf, type OwnTerms, ownEndOf, soonMs, soonToSit } from './cohort-sitting.ts'
import type { SoonSitting } from './soon-sittings.tsx'

/** No accommodation prolongs an exam by more. */
const longestGrantMs = 24 * 3_600_000

/**
 * The exams of her cohorts that she may sit now or within a week, for the one query of 今日 (columns as in `learningRows`). What
 * is surely over or far off is left out; `soonFrom` decides the rest.
 */
export function soonRows(personId: string, now: Date): Prisma.Sql {
  const [overSince, farOff] = [new Date(now.getTime() - longestGrantMs), new Date(now.getTime() + soonMs)]
  return Prisma.sql`
    SELECT 'percent' AS kind, "personId" AS key, NULL AS text1, NULL AS text2, NULL AS text3, "timePercent" AS n1, 0 AS n2,
      NULL AS at1, NULL AS at2, NULL AS at3, NULL AS at4, NULL AS at5
    FROM "Accommodation" WHERE "personId" = ${personId} AND "endedAt" IS NULL
    UNION ALL
    SELECT 'sitting', s."id", s."title", s."subject",
      (SELECT a."id" FROM "Attempt" a WHERE a."personId" = m."personId" AND a."scope" = 'sitting:' || s."id"
        AND a."status" = 'open' AND a."boundaryAt" >= ${now}),
      s."attempts" - (SELECT COUNT(*) FROM "Attempt" a WHERE a."personId" = m."personId"
        AND a."scope" = 'sitting:' || s."id" AND a."status" <> 'void'),
      s."limitMinutes", s."opensAt", s."closesAt", x."until", s."changedAt", s."cancelledAt"
    FROM "CohortMember" m
    JOIN "Cohort" c ON c."id" = m."cohortId" AND c."archivedAt" IS NULL
    JOIN "Sitting" s ON s."cohortId" = m."cohortId" AND s."opensAt" <= ${farOff}
    LEFT JOIN "Extension" x ON x."id" = (SELECT e."id" FROM "Extension" e WHERE e."personId" = m."personId"
      AND e."subjectId" = s."id" AND e."subjectType" = 'sitting' AND e."revokedAt" IS NULL ORDER BY e."until" DESC LIMIT 1)
    WHERE m."personId" = ${personId} AND m."leftAt" IS NULL AND (s."closesAt" >= ${overSince} OR x."until" >= ${overSince})`
}

/** What 今日 says of them, in her language: it is opened all day long and carries few words. Rows of other kinds are left alone. */
export function soonFrom(rows: readonly RawRow[], actor: Actor, now: Date): readonly SoonSitting[] {
  const found = rows.filter(({ kind }) => kind === 'sitting')
  if (found.length === 0) return []
  const percent = rows.find(({ kind }) => kind === 'percent')
  const timePercent = percent ? whole(percent.n1) : 100
  const sittings = found.map((row) => sittingFrom(row, timePercent, now))
  return soonToSit(sittings, now)
    .toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime())
    .map((sitting) => inWords(sitting, actor))
}

function sittingFrom(row: RawRow, timePercent: number, now: Date) {
  const own: OwnTerms = {
    ...{ opensAt: instant(row.at1), closesAt: instant(row.at2), cancelledAt: instantOrNull(row.at5) },
    ...{ limitMinutes: whole(row.n2), timePercent, extendedUntil: instantOrNull(row.at3) },
  }
  const openAttemptId = textOrNull(row.text3)
  return {
    ...{ id: text(row.key), title: text(row.text1), subject: text(row.text2) as Subject, openAttemptId },
    ...{ opensAt: own.opensAt, endsAt: ownEndOf(own), changedAt: instantOrNull(row.at4) },
    admission: admissionOf(own, { left: Math.max(0, whole(row.n1)), isIn: openAttemptId !== null }, now),
  }
}

function inWords(sitting: ReturnType<typeof sittingFrom>, { locale }: Actor): SoonSitting {
  const t = translator(texts, locale)
  const time = (at: Date) => formatMoment(at, locale)
  const { id, title, admission, openAttemptId, changedAt } = sitting
  const { title: subject, titleEn } = subjects[sitting.subject]
  const when =
    admission === 'notYet'
      ? t('own.opens', { time: time(sitting.opensAt) })
      : t('own.until', { time: time(sitting.endsAt) })
  const changed = changedAt ? [t('own.changed', { time: time(changedAt) })] : []
  return {
    ...{ id, title, about: [locale === 'en' ? titleEn : subject, when, ...changed].join(' · ') },
    to: openAttemptId ? paths.attempt(openAttemptId) : paths.sitting(id),
    label: t(openAttemptId ? 'own.goOn' : admission === 'ready' ? 'own.begin' : 'own.look'),
  }
}
