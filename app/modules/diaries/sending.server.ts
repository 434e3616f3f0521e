import type { Actor } from '~/modules/identity/actor.ts'
import { type FieldFinding, findingsIn, isClean } from '~/modules/works/privacy-check.ts'
import type { WorkRefusal } from '~/modules/works/work-life.ts'
import { DomainError } from '~/platform/errors.ts'
import type { FieldErrors, FormValues } from '~/platform/forms.ts'
import { saveEntry, submitEntry } from './diaries.server.ts'
import type { DiaryInput } from './diary.schema.ts'
import { fieldsOf, missingIn } from './diary.ts'

export type Told = {
  readonly saved: boolean
  readonly refusal: Extract<WorkRefusal, 'state' | 'opened' | 'openComments'> | 'stale' | null
  readonly findings?: readonly FieldFinding[]
  readonly errors?: FieldErrors
  readonly values?: FormValues
}
export type Sent =
  | { readonly kind: 'done' }
  | { readonly kind: 'told'; readonly told: Told; readonly status: 200 | 409 | 422 }

/**
 * What the form of an entry sends: saved as it is first, however little there is of it, so that nothing is lost; then, if she
 * wants to, handed in, or told what is missing.
 */
export async function sendEntry(actor: Actor, workId: string, input: DiaryInput, now: Date): Promise<Sent> {
  if (input.workId !== workId) throw new DomainError('invalid')
  const { whom, companions, problem, asked, handling, followUp, reflection, seq, passedOver, ...facts } = input
  const texts = { whom, companions, problem, asked, handling, followUp, reflection }
  const saved = await saveEntry(actor, workId, { ...facts, texts }, seq, now)
  if (saved === 'stale') return told({ saved: false, refusal: 'stale' }, 409)
  if (input.intent === 'autosave') return told({ saved: true, refusal: null }, 200)
  if (input.intent === 'save') return { kind: 'done' }
  const missing = [...missingIn({ texts }), ...(facts.community === '' ? ['community'] : [])]
  if (missing.length > 0) {
    const errors = Object.fromEntries(missing.map((key) => [key, 'required']))
    return told({ saved: true, refusal: null, errors }, 422)
  }
  const reason = passedOver === '' ? null : passedOver
  const findings = findingsIn([
    { key: 'community', text: facts.community },
    ...fieldsOf({ ...facts, texts, closedOn: null }),
  ])
  if (!isClean(findings, reason)) return told({ saved: true, refusal: null, findings }, 422)
  const outcome = await submitEntry(actor, workId, reason, now)
  if (outcome.ok) return { kind: 'done' }
  return told({ saved: true, refusal: sayable(outcome.code) }, outcome.code === 'openComments' ? 422 : 409)
}

function told(said: Told, status: 200 | 409 | 422): Sent {
  return { kind: 'told', told: said, status }
}

/** What can be said to an author; the other codes are of acts that are not hers. */
function sayable(code: WorkRefusal): Told['refusal'] {
  return code === 'opened' || code === 'openComments' ? code : 'state'
}
