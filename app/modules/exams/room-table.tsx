import { Link } from '@remix-run/react'
import { formatMoment } from '~/i18n/format.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { sittings as texts } from '~/i18n/sittings.ts'
import { paths } from '~/paths.ts'
import { dayOf, timeOfDay } from '~/platform/calendar.ts'
import { HeadCell, Table, TableEmpty } from '~/ui/table.tsx'
import { StateMark } from '~/ui/tag.tsx'
import { formLetter } from './cohort-sitting.ts'
import { readableScore } from './readable-score.ts'
import { type RoomAttempt, type RoomState, roomStates, seenAt } from './room.ts'
import type { Room, RoomPerson } from './sitting-room.server.ts'

const marks = {
  in: { icon: 'half', tone: 'pine' },
  offline: { icon: 'warn', tone: 'cinnabar' },
  absent: { icon: 'open', tone: 'plain' },
  submitted: { icon: 'done', tone: 'plain' },
  expired: { icon: 'clock', tone: 'plain' },
  voided: { icon: 'stop', tone: 'amber' },
} as const satisfies Record<RoomState, object>

/** The counts on top: how the room stands at a glance. */
export function RoomCounts({ counts }: { counts: Room['counts'] }) {
  const t = useT(texts)
  return (
    <ul className="room-counts">
      {roomStates.map((state) => (
        <li key={state} data-state={state} data-none={counts[state] === 0 || undefined}>
          <span className="figure-number">{counts[state]}</span> {t(`count.${state}`)}
        </li>
      ))}
    </ul>
  )
}

type RoomTableProps = { room: Room; chosen: string | null }

export function RoomTable({ room, chosen }: RoomTableProps) {
  const t = useT(texts)
  if (room.people.length === 0) return <TableEmpty>{t('room.nobody')}</TableEmpty>
  return (
    <Table
      caption={t('room.caption', { count: room.people.length })}
      isCaptionHidden
      isFirstSticky
      head={
        <>
          <HeadCell>{t('room.name')}</HeadCell>
          <HeadCell>{t('room.state')}</HeadCell>
          <HeadCell>{t('room.seen')}</HeadCell>
          <HeadCell align="end">{t('room.answered')}</HeadCell>
          <HeadCell>{t('room.ends')}</HeadCell>
          {room.sitting.paperIds.length > 1 && <HeadCell align="center">{t('room.form')}</HeadCell>}
          <HeadCell align="end">{t('room.signals')}</HeadCell>
          <HeadCell align="end">{t('room.marks')}</HeadCell>
        </>
      }
    >
      {room.people.map((person) => (
        <PersonRow key={person.personId} person={person} room={room} isChosen={person.personId === chosen} />
      ))}
    </Table>
  )
}

function PersonRow({ person, room, isChosen }: { person: RoomPerson; room: Room; isChosen: boolean }) {
  const t = useT(texts)
  const { current, state } = person
  const isOver = state === 'submitted' || state === 'expired'
  const hasOwnEnd = !isOver && (person.isExtended || person.timePercent > 100)
  const hasForms = room.sitting.paperIds.length > 1
  const form = current ? room.sitting.paperIds.indexOf(current.paperId) : -1
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        <Link
          to={`${paths.room(room.cohort.id, room.sitting.id, { person: person.personId })}#person`}
          className="link"
          aria-current={isChosen ? 'true' : undefined}
        >
          {person.name}
        </Link>
      </th>
      <td>
        <StateMark {...marks[state]}>{t(`person.${state}`)}</StateMark>
        <Waits attempt={current} state={state} />
      </td>
      <td>{current && <ShortTime at={seenAt(current)} now={room.now} />}</td>
      <td data-align="end" className="whitespace-nowrap">
        {current && t('room.answeredOf', { count: current.answered })}
      </td>
      <td>
        {(hasOwnEnd || state === 'in' || state === 'offline') && <ShortTime at={person.endsAt} now={room.now} />}
        {hasOwnEnd && <span className="row-note"> {t('room.more')}</span>}
      </td>
      {hasForms && <td data-align="center">{form >= 0 && formLetter(form)}</td>}
      <td data-align="end">{current && current.signals > 0 && current.signals}</td>
      <td data-align="end" className="room-marks">
        <Marks person={person} />
      </td>
    </tr>
  )
}

/** What is still on its way, and what came too late. */
function Waits({ attempt, state }: { attempt: RoomAttempt | null; state: RoomState }) {
  const t = useT(texts)
  if (!attempt) return null
  const isIn = state === 'in' || state === 'offline'
  return (
    <>
      {isIn && attempt.waiting > 0 && (
        <span className="room-waits">{t('room.waiting', { count: attempt.waiting })}</span>
      )}
      {attempt.late > 0 && <span className="room-waits">{t('room.late', { count: attempt.late })}</span>}
    </>
  )
}

function Marks({ person: { best, state } }: { person: RoomPerson }) {
  const t = useT(texts)
  if (!best) return state === 'submitted' ? t('room.pending') : null
  return (
    <>
      {readableScore(best.halfPoints ?? 0)}{' '}
      <span className="row-note">{t(best.passed ? 'room.passed' : 'room.failed')}</span>
    </>
  )
}

/** The time, with its day when that is not today: the column stays narrow. */
export function ShortTime({ at, now }: { at: Date; now: Date }) {
  const locale = useLocale()
  return <time dateTime={at.toISOString()}>{dayOf(at) === dayOf(now) ? timeOfDay(at) : formatMoment(at, locale)}</time>
}
