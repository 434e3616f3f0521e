import { Link } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { paths } from '~/paths.ts'
import { StateMark } from '~/ui/tag.tsx'
import type { QuestionPage, ShownAct, ShownVersion } from './question-page.ts'
import { isWaiting } from './question-state.ts'
import { middleOf, type VersionChange } from './version-changes.ts'

/** Every version, the newest first, each with what it changed. */
export function VersionList({ page }: { page: QuestionPage }) {
  const t = useT(bank)
  return (
    <section className="section" aria-labelledby="versions">
      <h2 id="versions">{t('versions.title')}</h2>
      <ol className="versions">
        {page.versions.map((version) => (
          <VersionItem key={version.number} page={page} version={version} />
        ))}
      </ol>
    </section>
  )
}

function VersionItem({ page, version }: { page: QuestionPage; version: ShownVersion }) {
  const t = useT(bank)
  const locale = useLocale()
  const { number, note, author, approver, createdAt, approvedAt, changes } = version
  const isInUse = page.activeVersion === number && (page.state === 'active' || page.state === 'revised')
  const isNewest = page.newestVersion === number
  const moment = formatMoment(createdAt, locale)
  return (
    <li className="version">
      <p className="version-head">
        <strong>{t('versions.number', { number })}</strong>
        {isInUse && (
          <StateMark icon="done" tone="pine">
            {t('versions.inUse')}
          </StateMark>
        )}
        {isNewest && isWaiting(page.state) && (
          <StateMark icon="clock" tone="amber">
            {t('versions.waits')}
          </StateMark>
        )}
        {page.shown.number !== number && (
          <Link to={paths.question(page.id, { version: number })} className="link" preventScrollReset>
            {t('versions.show')}
          </Link>
        )}
      </p>
      <p className="row-note">
        {author === null ? t('versions.came', { moment }) : t('versions.wrote', { name: author, moment })}
        {approver !== null && approvedAt !== null && (
          <span className="block">
            {t('versions.approved', { name: approver, moment: formatMoment(approvedAt, locale) })}
          </span>
        )}
      </p>
      {note && <p lang="zh-CN">{note}</p>}
      {number > 1 && changes.length === 0 && <p className="row-note">{t('versions.same')}</p>}
      {changes.length > 0 && <ChangeList changes={changes} />}
    </li>
  )
}

export function ChangeList({ changes }: { changes: readonly VersionChange[] }) {
  return (
    <ul className="changes">
      {changes.map((change) => (
        <Change key={`${change.field} ${change.at}`} change={change} />
      ))}
    </ul>
  )
}

/** What was, struck out, and what is: each with the part that differs. */
function Change({ change: { field, at, before, after } }: { change: VersionChange }) {
  const t = useT(bank)
  const { head, removed, added, tail } = middleOf(before, after)
  const name = t(`change.${field}`)
  return (
    <li>
      <span className="change-field">{at ? t('changes.at', { field: name, at }) : name}</span>
      <span className="change-text" lang="zh-CN">
        {shortened(head, 'end')}
        {removed && (
          <del>
            <span className="sr-only">{t('changes.removed')}</span>
            {removed}
          </del>
        )}
        {added && (
          <ins>
            <span className="sr-only">{t('changes.added')}</span>
            {added}
          </ins>
        )}
        {shortened(tail, 'start')}
      </span>
    </li>
  )
}

/** Enough of what is the same to see where one is. */
function shortened(text: string, keep: 'start' | 'end', most = 24): string {
  const letters = [...text]
  if (letters.length <= most) return text
  return keep === 'start' ? `${letters.slice(0, most).join('')}…` : `…${letters.slice(-most).join('')}`
}

const knownActs = [
  ...(['created', 'saved', 'proposed', 'approved', 'returned', 'retired', 'restored', 'imported'] as const),
  ...(['regraded', 'regradeUndone'] as const),
] as const
const reasoned: readonly string[] = ['returned', 'retired', 'regraded']

/** Who did what, from the audit. */
export function ActList({ acts }: { acts: readonly ShownAct[] }) {
  const t = useT(bank)
  const locale = useLocale()
  if (acts.length === 0) return null
  return (
    <section className="section" aria-labelledby="acts">
      <h2 id="acts">{t('acts.title')}</h2>
      <ul className="rows acts">
        {acts.map(({ id, what, at, by, reason }) => {
          const known = knownActs.find((one) => one === what)
          return (
            known && (
              <li key={id}>
                <span className="row-note">{formatMoment(at, locale)}</span>
                <span>
                  {by} {t(`act.${known}`)}
                  {reason && reasoned.includes(known) && t('acts.reason', { reason })}
                </span>
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}
