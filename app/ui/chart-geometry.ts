/** What charts are drawn from: plain numbers in, coordinates out. */

/** The length of each bar, 0 to 100. Bars begin at zero, always: a bar cut off at the foot lies. */
export function barLengths(values: readonly number[], top = Math.max(...values, 0)): readonly number[] {
  return values.map((value) => (top <= 0 ? 0 : round((Math.max(0, value) / top) * 100)))
}

export type Point = { readonly x: number; readonly y: number }

/** Points of a trend in a box of `width` × `height`, zero at the bottom, time to the right. */
export function trendPoints(values: readonly number[], width: number, height: number): readonly Point[] {
  const top = Math.max(...values, 1)
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return values.map((value, index) => ({
    x: round(values.length > 1 ? index * step : width / 2),
    y: round(height - (Math.max(0, value) / top) * height),
  }))
}

export function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

/** How far a petal is filled. Its *area* shows the share, so the length goes with the root. */
export function petalScale(share: number): number {
  return round(Math.sqrt(Math.min(1, Math.max(0, share))), 3)
}

/** The turn of each of `count` petals, the first upright. */
export function petalTurns(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => round((360 / count) * index))
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
