import type { Actor } from '~/modules/identity/actor.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { parseForm } from '~/platform/forms.ts'
import { RegradeForm } from './regrade.schema.ts'
import { getRegradePage, regradeFrom } from './regrade-page.server.ts'
import { readRegradeQuery } from './regrade-page.ts'
import { applyRegrade, type RegradeScope, requireScope, undoRegrade } from './regrades.server.ts'

export type RegradeAnswer =
  | { readonly kind: 'applied' | 'undone'; readonly count: number }
  | { readonly kind: 'refused'; readonly errors: FieldErrors; readonly values: FormValues }
  /** shown anew before it is made; what was typed stays */
  | { readonly kind: 'stale'; readonly values: FormValues }

/** What a form of these pages asks for, in either scope; `questionId` is the one of the page. */
export async function actOnRegrade(
  actor: Actor,
  scope: RegradeScope,
  questionId: string,
  body: FormData,
  now: Date,
): Promise<RegradeAnswer> {
  // Whether the scope is hers comes before what is wrong with the form.
  await requireScope(actor, scope)
  const form = parseForm(RegradeForm, body)
  if (!form.ok) return { kind: 'refused', errors: form.errors, values: form.values }
  const { value } = form
  if (value.intent === 'undo') {
    const { changed } = await undoRegrade(actor, scope, value.regradeId, now)
    return { kind: 'undone', count: changed }
  }
  const values = { reason: value.reason }
  const query = { ...readRegradeQuery(new URLSearchParams(), questionId), version: value.version, choice: value.choice }
  const made = regradeFrom(await getRegradePage(actor, scope, query), value, value.upwards === 'yes')
  if ('errors' in made) return { kind: 'refused', errors: made.errors, values }
  const { regradeId, stamp, reason } = value
  const outcome = await applyRegrade(actor, scope, { ...made, regradeId, stamp, reason }, now)
  if (outcome.kind === 'tooMany') return { kind: 'refused', errors: { reason: 'tooManyPapers' }, values }
  return outcome.kind === 'stale' ? { kind: 'stale', values } : { kind: 'applied', count: outcome.changed }
}

/** The way on after an act is done: the same page, which says so. */
export function newsOf(
  search: URLSearchParams,
): { readonly kind: 'applied' | 'undone'; readonly count: number } | null {
  const kind = (['applied', 'undone'] as const).find((one) => search.has(one))
  const count = Number((kind && search.get(kind)) ?? Number.NaN)
  return kind && Number.isInteger(count) && count >= 0 ? { kind, count } : null
}
