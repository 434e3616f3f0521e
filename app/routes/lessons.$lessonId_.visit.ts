import { VisitForm } from '~/modules/courses/lesson.schema.ts'
import { recordReading } from '~/modules/courses/lesson-acts.server.ts'
import { stretchOf } from '~/modules/courses/visit-token.server.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { DomainError } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'

/** What a lesson's page says by itself: where she reads, for how long, what she watched. */
export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const lessonId = param(params, 'lessonId')
  const form = parseForm(VisitForm, await request.formData())
  if (!form.ok) throw new DomainError('invalid')
  const stretch = await stretchOf({ personId: actor.personId, lessonId }, form.value, request, now)
  const { justFinished } = await recordReading({ actor, lessonId, stretch, now }, form.value)
  return Response.json({ justFinished })
})
