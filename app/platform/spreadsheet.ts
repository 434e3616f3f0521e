/** A cell of a file for spreadsheets: a text, never more than a text, or a number. */
export type FileCell =
  | { readonly text: string; readonly isHead?: true; readonly wraps?: true }
  | { readonly number: number }

/**
 * A text that a spreadsheet might take for a formula begins with an apostrophe. In this file every text is typed as text;
 * but files are saved as CSV and opened again. Full-width signs count too, and signs behind blanks or control characters.
 */
export function neutral(text: string): string {
  const clean = text.replace(/[^\P{Cc}\n]/gu, ' ')
  return /^[\s\p{Cf}\p{Zs}]*[=+\-@|%＝＋－＠｜％\t\r\n]/u.test(text) && !isNumber(text) ? `'${clean}` : clean
}

/** −3.5 stays a number. */
function isNumber(text: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(text)
}
