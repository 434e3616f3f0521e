import { translator } from '~/i18n/messages.ts'
import { today as sentences } from '~/i18n/today.ts'
import type { SoonSitting } from '~/modules/exams/soon-sittings.tsx'
import type { Actor } from '~/modules/identity/actor.ts'
import { isSubject, subjects } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { dayOf, daysBetween, startOfDay } from '~/platform/calendar.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { type RawRow, text, whole } from '~/platform/raw-row.ts'

/** The subjects that she prepares for a day she has chosen, for the one query of 今日 (columns as in `learningRows`). */
export function plannedRows(personId: string, now: Date): Prisma.Sql {
  const day = dayOf(now)
  return Prisma.sql`
    SELECT 'planned', "subject", "examOn", NULL, NULL,
      (SELECT COUNT(*) FROM "PracticeAnswer" WHERE "personId" = ${personId} AND "answeredAt" >= ${startOfDay(day)}), 0,
      NULL, NULL, NULL, NULL, NULL
    FROM "StudyPlan" WHERE "personId" = ${personId} AND "examOn" >= ${day}`
}

/** What 今日 says of them: how long it is to the exam, what she has done today, and the way to her daily set. */
export function plannedFrom(rows: readonly RawRow[], { locale }: Actor, now: Date): readonly SoonSitting[] {
  const t = translator(sentences, locale)
  const planned = rows.filter(({ kind }) => kind === 'planned')
  return planned
    .toSorted((a, b) => text(a.text1).localeCompare(text(b.text1)))
    .flatMap((row) => {
      const subject = text(row.key)
      if (!isSubject(subject)) return []
      const { title, titleEn } = subjects[subject]
      const daysLeft = daysBetween(dayOf(now), text(row.text1))
      const [toExam, done] = [
        daysLeft === 0 ? t('examToday') : t('toExam', { count: daysLeft }),
        whole(row.n1) === 0 ? t('practisedNone') : t('practised', { count: whole(row.n1) }),
      ]
      return {
        ...{ id: subject, title: locale === 'en' ? titleEn : title, about: `${toExam} · ${done}` },
        ...{ to: paths.practiceSet(subject, 'daily'), label: t('daily') },
      }
    })
}
