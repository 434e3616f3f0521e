/** Half-points as people read them: 119 → «59.5», 120 → «60», a loss of one → «-0.5». */
export function readableScore(halfPoints: number): string {
  return String(halfPoints / 2)
}
