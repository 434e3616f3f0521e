import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useT } from '~/i18n/messages.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { mayRunCohorts } from '~/modules/cohorts/cohorts.policy.ts'
import { loadAnswerFile } from '~/modules/exams/answer-files.server.ts'
import { changeExtension, standingExtensions } from '~/modules/exams/extension-change.server.ts'
import { decideLate } from '~/modules/exams/late-answers.server.ts'
import { LateAnswers } from '~/modules/exams/late-answers.tsx'
import { RoomActs, RoomFacts, type RoomNews, RoomNewsNote } from '~/modules/exams/room-parts.tsx'
import { RoomPersonPanel } from '~/modules/exams/room-person.tsx'
import { RoomCounts, RoomTable } from '~/modules/exams/room-table.tsx'
import { extendAll, extendOne, voidAttempt } from '~/modules/exams/sitting-acts.server.ts'
import { changeSitting, reopenAttempt } from '~/modules/exams/sitting-changes.server.ts'
import { SittingStateMark } from '~/modules/exams/sitting-list.tsx'
import { getRoom, timelineOf } from '~/modules/exams/sitting-room.server.ts'
import { RoomForm } from '~/modules/exams/sittings.schema.ts'
import { cancelSitting, releaseResults } from '~/modules/exams/sittings.server.ts'
import type { Actor } from '~/modules/identity/actor.ts'
import { subjects } from '~/modules/questions/subjects.ts'
import { useLive } from '~/modules/records/use-live.ts'
import { paths } from '~/paths.ts'
import { timeOfDay } from '~/platform/calendar.ts'
import { type FieldErrors, type FormValues, parseForm } from '~/platform/forms.ts'
import { guarded } from '~/platform/guarded.server.ts'
import { param } from '~/platform/params.ts'
import { Frame } from '~/ui/frame.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { RouteError } from '~/ui/route-error.tsx'

export const loader = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const query = new URL(request.url).searchParams
  const room = await getRoom(actor, param(params, 'cohortId'), param(params, 'sittingId'), now)
  const person = room.people.find(({ personId }) => personId === query.get('person')) ?? null
  const timeline = person ? await timelineOf(person.attempts) : []
  const extensions = person ? await standingExtensions(room.sitting.id, person.personId) : []
  return { room, person, timeline, extensions, isNew: query.get('news') === 'created' }
})

type Result = {
  readonly intent: string
  readonly errors?: FieldErrors
  readonly values?: FormValues
  readonly news?: RoomNews
}

export const action = guarded(mayRunCohorts, async ({ actor, params, request, now }) => {
  const [cohortId, sittingId] = [param(params, 'cohortId'), param(params, 'sittingId')]
  const body = await request.formData()
  const intent = String(body.get('intent') ?? '')
  const form = parseForm(RoomForm, body)
  if (!form.ok) {
    // Whether the room is hers comes before what is wrong with the form.
    await getRoom(actor, cohortId, sittingId, now)
    return data<Result>({ intent, errors: form.errors, values: form.values }, { status: 422 })
  }
  const outcome = await carryOut(actor, cohortId, sittingId, form.value, body, now)
  if ('kind' in outcome) return data<Result>({ intent, news: outcome })
  const values = Object.fromEntries([...body].map(([name, value]) => [name, String(value)]))
  return data<Result>({ intent, values, errors: { [outcome.field]: outcome.code } }, { status: 422 })
})

type Refusal = { readonly field: string; readonly code: string }

