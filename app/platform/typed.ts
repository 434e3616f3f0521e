type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/** What was typed into a field of a refused form, to show it again; «» when nothing was. */
export function typed(values: Typed | undefined, name: string, otherwise = ''): string {
  const value = values?.[name]
  return typeof value === 'string' ? value : otherwise
}

/** What was ticked of a group. */
export function ticked(values: Typed | undefined, name: string): readonly string[] {
  const value = values?.[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
