import { Link } from '@remix-run/react'
import { cohortReadiness } from '~/i18n/cohort-readiness.ts'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { readableScore } from '~/modules/exams/readable-score.ts'
import { subjects as allSubjects, type Subject } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { BarChart } from '~/ui/bar-chart.tsx'
import type { IconName } from '~/ui/icon.tsx'
import { HeadCell, Table, TableEmpty } from '~/ui/table.tsx'
import { StateMark, type Tone } from '~/ui/tag.tsx'
import type { NamedPoint } from './cohort-readiness.server.ts'
import { leastMembers, type SubjectReadiness } from './cohort-readiness.ts'
import type { Readiness } from './readiness.ts'
import { cellOf, type ReadinessQuery, type ReadinessRow, type Standing, standingOf } from './readiness-rows.ts'
import { weakBelow } from './weakness.ts'

/** For each subject: the median, how many stand where, and the forecasts by tens of points, bars and numbers in one table. */
export function SubjectSpreads({ subjects, members }: { subjects: readonly SubjectReadiness[]; members: number }) {
  const t = useT(cohortReadiness)
  return (
    <div className="exam-chart">
      {subjects.map((one) => (
        <section key={one.subject}>
          <h2>
            <SubjectName subject={one.subject} />
          </h2>
          <p className="text-ink-2">
            {one.median === null ? t('of.noMedian') : t('of.median', { points: readableScore(Math.round(one.median)) })}
            {' · '}
            {t('of.practised', { part: practisedIn(one), whole: members })}
          </p>
          <Counts one={one} />
          <Spread one={one} />
        </section>
      ))}
    </div>
  )
}

function practisedIn(one: SubjectReadiness): number {
  return one.above.length + one.around.length + one.below.length + one.tooLittle.length
}

function SubjectName({ subject }: { subject: Subject }) {
  const locale = useLocale()
  return <>{locale === 'en' ? allSubjects[subject].titleEn : allSubjects[subject].title}</>
}

function Counts({ one }: { one: SubjectReadiness }) {
  const t = useT(cohortReadiness)
  return (
    <ul className="readiness-counts">
      {(['below', 'around', 'above', 'tooLittle'] as const).map((standing) => (
        <li key={standing}>
          <StandingMark standing={standing} /> {t('spread.count', { count: one[standing].length })}
        </li>
      ))}
    </ul>
  )
}

/** From the lowest tenth that somebody is in to the highest: empty ends say nothing. */
function Spread({ one }: { one: SubjectReadiness }) {
  const t = useT(cohortReadiness)
  const say = useT(realExam)
  const first = one.tenths.findIndex((count) => count > 0)
  if (first === -1) return null
  const last = one.tenths.findLastIndex((count) => count > 0)
  const bars = one.tenths.slice(first, last + 1).map((count, at) => ({
    id: String(first + at),
    label: t('spread.tenth', { from: (first + at) * 10, to: first + at === 9 ? 100 : (first + at) * 10 + 9 }),
    value: count,
    shown: t('spread.count', { count }),
  }))
  return (
    <BarChart
      caption={t('spread', { subject: say(`short.${one.subject}`) })}
      columns={[t('spread.range'), t('spread.people')]}
      bars={bars}
    />
  )
}

const marks: Readonly<Record<Standing, readonly [icon: IconName, tone: Tone]>> = {
  below: ['warn', 'cinnabar'],
  around: ['half', 'amber'],
  above: ['done', 'pine'],
  tooLittle: ['open', 'plain'],
  nothing: ['open', 'plain'],
}

function StandingMark({ standing }: { standing: Standing }) {
  const t = useT(cohortReadiness)
  const [icon, tone] = marks[standing]
  return (
    <StateMark icon={icon} tone={tone}>
      {t(`standing.${standing}`)}
    </StateMark>
  )
}

type ReadinessTableProps = {
  rows: readonly ReadinessRow[]
  /** columns */
  subjects: readonly Subject[]
  query: ReadinessQuery
  /** the address of the page sorted otherwise */
  sortPath: (sort: ReadinessQuery['sort']) => string
}

