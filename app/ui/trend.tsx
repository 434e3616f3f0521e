import type { ReactNode } from 'react'
import { useT } from '~/i18n/messages.ts'
import { pieces } from '~/i18n/pieces.ts'
import { pathOf, trendPoints } from './chart-geometry.ts'

export type Moment = { readonly id: string; readonly label: string; readonly value: number; readonly shown?: ReactNode }

type TrendProps = {
  /** the plain sentence that the line shows */
  caption: ReactNode
  columns: readonly [label: string, value: string]
  moments: readonly Moment[]
}

const [width, height] = [240, 48]

/** A line from zero with its first and last moment named beneath; the numbers are a table that unfolds. */
export function Trend({ caption, columns, moments }: TrendProps) {
  const t = useT(pieces)
  const points = trendPoints(
    moments.map((moment) => moment.value),
    width,
    height,
  )
  const last = points.at(-1)
  return (
    <figure className="chart trend">
      <figcaption>{caption}</figcaption>
      <svg viewBox={`-4 -6 ${width + 8} ${height + 8}`} aria-hidden="true">
        <path className="axis" d={`M0 ${height}H${width}`} />
        <path className="line" d={pathOf(points)} />
        {last && <circle className="mark" cx={last.x} cy={last.y} r="3.5" />}
      </svg>
      <p className="trend-ends" aria-hidden="true">
        <span>{moments[0]?.label}</span>
        {moments.length > 1 && <span>{moments.at(-1)?.label}</span>}
      </p>
      <details className="chart-rows">
        <summary>{t('chart.rows')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{columns[0]}</th>
              <th scope="col" data-align="end">
                {columns[1]}
              </th>
            </tr>
          </thead>
          <tbody>
            {moments.map((moment) => (
              <tr key={moment.id}>
                <th scope="row">{moment.label}</th>
                <td data-align="end">{moment.shown ?? moment.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
