import type { Actor } from '~/modules/identity/actor.ts'
import { parseForm } from '~/platform/forms.ts'
import { StagingForm } from './import-acts.schema.ts'
import { type CommitOutcome, commitImport } from './import-commit.server.ts'
import { chooseEverything, chooseItems, discardImport, fixItem } from './question-imports.server.ts'

export type StagingOutcome = CommitOutcome | { readonly kind: 'kept' } | { readonly kind: 'unclear' }

/** What a button of the staging page does. What is ticked on the page is kept first, whichever it is. */
export async function actOnStaging(actor: Actor, importId: string, form: FormData, now: Date): Promise<StagingOutcome> {
  const parsed = parseForm(StagingForm, form)
  if (!parsed.ok) return { kind: 'unclear' }
  const { intent, shown, chosen, expected, isProposed } = parsed.value
  const [what, number, at, code = ''] = intent.split(':')
  const kept = { kind: 'kept' } as const
  switch (what) {
    case 'choose':
      await chooseItems(actor, importId, shown, chosen)
      return kept
    case 'all':
    case 'none':
      await chooseEverything(actor, importId, what === 'all')
      return kept
    case 'fix':
      await chooseItems(actor, importId, shown, chosen)
      await fixItem(actor, importId, { number: Number(number), at: Number(at), code })
      return kept
    case 'commit':
      // What she ticks now counts; when that is not the number she was shown, she is told before anything happens.
      await chooseItems(actor, importId, shown, chosen)
      return commitImport(actor, importId, { expected, isProposed: isProposed === 'yes' }, now)
    case 'discard':
      await discardImport(actor, importId, now)
      return kept
    default:
      return { kind: 'unclear' }
  }
}
