import { Link } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { TableEmpty } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { DuplicateRow } from './bank-duplicates.server.ts'
import type { DuplicateGroup } from './bank-duplicates.ts'
import { OriginTag, QuestionStateMark } from './question-state-mark.tsx'
import { shownId } from './shown-id.ts'
import { subjects } from './subjects.ts'
import { useTitle } from './use-title.ts'

type DuplicateGroupsProps = { groups: ReadonlyArray<DuplicateGroup<DuplicateRow>>; total: number }

/** Questions that stand for one another; which of them goes is decided on its page. */
export function DuplicateGroups({ groups, total }: DuplicateGroupsProps) {
  const t = useT(bank)
  if (groups.length === 0) {
    return (
      <div className="mt-4">
        <TableEmpty>{t('duplicates.none')}</TableEmpty>
      </div>
    )
  }
  return (
    <>
      {total > groups.length && <p className="mt-4 text-ink-2">{t('duplicates.cut', { count: groups.length })}</p>}
      <ul className="duplicate-groups">
        {groups.map(({ rows, percent }) => (
          <li key={rows.map(({ id }) => id).join(' ')}>
            <Tag tone={percent === 100 ? 'amber' : 'plain'}>
              {percent === 100 ? t('duplicates.same') : t('duplicates.similar', { percent })}
            </Tag>
            <ul className="rows">
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({ row: { id, origin, subject, kind, state, excerpt } }: { row: DuplicateRow }) {
  const t = useT(bank)
  const titleOf = useTitle()
  return (
    <li className="duplicate-row">
      <span className="button-row">
        <Link to={paths.question(id)} className="link bank-id">
          {shownId(id)}
        </Link>
        <QuestionStateMark state={state} />
        <OriginTag origin={origin} />
        <span className="text-ink-2">
          {titleOf(subjects[subject])} · {t(`kind.${kind}`)}
        </span>
      </span>
      <span lang="zh-CN">{excerpt}</span>
    </li>
  )
}
