import { mockBlueprint } from '~/modules/exams/blueprints.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import type { Subject } from '~/modules/questions/subjects.ts'
import { type Readiness, readiness } from './readiness.ts'
import { studyAnswersOf } from './study-answers.server.ts'

/** What mark she would get today, from her practice and her mocks. Null: there is no such paper. */
export async function getReadiness(actor: Actor, subject: Subject, now: Date): Promise<Readiness | null> {
  const blueprint = mockBlueprint(subject)
  if (!blueprint) return null
  const answers = (await studyAnswersOf([actor.personId], now)).get(actor.personId) ?? []
  return readiness(
    answers.filter((answer) => answer.subject === subject),
    [],
    blueprint,
    now,
  )
}
