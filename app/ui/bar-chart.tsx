import type { ReactNode } from 'react'
import { barLengths } from './chart-geometry.ts'

export type Bar = {
  readonly id: string
  readonly label: ReactNode
  readonly value: number
  /** the number as it is read, «2 小时 5 分钟» */
  readonly shown: ReactNode
}

type BarChartProps = {
  caption: ReactNode
  /** heads of the two columns, for those who hear the table */
  columns: readonly [label: string, value: string]
  bars: readonly Bar[]
  /** the value of a full row, where several charts are compared */
  top?: number
}

/** A full bar takes this share of its row; the rest is the number's. */
const longest = 0.6

/** Bars and numbers are one table: each bar stands between its name and its number, so nothing needs a legend. */
export function BarChart({ caption, columns, bars, top }: BarChartProps) {
  const lengths = barLengths(
    bars.map((bar) => bar.value),
    top,
  )
  return (
    <table className="bars">
      <caption>{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{columns[0]}</th>
          <th scope="col">{columns[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar, index) => (
          <tr key={bar.id}>
            <th scope="row">
              <span>{bar.label}</span>
            </th>
            <td>
              <svg className="bar" width={`${(lengths[index] ?? 0) * longest}%`} aria-hidden="true">
                <rect width="100%" height="100%" />
              </svg>
              <span>{bar.shown}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
