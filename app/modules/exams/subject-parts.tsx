import { exam } from '~/i18n/exam.ts'
import { formatDay, formatMinutes, formatMoment, fullDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { lettersOf } from '~/modules/questions/question.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Table } from '~/ui/table.tsx'
import { Trend } from '~/ui/trend.tsx'
import type { PaperOutline, PastAttempt, SubjectPage } from './exam-home.ts'
import { readableScore } from './readable-score.ts'
import type { RuleExample } from './scoring.ts'

/** `title`: which paper; without it the only one there is. */
export function PaperFacts({ blueprint, title }: { blueprint: PaperOutline; title?: string }) {
  const t = useT(exam)
  const locale = useLocale()
  const points = (halfPoints: number) => t('mock.pointsOf', { points: readableScore(halfPoints) })
  return (
    <section className="section">
      <h2>{title ?? t('mock.facts')}</h2>
      <dl className="exam-facts">
        <dt>{t('mock.time')}</dt>
        <dd>{formatMinutes(blueprint.minutes, locale)}</dd>
        <dt>{t('mock.points')}</dt>
        <dd>{points(blueprint.outOf)}</dd>
        <dt>{t('mock.pass')}</dt>
        <dd>{points(blueprint.passLine)}</dd>
        <dt>{t('mock.parts')}</dt>
        <dd>
          {blueprint.parts.map(({ kind, count, halfPoints }) => (
            <div key={`${kind} ${halfPoints}`}>{t(`part.${kind}`, { count, points: readableScore(halfPoints) })}</div>
          ))}
        </dd>
        <dt>{t('mock.law')}</dt>
        <dd>{fullDay(blueprint.lawCutoff, locale)}</dd>
      </dl>
    </section>
  )
}

/** The rule in words, and an example worked out by the very function that scores. */
export function RuleExamples({ examples }: { examples: readonly RuleExample[] }) {
  const t = useT(exam)
  if (examples.length === 0) return null
  return (
    <section className="section">
      <h2>{t('mock.rules')}</h2>
      {examples.map(({ rule, key, optionCount, cases }) => (
        <div key={rule} className="rule-example">
          <p>{t(`rule.${rule}`)}</p>
          <Table
            caption={t('rule.example', { key: lettersOf(key), options: optionCount })}
            head={
              <>
                <th scope="col">{t('rule.picked')}</th>
                <th scope="col">{t('rule.gets')}</th>
              </>
            }
          >
            {cases.map(({ picked, halfPoints }) => (
              <tr key={picked.join()}>
                <th scope="row">{lettersOf(picked) || t('rule.none')}</th>
                <td>{readableScore(halfPoints)}</td>
              </tr>
            ))}
          </Table>
        </div>
      ))}
    </section>
  )
}

export function BeforeStart() {
  const t = useT(exam)
  return (
    <section className="section prose">
      <h2>{t('mock.before')}</h2>
      <ul>
        <li>{t('mock.before.clock')}</li>
        <li>{t('mock.before.saved')}</li>
        <li>{t('mock.before.device')}</li>
        <li>{t('mock.before.card')}</li>
      </ul>
    </section>
  )
}

/** `title`: what cannot be put together; without one a paper of this subject. */
export function ShortNote({ short, title }: { short: SubjectPage['short']; title?: string }) {
  const t = useT(exam)
  return (
    <Notice tone="warn" title={title ?? t('mock.short')} isNews={title !== undefined}>
      <ul>
        {short.map(({ kind, chapter, missing }) => (
          <li key={`${kind} ${chapter}`}>
            {chapter === null
              ? t('mock.short.kind', { kind: t(`kind.${kind}`), count: missing })
              : t('mock.short.chapter', { chapter, kind: t(`kind.${kind}`), count: missing })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** `outOf`: full marks of the official paper; only papers worth as much are compared over time. */
export function PastAttempts({ past, outOf }: { past: readonly PastAttempt[]; outOf: number | null }) {
  const t = useT(exam)
  const locale = useLocale()
  const isLikeIt = (one: PastAttempt) => outOf === null || one.outOf === outOf
  const scored = past.filter((one) => one.halfPoints !== null && isLikeIt(one)).toReversed()
  if (past.length === 0) return <EmptyState drawing={<BlankPage />} title={t('past.none')} />
  return (
    <section className="section">
      <h2>{t('past.title')}</h2>
      {scored.length > 1 && (
        <Trend
          caption={t('past.trend')}
          columns={[t('past.day'), t('past.points')]}
          moments={scored.map(({ attemptId, submittedAt, startedAt, halfPoints }) => ({
            id: attemptId,
            label: formatDay(dayOf(submittedAt ?? startedAt), locale),
            value: (halfPoints ?? 0) / 2,
          }))}
        />
      )}
      <ul className="subject-list">
        {past.map((one) => (
          <PastLine key={one.attemptId} one={one} />
        ))}
      </ul>
    </section>
  )
}

function PastLine({ one }: { one: PastAttempt }) {
  const t = useT(exam)
  const locale = useLocale()
  const pointsOf = (halfPoints: number) =>
    t('past.outOf', { points: readableScore(halfPoints), outOf: readableScore(one.outOf ?? 0) })
  return (
    <li className="subject-row">
      <div>
        <h3>{formatDay(dayOf(one.submittedAt ?? one.startedAt), locale)}</h3>
        <p>
          {one.sitting && `${one.sitting.title} · `}
          {one.paper && `${one.paper} · `}
          {one.halfPoints === null
            ? one.sitting?.releaseAt
              ? t('past.unreleased', { time: formatMoment(one.sitting.releaseAt, locale) })
              : t('past.waiting')
            : `${pointsOf(one.halfPoints)} · ${t(one.passed ? 'past.passed' : 'past.failed')}`}
        </p>
      </div>
      <a className="button" data-kind="plain" href={paths.attemptResult(one.attemptId)} target="_self">
        {t('past.see')}
      </a>
    </li>
  )
}
