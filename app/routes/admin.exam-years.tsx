import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { skippedYears as texts } from '~/i18n/skipped-years.ts'
import { nextExamYear } from '~/modules/exams/real-exam.ts'
import { SkippedYearForm } from '~/modules/exams/skipped-years.schema.ts'
import { restoreSkippedYear, revokeSkippedYear, skippedYears, skipYear } from '~/modules/exams/skipped-years.server.ts'
import { RevokedYear, SkippedYearTable, SkipYearForm } from '~/modules/exams/skipped-years-parts.tsx'
import { mayAdminister } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { dayOf } from '~/platform/calendar.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayAdminister, async ({ request, now }) => {
  const query = new URL(request.url).searchParams
  const news = { isSaved: query.has('saved'), revoked: query.get('revoked') }
  return { rows: await skippedYears(), lastYear: nextExamYear(dayOf(now)), ...news }
})

type Refused = { readonly errors: FieldErrors; readonly values: FormValues }

export const action = guarded(mayAdminister, async ({ actor, request, now }) => {
  const form = parseForm(SkippedYearForm, await request.formData())
  if (!form.ok) return data<Refused>({ errors: form.errors, values: form.values }, { status: 422 })
  const { value } = form
  switch (value.intent) {
    case 'skip': {
      const outcome = await skipYear(actor, value, now)
      if (outcome.kind === 'done') return redirect(paths.adminExamYears({ saved: 'yes' }))
      const { levels, region, source, year } = value
      const values = { levels, region, source, year: String(year) }
      return data<Refused>({ errors: { [outcome.field]: outcome.code }, values }, { status: 422 })
    }
    case 'revoke':
      await revokeSkippedYear(actor, value.id, now)
      return redirect(paths.adminExamYears({ revoked: value.id }))
    case 'restore':
      await restoreSkippedYear(actor, value.id, now)
      return redirect(paths.adminExamYears({ saved: 'yes' }))
  }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, texts, 'title')

export default function ExamYearsRoute() {
  const { rows, lastYear, isSaved, revoked } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(texts)
  return (
    <Frame space="admin">
      <div className="stack">
        <PageHeader title={t('title')} lead={t('lead')} />
        {!result && isSaved && (
          <Notice tone="success" isNews>
            {t('saved')}
          </Notice>
        )}
        {!result && revoked && <RevokedYear id={revoked} />}
        <SkippedYearTable rows={rows} />
        <SkipYearForm key={rows.length} lastYear={lastYear} errors={result?.errors} values={result?.values} />
      </div>
    </Frame>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
