/**
 * Divides `total` whole things by weights, by largest remainder (Hamilton): no share is off by one or more, and the sum is
 * exact. Equal remainders go to the first.
 */
export function apportion(total: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole <= 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (total * weight) / whole)
  const shares = exact.map(Math.floor)
  const left = total - shares.reduce((sum, share) => sum + share, 0)
  const remainders = exact
    .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of remainders.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1
  return shares
}
