/** Ascending numbers as people write them: [1, 3, 4, 5, 9, 10] → «1、3–5、9、10». */
export function numberRanges(numbers: readonly number[], between: string): string {
  const runs: number[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map(String))).join(between)
}
