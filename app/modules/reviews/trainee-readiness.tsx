import { cohortReadiness } from '~/i18n/cohort-readiness.ts'
import { mentor } from '~/i18n/mentor.ts'
import { useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { Definition, Definitions } from '~/ui/definitions.tsx'
import { ReadinessCell } from './cohort-readiness-parts.tsx'
import type { ReadinessRow } from './readiness-rows.ts'

/** Each subject that she has practised, with its forecast, on the page of one trainee. */
export function TraineeReadiness({ row: { name, cells } }: { row: ReadinessRow }) {
  const [t, say, define] = [useT(mentor), useT(realExam), useT(cohortReadiness)]
  return (
    <section className="section">
      <h2>{t('readiness')}</h2>
      {cells.length === 0 ? (
        <p>{t('readiness.none', { name })}</p>
      ) : (
        <>
          <Definitions>
            {cells.map(({ subject, readiness }) => (
              <Definition key={subject} name={say(`short.${subject}`)}>
                <ReadinessCell readiness={readiness} />
              </Definition>
            ))}
          </Definitions>
          <p className="definitions-note">{define('definition.range', { low: 52, high: 66 })}</p>
        </>
      )}
    </section>
  )
}
