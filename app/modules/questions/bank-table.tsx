import { Link } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { formatAgo } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { Button } from '~/ui/button.tsx'
import { HeadCell, Table } from '~/ui/table.tsx'
import { Tabs } from '~/ui/tabs.tsx'
import type { ListedQuestion } from './bank-list.server.ts'
import { addressOf, type BankQuery } from './bank-query.ts'
import type { StateCounts } from './bank-rows.ts'
import { questionStatuses } from './question-state.ts'
import { OriginTag, QuestionStateMark, VerificationMark } from './question-state-mark.tsx'
import { shownId } from './shown-id.ts'
import { subjects } from './subjects.ts'
import { useTitle } from './use-title.ts'

/** How many there are in each state; each leads to its list. */
export function StateTabs({ query, counts }: { query: BankQuery; counts: StateCounts }) {
  const t = useT(bank)
  const address = addressOf(query)
  const tab = (status: (typeof questionStatuses)[number] | null, label: string) => ({
    to: paths.bank({ ...address, status: status ?? '' }),
    label: (
      <>
        {label}
        <span className="tab-count">{counts[status ?? 'all']}</span>
      </>
    ),
    isCurrent: query.status === status,
  })
  return (
    <Tabs
      label={t('list.states')}
      tabs={[tab(null, t('list.all')), ...questionStatuses.map((status) => tab(status, t(`state.${status}`)))]}
    />
  )
}

type BankTableProps = { questions: readonly ListedQuestion[]; total: number; now: Date; isOneSubject: boolean }

export function BankTable({ questions, total, now, isOneSubject }: BankTableProps) {
  const t = useT(bank)
  const head = (
    <>
      <HeadCell>{t('list.id')}</HeadCell>
      <HeadCell>{t('list.kind')}</HeadCell>
      <HeadCell>{t('list.stem')}</HeadCell>
      <HeadCell>{t('list.chapter')}</HeadCell>
      <HeadCell>{t('list.state')}</HeadCell>
      <HeadCell>{t('list.author')}</HeadCell>
      <HeadCell>{t('list.updated')}</HeadCell>
    </>
  )
  return (
    <div className="bank-table">
      <Table caption={t('list.caption', { count: total })} head={head}>
        {questions.map((question) => (
          <QuestionRow key={question.id} question={question} now={now} isOneSubject={isOneSubject} />
        ))}
      </Table>
    </div>
  )
}

function QuestionRow({ question, now, isOneSubject }: { question: ListedQuestion; now: Date; isOneSubject: boolean }) {
  const t = useT(bank)
  const locale = useLocale()
  const titleOf = useTitle()
  const { id, origin, subject, kind, state, excerpt, chapter, author, updatedAt } = question
  return (
    <tr>
      <th scope="row">
        <Link to={paths.question(id)} className="link bank-id">
          {shownId(id)}
        </Link>
      </th>
      <td className="bank-word">{t(`kind.${kind}`)}</td>
      <td className="bank-stem" lang="zh-CN">
        {excerpt}
      </td>
      <td className="bank-chapter">
        {!isOneSubject && <span className="row-note">{titleOf(subjects[subject])}</span>}
        {chapter === null ? (
          <span className="text-ink-2">{t('list.noChapter')}</span>
        ) : (
          <>
            {t('list.chapterOption', { no: chapter.no, title: titleOf(chapter) })}{' '}
            {chapter.status === 'unverified' && <VerificationMark status="unverified" />}
          </>
        )}
      </td>
      <td>
        <QuestionStateMark state={state} />
      </td>
      <td>{origin === 'official' ? <OriginTag origin={origin} /> : author}</td>
      <td className="bank-word">{formatAgo(updatedAt, now, locale)}</td>
    </tr>
  )
}

const formats = ['xlsx', 'gift', 'moodle-xml'] as const

/** Takes along what is filtered. Plain posts: a file is an answer that no script has to see. */
export function ExportActs({ query, count }: { query: BankQuery; count: number }) {
  const t = useT(bank)
  return (
    <form method="post" action={paths.bankExport(addressOf(query))} className="button-row bank-export">
      <span>{t('list.export', { count })}</span>
      {formats.map((format) => (
        <Button key={format} type="submit" kind="quiet" icon="download" name="format" value={format}>
          {t(`export.${format}`)}
        </Button>
      ))}
    </form>
  )
}
