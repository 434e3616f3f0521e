import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatMinutes, formatMoment, formatMonth, fullDay } from '~/i18n/format.ts'
import { formatHours } from '~/i18n/format-hours.ts'
import { learn } from '~/i18n/learn.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { reading } from '~/i18n/reading.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { getLearningRecord, type LearningRecord } from '~/modules/records/learning-record.server.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { BarChart } from '~/ui/bar-chart.tsx'
import { LinkButton } from '~/ui/button.tsx'
import { Shelf } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Icon } from '~/ui/icon.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'

export const loader = guarded(mayLearn, ({ actor, now }) => getLearningRecord(actor, now))

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, learn, 'record.title')

export default function RecordRoute() {
  const record = useLoaderData<typeof loader>()
  const t = useT(learn)
  const say = useT(reading)
  const locale = useLocale()
  const print = (
    <button type="button" className="button scripted" data-kind="quiet" onClick={() => window.print()}>
      <Icon name="print" />
      {say('lesson.print')}
    </button>
  )
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={t('record.title')}
          lead={t('record.whose', { name: record.name, organisation: record.organisation })}
          acts={print}
        />
        {record.lines.length === 0 ? (
          <EmptyState
            drawing={<Shelf />}
            title={t('record.empty')}
            act={
              <LinkButton kind="primary" to={paths.today()}>
                {t('today.startAct')}
              </LinkButton>
            }
          />
        ) : (
          <>
            <p className="record-total">
              {t('record.total', { count: record.lines.length, time: formatMinutes(record.minutes, locale) })}{' '}
              <span>{t('record.hours', { hours: formatHours(record.creditHours, locale) })}</span>
            </p>
            <BarChart
              caption={t('record.months')}
              columns={[t('record.month'), t('record.minutes')]}
              bars={record.months.map(({ month, minutes }) => ({
                id: month,
                label: formatMonth(month, locale),
                value: minutes,
                shown: formatMinutes(minutes, locale),
              }))}
            />
            <Lines record={record} />
          </>
        )}
        <p className="definitions-note">{t('record.definition', { moment: formatMoment(record.printedAt, locale) })}</p>
      </div>
    </Frame>
  )
}

function Lines({ record }: { record: LearningRecord }) {
  const t = useT(learn)
  const locale = useLocale()
  const head = (
    <>
      <HeadCell>{t('record.lesson')}</HeadCell>
      <HeadCell>{t('record.track')}</HeadCell>
      <HeadCell>{t('record.finishedOn')}</HeadCell>
      <HeadCell align="end">{t('record.minutes')}</HeadCell>
    </>
  )
  const foot = (
    <tr>
      <th scope="row" colSpan={3}>
        {t('record.sum')}
      </th>
      <td data-align="end">{formatMinutes(record.minutes, locale)}</td>
    </tr>
  )
  return (
    <Table caption={t('record.lines')} head={head} foot={foot}>
      {record.lines.map((line) => (
        <tr key={line.lessonId}>
          <th scope="row">
            <a href={paths.lesson(line.lessonId)} className="link">
              {line.title}
            </a>
          </th>
          <td>{line.track}</td>
          <td>{fullDay(dayOf(line.finishedAt), locale)}</td>
          <td data-align="end">{formatMinutes(line.minutes, locale)}</td>
        </tr>
      ))}
    </Table>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
