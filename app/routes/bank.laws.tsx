import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bank } from '~/i18n/bank.ts'
import { translator, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { mayAuthor } from '~/modules/identity/permissions.ts'
import { BankPart } from '~/modules/questions/bank-frame.tsx'
import { sweepLaws } from '~/modules/questions/law-sweep.server.ts'
import { readSweepQuery } from '~/modules/questions/law-sweep.ts'
import { LawTable, SweepTable } from '~/modules/questions/law-tables.tsx'
import { SweepForm } from '~/modules/questions/question-acts.schema.ts'
import { retireQuestions } from '~/modules/questions/question-acts.server.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Field } from '~/ui/field.tsx'
import { FilterBar } from '~/ui/filter-bar.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { TableEmpty } from '~/ui/table.tsx'
import '~/bank.css'

export const loader = guarded(mayAuthor, async ({ actor, request, now }) => {
  const query = readSweepQuery(new URL(request.url).searchParams, dayOf(now))
  return { query, ...(await sweepLaws(actor, query)) }
})

export const action = guarded(mayAuthor, async ({ actor, request, now }) => {
  const form = parseForm(SweepForm, await request.formData())
  if (!form.ok) return data({ retired: null }, { status: 422 })
  const reason = translator(bank, actor.locale)('laws.reason')
  return data({ retired: await retireQuestions(actor, form.value.questionIds, reason, now) }, { status: 200 })
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, bank, 'laws.title')

export default function LawsRoute() {
  const { query, found, total, laws } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT(bank)
  return (
    <BankPart title={t('laws.title')} lead={t('laws.lead')}>
      <FilterBar key={query.day + query.law} label={t('laws.form')} clearTo={query.law ? paths.bankLaws() : undefined}>
        <Field name="day" type="date" label={t('laws.day')} defaultValue={query.day} />
        <Field name="law" type="search" label={t('laws.law')} defaultValue={query.law} maxLength={60} />
      </FilterBar>
      <div className="question-news">
        {answer && (
          <Notice tone={answer.retired === null ? 'warn' : 'success'} isNews>
            {answer.retired === null ? t('laws.noneChosen') : t('laws.retired', { count: answer.retired })}
          </Notice>
        )}
        {total > found.length && <Notice>{t('laws.cut', { count: found.length })}</Notice>}
      </div>
      {total === 0 ? <TableEmpty>{t('laws.nothing')}</TableEmpty> : <SweepTable found={found} total={total} />}
      <LawTable laws={laws} day={query.day} />
    </BankPart>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
