import { Form, Link } from '@remix-run/react'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { paths } from '~/paths.ts'
import { timeOfDay } from '~/platform/calendar.ts'
import { localMoment } from '~/platform/local-moment.ts'
import { typed } from '~/platform/typed.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { useFieldErrors } from '~/ui/field-errors.ts'
import type { StandingExtension } from './extension-change.server.ts'
import { ExtensionForm } from './extension-form.tsx'
import { ReasonField, type Refused } from './reason-field.tsx'
import type { Room, RoomPerson, TimelineEvent } from './sitting-room.server.ts'

type RoomPersonProps = {
  room: Room
  person: RoomPerson
  timeline: readonly TimelineEvent[]
  extensions: readonly StandingExtension[]
  refused: Refused | undefined
  isOpen: boolean
}

/** One person in the room: what happened, and what one may do for her. */
export function RoomPersonPanel({ room, person, timeline, extensions, refused, isOpen }: RoomPersonProps) {
  const t = useT(texts)
  const { releaseAt } = room.sitting
  // Before anybody has seen a key.
  const mayReopen = person.current?.status === 'submitted' && releaseAt !== null && releaseAt > room.now
  return (
    <section className="room-person" aria-labelledby="person">
      <div className="room-person-head">
        <h2 id="person">{person.name}</h2>
        <Link to={paths.room(room.cohort.id, room.sitting.id)} className="button" data-kind="quiet" preventScrollReset>
          {t('one.close')}
        </Link>
      </div>
      <Timeline person={person} timeline={timeline} />
      {isOpen && (
        <div className="room-person-acts">
          {(person.current?.status === 'open' || person.hasMore || mayReopen) && (
            <ExtendForm key={`${person.personId} ${person.endsAt.getTime()}`} person={person} refused={refused} />
          )}
          {extensions.map((extension) => (
            <ExtensionForm key={extension.id} {...{ person, extension, refused }} />
          ))}
          {mayReopen && person.current && person.endsAt > room.now && (
            <ReopenForm key={`${person.current.attemptId} reopen`} room={room} person={person} refused={refused} />
          )}
          {person.current && person.state !== 'voided' && (
            <VoidForm
              key={person.current.attemptId}
              person={person}
              attemptId={person.current.attemptId}
              refused={refused}
            />
          )}
        </div>
      )}
    </section>
  )
}

function Timeline({ person, timeline }: Pick<RoomPersonProps, 'person' | 'timeline'>) {
  const t = useT(texts)
  if (!person.current) return <p className="row-note">{t('one.notBegun')}</p>
  const numbers = new Map(person.attempts.map(({ attemptId, number }) => [attemptId, number]))
  return (
    <>
      <h3>{t('one.timeline')}</h3>
      <ol className="timeline">
        {timeline.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at.toISOString()}>{clockTime(event.at)}</time>
            <span>
              {person.attempts.length > 1 && `${t('one.attempt', { number: numbers.get(event.attemptId) ?? 1 })} · `}
              <EventText event={event} />
            </span>
          </li>
        ))}
      </ol>
      <p className="row-note">{t('one.timelineNote')}</p>
    </>
  )
}

/** With seconds: what came first is what somebody wants to know. */
function clockTime(at: Date): string {
  return `${timeOfDay(at)}:${at.toISOString().slice(17, 19)}`
}

const kinds = [
  ...(['opened', 'takenOver', 'hidden', 'pasted', 'offline', 'clockMoved', 'extended', 'reopened'] as const),
  ...(['voided', 'fileLoaded'] as const),
  ...(['submitted', 'expired'] as const),
] as const

function EventText({ event: { kind, detail } }: { event: TimelineEvent }) {
  const t = useT(texts)
  const locale = useLocale()
  const known = kinds.find((one) => one === kind)
  if (!known) return <>{kind}</>
  const time = known === 'extended' || known === 'reopened' ? formatMoment(new Date(detail), locale) : ''
  return <>{t(`event.${known}`, { seconds: detail, time })}</>
}

function ExtendForm({ person, refused }: Pick<RoomPersonProps, 'person' | 'refused'>) {
  const t = useT(texts)
  const own = refused?.intent === 'extend' ? refused : undefined
  const errorOf = useFieldErrors(own?.errors)
  const later = new Date(person.endsAt.getTime() + 10 * 60_000)
  return (
    <Form method="post" className="form" preventScrollReset>
      <h3>{t('one.extend', { name: person.name })}</h3>
      <input type="hidden" name="personId" value={person.personId} />
      <Field
        name="until"
        type="datetime-local"
        label={t('one.until')}
        help={t('one.untilHelp')}
        error={errorOf('until')}
        defaultValue={typed(own?.values, 'until', localMoment(later))}
        required
      />
      <ReasonField label={t('act.reason')} refused={own} />
      <SubmitButton intent="extend" kind="plain">
        {t('act.extend')}
      </SubmitButton>
    </Form>
  )
}

/** A paper that is in is open again: until the end she had, or for ten minutes, within her window. */
function ReopenForm({ room, person, refused }: Pick<RoomPersonProps, 'room' | 'person' | 'refused'>) {
  const t = useT(texts)
  const own = refused?.intent === 'reopen' ? refused : undefined
  const errorOf = useFieldErrors(own?.errors)
  const { current, endsAt } = person
  const soon = new Date(Math.max(current?.deadlineAt.getTime() ?? 0, room.now.getTime() + 10 * 60_000))
  return (
    <details className="confirm" open={own?.errors !== undefined || undefined}>
      <summary className="button" data-kind="plain">
        {t('one.reopen', { number: current?.number ?? 1 })}
      </summary>
      <Form method="post" className="form" preventScrollReset>
        <p>{t('one.reopenQuestion')}</p>
        <input type="hidden" name="attemptId" value={current?.attemptId ?? ''} />
        <Field
          name="until"
          type="datetime-local"
          label={t('one.reopenUntil')}
          error={errorOf('until')}
          defaultValue={typed(own?.values, 'until', localMoment(soon < endsAt ? soon : endsAt))}
          required
        />
        <ReasonField label={t('act.reason')} refused={own} />
        <SubmitButton intent="reopen" kind="plain">
          {t('one.reopen', { number: current?.number ?? 1 })}
        </SubmitButton>
      </Form>
    </details>
  )
}

type VoidFormProps = Pick<RoomPersonProps, 'person' | 'refused'> & { attemptId: string }

function VoidForm({ person, attemptId, refused }: VoidFormProps) {
  const t = useT(texts)
  const own = refused?.intent === 'void' ? refused : undefined
  const errorOf = useFieldErrors(own?.errors)
  const name = t('one.void', { number: person.current?.number ?? 1 })
  return (
    <details className="confirm" open={own?.errors !== undefined || undefined}>
      <summary className="button" data-kind="danger">
        {name}
      </summary>
      <Form method="post" className="form" preventScrollReset>
        <p>{t('one.voidQuestion')}</p>
        <input type="hidden" name="attemptId" value={attemptId} />
        <ReasonField label={t('one.voidReason')} refused={own} />
        <Field
          name="until"
          type="datetime-local"
          label={t('one.voidUntil')}
          error={errorOf('until')}
          defaultValue={typed(own?.values, 'until')}
          isOptional
        />
        <SubmitButton intent="void" kind="irreversible">
          {name}
        </SubmitButton>
      </Form>
    </details>
  )
}
