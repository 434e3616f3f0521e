import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { reviewQueue } from '~/i18n/review-queue.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankPart } from '~/modules/questions/bank-frame.tsx'
import { readBankQuery } from '~/modules/questions/bank-query.ts'
import { BulkReviewForm } from '~/modules/questions/question-acts.schema.ts'
import { type Decision, decideMany, getReviewQueue } from '~/modules/questions/review-queue.server.ts'
import { DecidedNote, ReviewForm } from '~/modules/questions/review-queue.tsx'
import { SubjectFilter } from '~/modules/questions/subject-filter.tsx'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { Pagination } from '~/ui/pagination.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { TableEmpty } from '~/ui/table.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, request }) => {
  const { subject, page } = readBankQuery(new URL(request.url).searchParams)
  return { subject, queue: await getReviewQueue(actor, { subject, page }) }
})

export const action = guarded(mayAuthor, async ({ actor, request, now }) => {
  const form = parseForm(BulkReviewForm, await request.formData())
  if (!form.ok) {
    return data({ errors: form.errors, values: form.values, decided: undefined, isApproval: false }, { status: 422 })
  }
  const { intent, chosen, reason = '' } = form.value
  const decision: Decision = intent === 'approve' ? { kind: 'approve' } : { kind: 'return', reason }
  const decided = await decideMany(actor, chosen, decision, now)
  return data({ errors: undefined, values: undefined, decided, isApproval: intent === 'approve' })
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, reviewQueue, 'title')

export default function ReviewRoute() {
  const { subject, queue } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(reviewQueue)
  const { questions, total, own, page, pages } = queue
  return (
    <BankPart title={t('title')} lead={t('lead')}>
      <SubjectFilter subject={subject} allPath={paths.bankReview()} />
      <div className="question-news">
        {answer?.decided && <DecidedNote decided={answer.decided} isApproval={answer.isApproval} />}
      </div>
      {total > 0 && <p className="mt-3">{t('count', { count: total })}</p>}
      {own > 0 && <p className="row-note mt-3">{t('own', { count: own })}</p>}
      {total > 0 ? (
        <ReviewForm questions={questions} errors={answer?.errors} values={answer?.values} />
      ) : subject ? (
        <TableEmpty>{t('none.filtered')}</TableEmpty>
      ) : (
        <EmptyState drawing={<BlankPage />} title={t('none')}>
          {t('none.hint')}
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => paths.bankReview({ subject: subject ?? '', page: to > 1 ? to : '' })}
      />
    </BankPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
