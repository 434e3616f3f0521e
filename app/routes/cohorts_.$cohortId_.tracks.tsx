import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { formatMinutes, shortDay } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { sheet as texts } from '~/i18n/sheet.ts'
import { CohortHeader } from '~/modules/cohorts/cohort-header.tsx'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { AssignmentForm } from '~/modules/courses/assignment.schema.ts'
import {
  assignTrack,
  type CohortTracks,
  listCohortTracks,
  withdrawTrack,
} from '~/modules/courses/assignments.server.ts'
import { dayOf } from '~/platform/calendar.ts'
import { parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { ButtonRow, SubmitButton } from '~/ui/button.tsx'
import { ConfirmForm } from '~/ui/confirm-form.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import { Frame } from '~/ui/frame.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RouteError } from '~/ui/route-error.tsx'
import { Tag } from '~/ui/tag.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor, params }) =>
  listCohortTracks(actor, param(params, 'cohortId')),
)

export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const cohortId = param(params, 'cohortId')
  const body = await request.formData()
  const form = parseForm(AssignmentForm, body)
  if (!form.ok) {
    // Whether the cohort is hers comes before what is wrong with the form.
    await listCohortTracks(actor, cohortId)
    return data({ trackId: String(body.get('track') ?? ''), errors: form.errors, isSaved: false }, { status: 422 })
  }
  const { track: trackId } = form.value
  if (form.value.intent === 'assign') await assignTrack(actor, cohortId, { trackId, dueOn: form.value.dueOn }, now)
  else await withdrawTrack(actor, cohortId, trackId, now)
  return data({ trackId, errors: undefined, isSaved: true })
})

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, texts, 'tracks.title', { name: data?.cohort.name ?? '' })

export default function CohortTracksRoute() {
  const { cohort, tracks } = useLoaderData<typeof loader>()
  const t = useT(texts)
  return (
    <Frame space="cohorts">
      <CohortHeader cohort={cohort} lead={t('tracks.lead')} />
      <ul className="rows mt-6">
        {tracks.map((track) => (
          <TrackRow key={track.id} track={track} isArchived={cohort.isArchived} />
        ))}
      </ul>
    </Frame>
  )
}

type TrackRowProps = { track: CohortTracks['tracks'][number]; isArchived: boolean }

function TrackRow({ track, isArchived }: TrackRowProps) {
  const t = useT(texts)
  const locale = useLocale()
  const result = useActionData<typeof action>()
  const own = result?.trackId === track.id ? result : undefined
  const errorOf = useFieldErrors(own?.errors)
  const { assignment } = track
  return (
    <li className="given-track">
      <div>
        <h2>{track.title}</h2>
        <p className="track-card-facts">
          {assignment ? (
            <Tag tone="pine">{t('tracks.given', { day: shortDay(dayOf(assignment.assignedAt), locale) })}</Tag>
          ) : (
            <Tag>{t('tracks.notGiven')}</Tag>
          )}
          <span>{t('tracks.size', { lessons: track.lessons, time: formatMinutes(track.minutes, locale) })}</span>
        </p>
        <p className="row-note">{track.summary}</p>
      </div>
      {!isArchived && (
        <div className="given-track-acts">
          {own?.isSaved && (
            <Notice tone="success" isNews>
              {t('tracks.saved')}
            </Notice>
          )}
          <Form method="post" className="form" preventScrollReset>
            <input type="hidden" name="track" value={track.id} />
            <Field
              name="dueOn"
              type="date"
              label={t('tracks.dueOn')}
              help={t('tracks.dueHelp')}
              isOptional
              error={errorOf('dueOn')}
              defaultValue={assignment?.dueOn ?? ''}
            />
            <ButtonRow>
              <SubmitButton intent="assign" kind={assignment ? 'plain' : 'primary'}>
                {t(assignment ? 'tracks.save' : 'tracks.assign')}
              </SubmitButton>
            </ButtonRow>
          </Form>
          {assignment && (
            <ConfirmForm
              label={t('tracks.withdraw')}
              question={t('tracks.withdrawQuestion', { track: track.title })}
              confirmLabel={t('tracks.withdraw')}
              intent="withdraw"
              values={{ track: track.id }}
            />
          )}
        </div>
      )}
    </li>
  )
}

export function ErrorBoundary() {
  return <RouteError />
}
