import type { ReactNode } from 'react'
import { petalScale, petalTurns } from './chart-geometry.ts'
import { Icon, type IconName } from './icon.tsx'

/** One of the six fixed hues (app.css), told apart also by icon and label. */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6

export type Petal = {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly hue: Hue
  /** 0 to 1 */
  readonly share: number
  /** «3 / 6», «已完成» */
  readonly words: ReactNode
}

type PetalRingProps = {
  caption: ReactNode
  petals: readonly Petal[]
  /** in the middle of the ring, «4 / 6» */
  middle: string
}

const outline = 'M0-27C-25-46-29-75 0-97C29-75 25-46 0-27Z'

/** The one signature chart: each petal fills from the middle outwards, its area is its share. The list beside it says the same. */
export function PetalRing({ caption, petals, middle }: PetalRingProps) {
  const turns = petalTurns(petals.length)
  return (
    <figure className="chart">
      <figcaption>{caption}</figcaption>
      <div className="petals">
        <svg viewBox="-100 -100 200 200" aria-hidden="true">
          {petals.map((petal, index) => (
            <g key={petal.id} className={`hue-${petal.hue}`} transform={`rotate(${turns[index]})`}>
              <path className="petal-ground" d={outline} />
              {petal.share > 0 && <path className="petal-fill" d={outline} transform={fill(petal.share)} />}
            </g>
          ))}
          <text className="petal-number" y="8" textAnchor="middle">
            {middle}
          </text>
        </svg>
        <ul className="petal-list">
          {petals.map((petal) => (
            <li key={petal.id}>
              <span className={`hue-${petal.hue}`}>
                <Icon name={petal.icon} />
              </span>
              {petal.label}
              <span>{petal.words}</span>
            </li>
          ))}
        </ul>
      </div>
    </figure>
  )
}

/** Grows from the petal's own foot, 27 units from the middle. */
function fill(share: number): string {
  return `translate(0 -27) scale(${petalScale(share)}) translate(0 27)`
}
