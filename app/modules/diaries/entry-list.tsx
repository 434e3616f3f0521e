import { Link } from '@remix-run/react'
import { diary as texts } from '~/i18n/diary.ts'
import { formatDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { WorkStatusMark } from '~/modules/works/status-mark.tsx'
import { paths } from '~/paths.ts'
import { HeadCell, Table } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { EntryRow } from './diaries.server.ts'

/** Her diary, the latest first. */
export function EntryList({ entries }: { entries: readonly EntryRow[] }) {
  const [t, locale] = [useT(texts), useLocale()]
  const head = (
    <>
      <HeadCell>{t('list.matter')}</HeadCell>
      <HeadCell>{t('list.state')}</HeadCell>
      <HeadCell>{t('list.outcome')}</HeadCell>
    </>
  )
  return (
    <Table caption={t('list.caption', { count: entries.length })} head={head}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <th scope="row">
            <Link to={paths.entry(entry.id)}>{entry.title || t('untitled')}</Link>
            <span className="block">
              {formatDay(entry.occurredOn, locale)} · {t(`category.${entry.category}`)}
            </span>
          </th>
          <td>
            <WorkStatusMark status={entry.status} />
            {entry.openComments > 0 && <Tag tone="amber">{t('list.openComments', { count: entry.openComments })}</Tag>}
          </td>
          <td>
            {t(`outcome.${entry.outcome}`)}
            {entry.outcome === 'following' && entry.dueOn && (
              <span className="block">{t('due', { day: formatDay(entry.dueOn, locale) })}</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}
