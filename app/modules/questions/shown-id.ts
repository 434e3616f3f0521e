/** An id as people read it: our own are long so that nobody guesses them, their first half tells them apart. */
export function shownId(id: string): string {
  return /^c-[0-9a-f]{16}$/.test(id) ? id.slice(0, 8) : id
}
