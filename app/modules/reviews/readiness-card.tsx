import { useT } from '~/i18n/messages.ts'
import { readiness as texts } from '~/i18n/readiness.ts'
import { readableScore } from '~/modules/exams/readable-score.ts'
import type { Estimate, Readiness } from './readiness.ts'

/** The figure, its plain sentence, the interval against the pass line, and how it came about. */
export function ReadinessCard({ readiness }: { readiness: Readiness }) {
  const t = useT(texts)
  if (readiness.kind === 'tooLittle') {
    return (
      <section className="section">
        <h2>{t('title')}</h2>
        <p>{t('tooLittle', { answered: readiness.answered, needed: readiness.needed })}</p>
      </section>
    )
  }
  const points = (halfPoints: number) => readableScore(halfPoints)
  return (
    <section className="section">
      <h2>{t('title')}</h2>
      <p>
        <span className="score-figure">{points(readiness.mark)}</span> {t('points')}
      </p>
      <p>
        {t('interval', { low: points(readiness.low), high: points(readiness.high) })}{' '}
        {t(`standing.${readiness.standing}`)}
      </p>
      <IntervalLine estimate={readiness} />
      <details>
        <summary>{t('method')}</summary>
        <ul className="readiness-method">
          {readiness.method.map((sentence) => (
            <li key={sentence.code}>{t(`method.${sentence.code}`, valuesOf(sentence))}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function valuesOf({ code: _, ...values }: Estimate['method'][number]): Record<string, number> {
  return values
}

const [width, height, line] = [320, 44, 20]

/** From nothing to full marks: the interval as a bar, the estimate as a mark, the pass line across. */
function IntervalLine({ estimate }: { estimate: Estimate }) {
  const t = useT(texts)
  const at = (halfPoints: number) => (halfPoints / estimate.outOf) * width
  return (
    <svg className="readiness-line" viewBox={`-4 0 ${width + 8} ${height}`} aria-hidden="true">
      <path className="axis" d={`M0 ${line}H${width}`} />
      <rect x={at(estimate.low)} y={line - 5} width={at(estimate.high) - at(estimate.low)} height="10" rx="5" />
      <circle cx={at(estimate.mark)} cy={line} r="6" />
      <path className="pass" d={`M${at(estimate.passLine)} ${line - 14}V${line + 10}`} />
      <text x={at(estimate.passLine)} y={height - 2} textAnchor="middle">
        {t('passLine', { points: readableScore(estimate.passLine) })}
      </text>
    </svg>
  )
}