/** What was done, or which field stood against it. */
async function carryOut(
  actor: Actor,
  cohortId: string,
  sittingId: string,
  form: RoomForm,
  body: FormData,
  now: Date,
): Promise<RoomNews | Refusal> {
  switch (form.intent) {
    case 'extend':
    case 'extendAll': {
      const outcome =
        form.intent === 'extend'
          ? await extendOne(actor, cohortId, sittingId, form, now)
          : await extendAll(actor, cohortId, sittingId, form, now)
      if (outcome.kind === 'extended') return { kind: 'extended', count: outcome.people }
      return { field: form.intent === 'extendAll' ? 'minutes' : 'until', code: 'notLater' }
    }
    case 'changeExtension': {
      const outcome = await changeExtension(actor, cohortId, sittingId, form, now)
      if (outcome.kind === 'refused') return { field: 'until', code: outcome.code }
      return { ...outcome, kind: 'extensionChanged' }
    }
    case 'edit': {
      const plan = { ...form, releaseAt: form.release === 'at' ? (form.releaseAt ?? null) : null }
      const outcome = await changeSitting(actor, cohortId, sittingId, plan, now)
      if (outcome.kind === 'refused') return outcome.fault
      return outcome.kind === 'same' ? { kind: 'same', count: 0 } : { kind: 'changed', count: outcome.extended }
    }
    case 'reopen': {
      const outcome = await reopenAttempt(actor, cohortId, sittingId, form, now)
      return outcome.kind === 'reopened' ? { kind: 'reopened', count: 1 } : { field: 'until', code: outcome.code }
    }
    case 'void':
      await voidAttempt(actor, cohortId, sittingId, { ...form, until: form.until ?? null }, now)
      return { kind: 'voided', count: 1 }
    case 'cancel':
      await cancelSitting(actor, cohortId, sittingId, now)
      return { kind: 'cancelled', count: 1 }
    case 'release':
      await releaseResults(actor, cohortId, sittingId, now)
      return { kind: 'released', count: 1 }
    case 'loadFile': {
      const file = body.get('file')
      const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
      const outcome = await loadAnswerFile(actor, cohortId, sittingId, bytes, now)
      if (outcome.kind === 'refused') return { field: 'file', code: outcome.code }
      return { kind: 'fileLoaded', count: outcome.counted, apart: outcome.apart, name: outcome.name }
    }
    case 'accept':
    case 'reject': {
      const isAccepted = form.intent === 'accept'
      const { decided } = await decideLate(actor, cohortId, sittingId, { ...form, isAccepted }, now)
      return { kind: isAccepted ? 'accepted' : 'rejected', count: decided }
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, texts, 'title.of', { name: data?.room.sitting.title ?? '' })

export default function RoomRoute() {
  const { room, person, timeline, extensions, isNew } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useT(texts)
  const locale = useLocale()
  const { cohort, sitting } = room
  const isOpen = !cohort.isArchived && sitting.state !== 'cancelled'
  useLive({ kind: 'sitting', id: sitting.id }, room.now)
  const { title, titleEn } = subjects[sitting.subject]
  return (
    <Frame space="cohorts">
      <PageHeader
        title={sitting.title}
        lead={
          <>
            {locale === 'en' ? titleEn : title} · <SittingStateMark state={sitting.state} />
          </>
        }
        crumbs={[
          { to: paths.cohort(cohort.id), label: cohort.name },
          { to: paths.cohortSittings(cohort.id), label: t('title') },
        ]}
      />
      <RoomNewsNote news={result?.news ?? (isNew ? { kind: 'created', count: 1 } : null)} />
      <RoomFacts room={room} />
      <RoomActs room={room} refused={result} />
      <RoomCounts counts={room.counts} />
      {sitting.state === 'open' && <p className="row-note">{t('room.refreshed', { time: timeOfDay(room.now) })}</p>}
      {person && <RoomPersonPanel {...{ room, person, timeline, extensions, isOpen }} refused={result} />}
      <LateAnswers groups={room.late} refused={result} isOpen={isOpen} />
      <RoomTable room={room} chosen={person?.personId ?? null} />
      <PassedLine people={room.people} />
    </Frame>
  )
}

type People = ReturnType<typeof useLoaderData<typeof loader>>['room']['people']

function PassedLine({ people }: { people: People }) {
  const t = useT(texts)
  const scored = people.filter(({ best }) => best !== null)
  if (scored.length === 0) return null
  const passed = scored.filter(({ best }) => best?.passed).length
  return <p className="row-note mt-3">{t('room.passedOf', { passed, scored: scored.length })}</p>
}

export function ErrorBoundary() {
  return <RouteError />
}
