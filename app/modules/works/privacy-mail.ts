import type { Span } from './privacy-reading.ts'

const name = /[A-Za-z0-9._%+-]{1,64}$/
const domain = /^[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){1,5}/

/** From every @ outwards, so that a row of letters without one costs nothing. */
export function findMailAddresses(plain: string): readonly Span[] {
  const found: Span[] = []
  for (let at = plain.indexOf('@'); at !== -1; at = plain.indexOf('@', at + 1)) {
    const before = name.exec(plain.slice(Math.max(found.at(-1)?.end ?? 0, at - 64), at))?.[0]
    const after = domain.exec(plain.slice(at + 1, at + 160))?.[0]
    if (!before || !after || !/\.[A-Za-z]{2,40}$/.test(after)) continue
    found.push({ start: at - before.length, end: at + 1 + after.length })
  }
  return found
}
