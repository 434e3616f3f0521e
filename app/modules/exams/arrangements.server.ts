import { LatestKept } from '~/platform/latest-kept.ts'
import { type Arrangement, readArrangement } from './arrangement.ts'

/** A hall and a half. */
const mostKept = 600
const kept = new LatestKept<string, Arrangement>(mostKept)

/** How an attempt shows its paper: it never changes, and whoever hands in has just looked at it. */
export function arrangementOf({ id, arrangement }: { readonly id: string; readonly arrangement: string }): Arrangement {
  const known = kept.get(id)
  if (known) return known
  const fresh = readArrangement(arrangement)
  kept.keep(id, fresh)
  return fresh
}
