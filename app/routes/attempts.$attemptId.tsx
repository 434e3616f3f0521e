import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { useLocale } from '~/i18n/messages.ts'
import { paperBytes } from '~/modules/exams/paper-bytes.server.ts'
import { paperWords } from '~/modules/exams/paper-words.server.ts'
import { formAnswers, saveForm } from '~/modules/exams/plain-sitting.server.ts'
import { submitAttempt } from '~/modules/exams/settling.server.ts'
import { openSitting } from '~/modules/exams/sitting-page.server.ts'
import { ownSittingWords, packSitting, servedPaper, unpackSitting } from '~/modules/exams/sitting-page.ts'
import { SittingView } from '~/modules/exams/sitting-view.tsx'
import { SittingForm } from '~/modules/exams/sync.schema.ts'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { DomainError } from '~/platform/errors.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { RouteError } from '~/ui/route-error.tsx'

/** The questions are in the page as text and nowhere else: what an open exam asks travels once. */
export const loader = guarded(mayLearn, async ({ actor, params, context, now }) => {
  const attemptId = param(params, 'attemptId')
  const sitting = await openSitting(actor, attemptId, now)
  if (!sitting) throw redirect(paths.attemptResult(attemptId))
  const paper = paperBytes(sitting.items, sitting.answers, paperWords(actor.locale))
  context.documents.set(servedPaper, () => [paper])
  context.ownFields.push(...ownSittingWords)
  context.ownParams.push('attemptId')
  return packSitting(sitting.page)
})

/** Without a script: one form with everything, saved as often as she likes. */
export const action = guarded(mayLearn, async ({ actor, params, request, now }) => {
  const attemptId = param(params, 'attemptId')
  const form = await request.formData()
  const wish = parseForm(SittingForm, onlyOwn(form))
  if (!wish.ok) throw new DomainError('invalid')
  await saveForm(actor, attemptId, wish.value.epoch, formAnswers(form), now)
  if (wish.value.intent === 'save') return redirect(paths.attempt(attemptId), 303)
  await submitAttempt(actor, attemptId, wish.value.epoch, now)
  return redirect(paths.attemptResult(attemptId), 303)
})

/** The answers have names of their own; the rest goes through the schema. */
function onlyOwn(form: FormData): FormData {
  const own = new FormData()
  for (const [name, value] of form) if (!/^[am]\./.test(name)) own.append(name, value)
  return own
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${unpackSitting(data).title.zh} · 育才 Yucai` : '育才 Yucai' },
]

export default function AttemptRoute() {
  const packed = useLoaderData<typeof loader>()
  const page = useMemo(() => unpackSitting(packed), [packed])
  const locale = useLocale()
  return <SittingView page={page} title={locale === 'en' ? page.title.en : page.title.zh} />
}

export function ErrorBoundary() {
  return <RouteError />
}
