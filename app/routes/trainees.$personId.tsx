import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { mentor as texts } from '~/i18n/mentor.ts'
import { useT } from '~/i18n/messages.ts'
import { maySeeTrainees } from '~/modules/cohorts/cohorts.policy.ts'
import { requireTrainee } from '~/modules/cohorts/scope.server.ts'
import { listHanded } from '~/modules/exams/handed-answers.server.ts'
import { HandedList } from '~/modules/exams/handed-parts.tsx'
import { NoteForm } from '~/modules/feedback/note.schema.ts'
import { listNotes, writeNote } from '~/modules/feedback/notes.server.ts'
import { getTraineePage } from '~/modules/records/trainee-page.server.ts'
import type { TraineePage } from '~/modules/records/trainee-page.ts'
import { TraineeFacts, TraineeTrackTable, TraineeWords } from '~/modules/records/trainee-parts.tsx'
import { useLive } from '~/modules/records/use-live.ts'
import { getTraineeReadiness } from '~/modules/reviews/trainee-readiness.server.ts'
import { TraineeReadiness } from '~/modules/reviews/trainee-readiness.tsx'
import type { FieldErrors } from '~/platform/forms.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { ErrorSummary } from '~/ui/error-summary.tsx'
import { SelectField, TextAreaField } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import '~/bank.css'

const notesShown = 50

export const loader = guarded(maySeeTrainees, async ({ actor, params, now }) => {
  const personId = param(params, 'personId')
  const page = await getTraineePage(actor, personId, now)
  return {
    page,
    readiness: await getTraineeReadiness(actor, personId, now),
    handed: await listHanded(actor, personId, now),
    notes: await listNotes(personId, notesShown),
  }
})

export const action = guarded(maySeeTrainees, async ({ actor, params, request, now }) => {
  const personId = param(params, 'personId')
  const form = parseForm(NoteForm, await request.formData())
  if (!form.ok) {
    // Whether she may be written to comes before what is wrong with the words.
    await requireTrainee(actor, personId)
    return data({ isSent: false, errors: form.errors, values: form.values }, { status: 422 })
  }
  await writeNote(actor, personId, { body: form.value.body, lessonId: form.value.lesson || null }, now)
  return data({ isSent: true, errors: undefined, values: undefined })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.person.name ?? ''} · 育才 Yucai` },
]

export default function TraineeRoute() {
  const { page, readiness, handed, notes } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(texts)
  useLive({ kind: 'trainee', id: page.person.id }, page.now)
  return (
    <Frame>
      <div className="stack">
        <PageHeader title={page.person.name} lead={page.person.organisation} />
        <TraineeFacts page={page} />
        {page.tracks.length === 0 && <p>{t('trainee.noTracks')}</p>}
        {page.tracks.map((track) => (
          <TraineeTrackTable key={track.id} track={track} />
        ))}
        <TraineeReadiness row={readiness} />
        {handed && <HandedList person={page.person} rows={handed} />}
        <section className="section">
          <h2>{t('trainee.words')}</h2>
          {result?.isSent && (
            <Notice tone="success" isNews>
              {t('trainee.sent')}
            </Notice>
          )}
          <TraineeWords page={page} notes={notes} />
          <NoteFields key={notes[0]?.id} page={page} errors={result?.errors} values={result?.values} />
        </section>
        <p className="definitions-note">{t('trainee.private')}</p>
      </div>
    </Frame>
  )
}

type NoteFieldsProps = { page: TraineePage; errors?: FieldErrors; values?: Parameters<typeof typed>[0] }

function NoteFields({ page, errors, values }: NoteFieldsProps) {
  const t = useT(texts)
  const errorOf = useFieldErrors(errors)
  const { name } = page.person
  return (
    <Form method="post" className="form mt-6" preventScrollReset>
      <ErrorSummary errors={errors} labels={{ body: t('trainee.write') }} />
      <TextAreaField
        name="body"
        label={t('trainee.write')}
        help={t('trainee.writeHelp', { name })}
        error={errorOf('body')}
        defaultValue={typed(values, 'body')}
        maxLength={2_000}
        required
      />
      <SelectField name="lesson" label={t('trainee.about')} defaultValue={typed(values, 'lesson')}>
        <option value="">{t('trainee.general')}</option>
        {page.tracks.flatMap(({ lessons }) =>
          lessons.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          )),
        )}
      </SelectField>
      <SubmitButton intent="write">{t('trainee.send', { name })}</SubmitButton>
    </Form>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
