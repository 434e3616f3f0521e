import { Form } from '@remix-run/react'
import { formatMoment } from '~/i18n/format.ts'
import { identity } from '~/i18n/identity.ts'
import { useLocale, useT } from '~/i18n/messages.ts'
import { SubmitButton } from '~/ui/button.tsx'
import { Tag } from '~/ui/tag.tsx'
import type { OwnSession } from './sessions.server.ts'

/** Where somebody is signed in, and how to end what she does not know. */
export function SessionList({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useT(identity)
  return (
    <section className="section mt-10 max-w-measure" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      <p className="mb-3 text-ink-2">{t('sessions.note')}</p>
      <ul className="rows">
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionRow session={session} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" className="mt-4" preventScrollReset>
          <SubmitButton intent="endOthers" kind="plain">
            {t('sessions.endOthers')}
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}

function SessionRow({ session }: { session: OwnSession }) {
  const t = useT(identity)
  const locale = useLocale()
  const device = session.device === '' ? t('sessions.unknown') : session.device
  const times = {
    since: formatMoment(session.createdAt, locale),
    last: formatMoment(session.lastSeenAt, locale),
  }
  return (
    <div className="flex min-h-14 items-center justify-between gap-3 py-2">
      <div>
        <span className="row-title">
          {device} {session.isThisOne && <Tag tone="pine">{t('sessions.this')}</Tag>}{' '}
          {session.isSharedComputer && <Tag>{t('sessions.shared')}</Tag>}
        </span>
        <span className="row-note">{t('sessions.times', times)}</span>
      </div>
      {!session.isThisOne && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="sessionId" value={session.id} />
          <SubmitButton intent="endSession" kind="quiet">
            {t('sessions.end')}
            <span className="sr-only">{t('sessions.endOf', { device })}</span>
          </SubmitButton>
        </Form>
      )}
    </div>
  )
}
