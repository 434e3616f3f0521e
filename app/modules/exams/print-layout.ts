/** How options stand on paper: side by side while every one is short, so that a page holds more and reads as printed papers do. */
export function optionColumns(options: readonly string[]): 1 | 2 | 4 {
  const longest = Math.max(0, ...options.map(widthOf))
  // A picture has no width of its own: it gets its line.
  if (options.some((option) => option.includes('](image:'))) return 1
  if (longest <= 7 && options.length <= 4) return 4
  return longest <= 17 ? 2 : 1
}

/** In Chinese characters: two letters or digits take the room of one. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u0020-\u00ff]/.test(letter) ? 0.5 : 1), 0)
}

/** One line a point, as in the answer books of the exam, and never fewer than four. */
export function writingLines(halfPoints: number): number {
  return Math.max(4, Math.round(halfPoints / 2))
}
