import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { importing } from '~/i18n/importing.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankPart } from '~/modules/questions/bank-frame.tsx'
import { uploadQuestions } from '~/modules/questions/import-read.server.ts'
import { ChooseTarget, RecentImports, TemplateLink, Upload } from '~/modules/questions/import-start.tsx'
import { listImports } from '~/modules/questions/question-imports.server.ts'
import { isSubject } from '~/modules/questions/subjects.ts'
import { paths } from '~/paths.ts'
import { DomainError } from '~/platform/errors.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, request }) => ({
  subject: targetIn(request),
  imports: await listImports(actor),
}))

export const action = guarded(mayAuthor, async ({ actor, request, now }) => {
  const subject = targetIn(request)
  if (subject === null) throw new DomainError('invalid')
  const outcome = await uploadQuestions(actor, subject, await request.formData(), now)
  if (outcome.kind === 'staged') return redirect(paths.bankImport(outcome.importId))
  return data({ fault: outcome.fault, text: outcome.text }, { status: 422 })
})

/** Where it goes stands in the address: chosen before anything is read. */
function targetIn(request: Request) {
  const subject = new URL(request.url).searchParams.get('subject')
  return isSubject(subject) ? subject : null
}

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, importing, 'title')

export default function ImportRoute() {
  const { subject, imports } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(importing)
  return (
    <BankPart title={t('title')} lead={t('start.lead')} acts={<TemplateLink />}>
      {subject === null ? (
        <ChooseTarget />
      ) : (
        <Upload subject={subject} fault={answer && t(`start.${answer.fault}`)} text={answer?.text} />
      )}
      <RecentImports imports={imports} />
    </BankPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
