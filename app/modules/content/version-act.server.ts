import type { Actor } from '~/modules/identity/actor.ts'
import { parseForm } from '~/platform/forms.ts'
import { VersionForm } from './authored.schema.ts'
import { publishRevision, retireLesson } from './lessons.server.ts'

/** Publishes, goes back or withdraws, when that is what the form says; false when it is another form. */
export async function actOnVersions(actor: Actor, lessonId: string, form: FormData, now: Date): Promise<boolean> {
  const parsed = parseForm(VersionForm, form)
  if (!parsed.ok) return false
  if (parsed.value.intent === 'publish') await publishRevision(actor, lessonId, parsed.value.number, now)
  else await retireLesson(actor, lessonId, now)
  return true
}
