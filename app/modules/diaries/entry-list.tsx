import { Link } from '@remix-run/react'
import { diary as texts } from '~/i18n/diary.ts'
import { formatDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { WorkStatusMark } from '~/modules/works/status-mark.tsx'
import { paths } from '~/paths.ts'
import { Tag } from '~/ui/tag.tsx'
import type { EntryRow } from './diaries.server.ts'

/** Her diary, the latest first: what it was about, where it is, what became of the matter. */
export function EntryList({ entries }: { entries: readonly EntryRow[] }) {
  const [t, locale] = [useT(texts), useLocale()]
  return (
    <ul className="entry-list" aria-label={t('list.caption', { count: entries.length })}>
      {entries.map((entry) => {
        const isDue = entry.outcome === 'following' && entry.dueOn !== null
        const facts = [
          formatDay(entry.occurredOn, locale),
          t(`category.${entry.category}`),
          t(`outcome.${entry.outcome}`),
          isDue && entry.dueOn ? t('due', { day: formatDay(entry.dueOn, locale) }) : '',
        ]
        return (
          <li key={entry.id}>
            <Link to={paths.entry(entry.id)}>{entry.title || t('untitled')}</Link>
            <p>{facts.filter(Boolean).join(' · ')}</p>
            <p>
              <WorkStatusMark status={entry.status} />
              {entry.openComments > 0 && (
                <Tag tone="amber">{t('list.openComments', { count: entry.openComments })}</Tag>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