/** Trainees by subjects: the range, and what it says of the pass line. */
export function ReadinessTable({ rows, subjects, query, sortPath }: ReadinessTableProps) {
  const t = useT(cohortReadiness)
  const say = useT(realExam)
  if (rows.length === 0) return <TableEmpty>{t('filter.none')}</TableEmpty>
  const sorted = (sort: ReadinessQuery['sort']) => ({
    to: sortPath(sort),
    ...(query.sort === sort ? { direction: 'ascending' as const } : {}),
  })
  const head = (
    <>
      <HeadCell sort={sorted('name')}>{t('table.name')}</HeadCell>
      {subjects.map((subject) => (
        <HeadCell key={subject} sort={sorted(subject)}>
          {say(`short.${subject}`)}
        </HeadCell>
      ))}
    </>
  )
  return (
    <Table caption={t('table.caption', { count: rows.length })} head={head} isFirstSticky isTall>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={paths.trainee(row.id)} className="link">
              {row.name}
            </Link>
          </th>
          {subjects.map((subject) => (
            <td key={subject}>
              <ReadinessCell readiness={cellOf(row, subject)} />
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

export function ReadinessCell({ readiness }: { readiness: Readiness | undefined }) {
  const t = useT(cohortReadiness)
  if (!readiness) {
    return (
      <span className="text-ink-2">
        <span aria-hidden="true">—</span>
        <span className="sr-only">{t('standing.nothing')}</span>
      </span>
    )
  }
  if (readiness.kind === 'tooLittle') {
    const { answered, needed } = readiness
    return <span className="text-ink-2">{t('table.tooLittle', { answered, needed })}</span>
  }
  const [low, high] = [readableScore(readiness.low), readableScore(readiness.high)]
  return (
    <span className="readiness-cell">
      <span>{t('table.range', { low, high })}</span>
      <StandingMark standing={standingOf(readiness)} />
    </span>
  )
}

const mostShown = 20

/** What most of those who met it do not know, the least known first. */
export function UnknownPoints({ points }: { points: readonly NamedPoint[] }) {
  const t = useT(cohortReadiness)
  const say = useT(realExam)
  const shown = points.slice(0, mostShown)
  const head = (
    <>
      <HeadCell>{t('points.point')}</HeadCell>
      <HeadCell>{t('points.chapter')}</HeadCell>
      <HeadCell align="end">{t('points.weak')}</HeadCell>
      <HeadCell align="end">{t('points.mastery')}</HeadCell>
    </>
  )
  return (
    <section className="section">
      <h2>{t('points')}</h2>
      {shown.length === 0 ? (
        <p className="text-ink-2">{t('points.none')}</p>
      ) : (
        <Table caption={t('points')} isCaptionHidden head={head}>
          {shown.map(({ point, title, chapters, weak, members, mastery }) => (
            <tr key={point}>
              <th scope="row">
                <Link className="link" to={paths.search(title)}>
                  {title}
                </Link>
              </th>
              <td>
                {chapters
                  .map(({ subject, no }) => t('points.chapterOf', { subject: say(`short.${subject}`), no }))
                  .join(t('between'))}
              </td>
              <td data-align="end">{t('points.weakOf', { weak, members })}</td>
              <td data-align="end">{t('points.share', { percent: Math.round(mastery * 100) })}</td>
            </tr>
          ))}
        </Table>
      )}
      {points.length > shown.length && (
        <p className="text-ink-2">{t('points.more', { count: points.length - shown.length })}</p>
      )}
    </section>
  )
}

type DefinitionsProps = { now: Date; withPoints?: boolean }

export function ReadinessDefinitions({ now, withPoints = false }: DefinitionsProps) {
  const t = useT(cohortReadiness)
  const locale = useLocale()
  return (
    <section className="sheet-definitions" aria-label={t('definitions')}>
      <p>{t('definition.range', { low: 52, high: 66 })}</p>
      <p>{t('definition.tooLittle')}</p>
      {withPoints && <p>{t('definition.points', { count: leastMembers, percent: weakBelow * 100 })}</p>}
      <p>{t('definition.exams')}</p>
      <p>{t('definition.asOf', { moment: formatMoment(now, locale) })}</p>
    </section>
  )
}
