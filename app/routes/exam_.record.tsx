import { data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { exam } from '~/i18n/exam.ts'
import { useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { realExam } from '~/i18n/real-exam.ts'
import { OwnExamForm } from '~/modules/exams/real-exam.schema.ts'
import {
  getOwnExam,
  removeOwnCertificate,
  removeOwnRecord,
  restoreOwnCertificate,
  restoreOwnRecord,
  saveOwnCertificate,
  saveOwnRecord,
} from '~/modules/exams/real-exam.server.ts'
import { OwnCertificateForm, OwnRecordForm } from '~/modules/exams/real-exam-own-forms.tsx'
import { OwnLevel } from '~/modules/exams/real-exam-plan-view.tsx'
import { mayLearn } from '~/modules/identity/permissions.ts'
import { paths } from '~/paths.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { LinkButton, SubmitButton } from '~/ui/button.tsx'
import { BlankPage } from '~/ui/drawings.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayLearn, async ({ actor, request, now }) => {
  const query = new URL(request.url).searchParams
  const own = await getOwnExam(actor, now)
  const records = own.levels.flatMap((level) => level.records)
  return {
    ...own,
    adding: query.get('add'),
    subject: query.get('subject'),
    level: own.levels.find(({ level }) => level === query.get('level')) ?? null,
    editing: records.find(({ id, isChecked }) => id === query.get('edit') && !isChecked) ?? null,
    saved: query.has('saved'),
    removed: { recordId: query.get('removed'), certificateId: query.get('removedCertificate') },
  }
})

export const action = guarded(mayLearn, async ({ actor, request, now }) => {
  const form = parseForm(OwnExamForm, await request.formData())
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  const { value } = form
  const saved = paths.ownExam({ saved: 'yes' })
  switch (value.intent) {
    case 'record': {
      const { subject, year, state, mark, recordId } = value
      const outcome = await saveOwnRecord(actor, recordId || null, { subject, year, state, points: mark }, now)
      if (outcome.kind === 'done') return redirect(saved)
      const values = { subject, state, recordId, year: String(year), mark: mark?.toString() ?? '' }
      return data({ errors: { [outcome.field]: outcome.code }, values }, { status: 422 })
    }
    case 'certificate': {
      const { level, issuedOn } = value
      const outcome = await saveOwnCertificate(actor, { level, issuedOn }, now)
      if (outcome.kind === 'done') return redirect(saved)
      return data({ errors: { [outcome.field]: outcome.code }, values: { level, issuedOn } }, { status: 422 })
    }
    case 'remove': {
      const outcome = await removeOwnRecord(actor, value.recordId, now)
      if (outcome.kind === 'done') return redirect(paths.ownExam({ removed: value.recordId }))
      return data({ errors: { [outcome.field]: outcome.code }, values: undefined }, { status: 422 })
    }
    case 'removeCertificate': {
      const outcome = await removeOwnCertificate(actor, value.certificateId, now)
      if (outcome.kind === 'done') return redirect(paths.ownExam({ removedCertificate: value.certificateId }))
      return data({ errors: { [outcome.field]: outcome.code }, values: undefined }, { status: 422 })
    }
    case 'restore':
      await restoreOwnRecord(actor, value.recordId, now)
      return redirect(saved)
    case 'restoreCertificate':
      await restoreOwnCertificate(actor, value.certificateId, now)
      return redirect(saved)
  }
})

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, realExam, 'title')

export default function OwnExamRoute() {
  const { levels, examYear, adding, editing, saved, removed, subject, level } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(realExam)
  const say = useT(exam)
  const [errors, values] = [result?.errors, result?.values]
  const isForm = adding !== null || editing !== null
  const shown = levels.filter(({ records, certificate }) => records.length > 0 || certificate)
  return (
    <Frame space="learn">
      <div className="stack learn-page">
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          crumbs={[{ to: paths.exam(), label: say('title') }]}
          acts={!isForm && shown.length > 0 && <AddButtons />}
        />
        {saved && !result && (
          <Notice tone="success" isNews>
            <p>{t('saved.record')}</p>
          </Notice>
        )}
        {!result && <Removed {...removed} />}
        {adding === 'certificate' && (
          <OwnCertificateForm
            level={level?.level ?? null}
            certificate={level?.certificate ?? null}
            errors={errors}
            values={values}
          />
        )}
        {(editing || (adding !== null && adding !== 'certificate')) && (
          <OwnRecordForm
            key={editing?.id ?? 'new'}
            examYear={examYear}
            record={editing}
            subject={subject}
            errors={errors}
            values={values}
          />
        )}
        {!isForm && <ErrorSummary errors={errors} labels={{}} />}
        {shown.map((plan) => (
          <OwnLevel key={plan.level} plan={plan} enterUpTo={examYear} />
        ))}
        {shown.length > 0 && <p className="definitions-note">{t('checkedHint')}</p>}
        {shown.length === 0 && !isForm && (
          <EmptyState
            drawing={<BlankPage />}
            title={t('empty')}
            act={
              <span className="button-row">
                <AddButtons />
              </span>
            }
          >
            {t('emptyHint')}
          </EmptyState>
        )}
      </div>
    </Frame>
  )
}

function AddButtons() {
  const t = useT(realExam)
  return (
    <>
      <LinkButton to={paths.ownExam({ add: 'record' })} kind="primary" icon="plus">
        {t('add')}
      </LinkButton>
      <LinkButton to={paths.ownExam({ add: 'certificate' })}>{t('addCertificate')}</LinkButton>
    </>
  )
}

/** What was just removed comes back with one press. */
function Removed({ recordId, certificateId }: { recordId: string | null; certificateId: string | null }) {
  const t = useT(realExam)
  const [name, id, intent] = recordId
    ? (['recordId', recordId, 'restore'] as const)
    : (['certificateId', certificateId, 'restoreCertificate'] as const)
  if (id === null) return null
  return (
    <Notice tone="success" isNews>
      <p>{t('saved.removed')}</p>
      <Form method="post" action={paths.ownExam()} preventScrollReset>
        <input type="hidden" name={name} value={id} />
        <SubmitButton intent={intent} kind="quiet" icon="undo">
          {t('undo')}
        </SubmitButton>
      </Form>
    </Notice>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
