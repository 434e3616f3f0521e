import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { BarChart } from '~/ui/bar-chart.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { type ExamFigures, type Rate, type SubjectFigures, shareOf } from './real-exam.ts'
import type { SkippedYear } from './skipped-years.server.ts'

type ExamFiguresProps = { figures: ExamFigures; year: number }

/** The three rates, each as a number, and the sentence that says what it is a share of. */
export function RealExamFigures({ figures, year }: ExamFiguresProps) {
  const t = useT(realExam)
  const { registered, passed, certified, holders } = figures
  return (
    <ul className="exam-rates">
      <RateFigure name={t('figure.registered')} rate={registered}>
        {t('of.registered', { ...registered, year })}
      </RateFigure>
      <RateFigure name={t('figure.passed')} rate={passed}>
        {t('of.passed', { ...passed })}
      </RateFigure>
      <RateFigure name={t('figure.certified')} rate={certified}>
        {t('of.certified', { ...certified, ...holders })}
      </RateFigure>
    </ul>
  )
}

function RateFigure({ name, rate, children }: { name: string; rate: Rate; children: string }) {
  const t = useT(realExam)
  const share = shareOf(rate)
  return (
    <li>
      <h2>{name}</h2>
      <p className={share ? 'figure-number' : 'text-ink-2'}>{share ?? t('figure.none')}</p>
      <p className="text-ink-2">{children}</p>
    </li>
  )
}

/** Pass rates by subject as bars, and beneath them the numbers they are made of. */
export function SubjectChart({ figures, year }: ExamFiguresProps) {
  const t = useT(realExam)
  if (figures.subjects.length === 0) return null
  return (
    <div className="exam-chart">
      <BarChart
        caption={t('chart.caption', { year })}
        columns={[t('chart.subject'), t('chart.rate')]}
        top={100}
        bars={figures.subjects.map((one) => ({
          id: one.subject,
          label: t(`short.${one.subject}`),
          value: one.sat === 0 ? 0 : (one.passed / one.sat) * 100,
          shown: shownRate(one, t),
        }))}
      />
      <Table caption={t('chart.rows')} head={<RowsHead />}>
        {figures.subjects.map((one) => (
          <tr key={one.subject}>
            <th scope="row">{t(`short.${one.subject}`)}</th>
            <td data-align="end">{one.registered}</td>
            <td data-align="end">{one.sat}</td>
            <td data-align="end">{one.passed}</td>
          </tr>
        ))}
      </Table>
    </div>
  )
}

function shownRate({ sat, passed }: SubjectFigures, t: ReturnType<typeof useT<typeof realExam>>): string {
  const rate = shareOf({ part: passed, whole: sat })
  return rate === null ? t('chart.noneSat') : t('chart.shown', { rate, part: passed, whole: sat })
}

function RowsHead() {
  const t = useT(realExam)
  return (
    <>
      <HeadCell>{t('chart.subject')}</HeadCell>
      <HeadCell align="end">{t('chart.registered')}</HeadCell>
      <HeadCell align="end">{t('chart.sat')}</HeadCell>
      <HeadCell align="end">{t('chart.passed')}</HeadCell>
    </>
  )
}

type DefinitionsProps = { figures: ExamFigures; skipped: readonly SkippedYear[]; now: Date }

/** What the numbers count: under the table, on paper too. */
export function RealExamDefinitions({ figures, skipped, now }: DefinitionsProps) {
  const t = useT(realExam)
  const locale = useLocale()
  return (
    <section className="sheet-definitions" aria-label={t('definitions')}>
      <p>{t('definition.registered')}</p>
      <p>{t('definition.passed')}</p>
      <p>{t('definition.certified')}</p>
      <p>{t('definition.subjects')}</p>
      <p>{t('definition.checked', { unchecked: figures.unchecked, waiting: figures.withoutMark })}</p>
      {skipped.map(({ id, level, year, region, source }) => (
        <p key={id}>{t('definition.skipped', { year, region, source, level: t(`held.${level}`) })}</p>
      ))}
      <p>{t('definition.asOf', { moment: formatMoment(now, locale) })}</p>
    </section>
  )
}
