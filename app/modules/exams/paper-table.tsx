import { Link } from '@remix-run/react'
import { formatDay, formatMinutes } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { papers } from '~/i18n/papers.ts'
import { subjects } from '~/modules/questions/subjects.ts'
import { useTitle } from '~/modules/questions/use-title.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { HeadCell, Table } from '~/ui/table.tsx'
import type { ListedPaper } from './fixed-papers.server.ts'
import { readableScore } from './readable-score.ts'

export function PaperTable({ listed }: { listed: readonly ListedPaper[] }) {
  const t = useT(papers)
  const locale = useLocale()
  const titleOf = useTitle()
  const head = (
    <>
      <HeadCell>{t('list.title')}</HeadCell>
      <HeadCell>{t('list.subject')}</HeadCell>
      <HeadCell align="end">{t('list.items')}</HeadCell>
      <HeadCell align="end">{t('list.points')}</HeadCell>
      <HeadCell>{t('list.minutes')}</HeadCell>
      <HeadCell>{t('list.used')}</HeadCell>
      <HeadCell>{t('list.made')}</HeadCell>
    </>
  )
  return (
    <Table caption={t('list.caption', { count: listed.length })} head={head}>
      {listed.map((one) => (
        <tr key={one.id}>
          <th scope="row" className="blueprint-title">
            <Link to={paths.paper(one.id)} className="link">
              {one.title}
            </Link>
          </th>
          <td>{titleOf(subjects[one.subject])}</td>
          <td data-align="end">{one.items}</td>
          <td data-align="end">{readableScore(one.outOf)}</td>
          <td className="bank-word">{formatMinutes(one.minutes, locale)}</td>
          <td className="bank-word">
            {one.sittings > 0 ? t('list.usedTimes', { count: one.sittings }) : t('list.unused')}
          </td>
          <td className="bank-word">
            {t('list.madeBy', { name: one.author ?? '', day: formatDay(dayOf(one.createdAt), locale) })}
          </td>
        </tr>
      ))}
    </Table>
  )
}
