import { formatMinutes, formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { result as texts } from '~/i18n/result.ts'
import { BarChart } from '~/ui/bar-chart.tsx'
import { Notice } from '~/ui/notice.tsx'
import { readableScore } from './readable-score.ts'
import type { Released, ResultPage } from './result-page.ts'

/** The figure, its plain sentence, and how the paper came in. */
export function ResultHead({ page }: { page: ResultPage }) {
  const t = useT(texts)
  const locale = useLocale()
  const time = formatMoment(page.submittedAt, locale)
  const used = Math.max(1, Math.round((page.submittedAt.getTime() - page.startedAt.getTime()) / 60_000))
  return (
    <section className="section">
      {page.released && <Score released={page.released} />}
      <p>
        {page.submittedBy === 'self'
          ? t('handed.self', { time, used: formatMinutes(used, locale) })
          : t('handed.expiry', { time })}
      </p>
      <p>{t('receipt', { answered: page.answered, count: page.itemCount })}</p>
      {!page.released && page.releaseAt && (
        <Notice tone="info" title={t('waiting.title')}>
          {t('waiting.text', { time: formatMoment(page.releaseAt, locale) })}
        </Notice>
      )}
      {page.released && (page.released.regraded ?? 0) > 0 && (
        <Notice tone="info">{t('regraded', { count: page.released.regraded ?? 0 })}</Notice>
      )}
      {page.released?.isEmpty && <Notice tone="warn">{t('empty')}</Notice>}
      {page.released && page.released.pending > 0 && (
        <Notice tone="info">{t('pending', { count: page.released.pending })}</Notice>
      )}
    </section>
  )
}

function Score({ released }: { released: Released }) {
  const t = useT(texts)
  const { halfPoints, outOf, passLine, passed, pending } = released
  return (
    <>
      <p>
        <span className="score-figure">{readableScore(halfPoints)}</span> {t('points', { count: halfPoints / 2 })}
      </p>
      <p>
        {t('points.of', { outOf: readableScore(outOf), passLine: readableScore(passLine) })}
        {pending === 0 && ` · ${passed ? t('passed') : t('failed', { missing: readableScore(passLine - halfPoints) })}`}
      </p>
    </>
  )
}

export function ResultPictures({ released }: { released: Released }) {
  const t = useT(texts)
  return (
    <>
      {released.chapters.length > 0 && (
        <section className="section">
          <BarChart
            caption={t('chapters')}
            columns={[t('chapter'), t('share')]}
            top={1}
            bars={released.chapters.map(({ id, title, halfPoints, outOf }) => ({
              id,
              label: title,
              value: outOf === 0 ? 0 : halfPoints / outOf,
              shown: t('share.of', { points: readableScore(halfPoints), outOf: readableScore(outOf) }),
            }))}
          />
        </section>
      )}
      {released.weakest.length > 0 && (
        <section className="section">
          <BarChart
            caption={t('weakest')}
            columns={[t('point'), t('lost')]}
            bars={released.weakest.map(({ id, title, halfPoints, outOf }) => ({
              id,
              label: title,
              value: outOf - halfPoints,
              shown: t('lost.of', { lost: readableScore(outOf - halfPoints), outOf: readableScore(outOf) }),
            }))}
          />
        </section>
      )}
    </>
  )
}
