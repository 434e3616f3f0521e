import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { defaultLocale, isLocale } from '~/i18n/locale.ts'
import { paths } from '~/paths.ts'
import { db } from '~/platform/db.server.ts'
import { DomainError } from '~/platform/errors.ts'
import { Prisma } from '~/platform/prisma/sqlite/client.ts'
import { instant, text, textOrNull, truth } from '~/platform/raw-row.ts'
import { type Actor, type Role, rolesIn, themes } from './actor.ts'
import { sha256 } from './secrets.server.ts'
import { firstTimes, isDueForRenewal, isLive, renewed, type SessionTimes, sessionLimits } from './session-limits.ts'

/*
 * Sessions, and the only file that knows Lucia. It makes ids, decides when to renew, and writes cookies. Its author has
 * retired it: what would replace it fits into this file.
 *
 * Lucia has one lifetime for everybody, measured by the machine's clock; ours depend on the role and on the request's
 * `now`. So an adapter is made for each request and answers in Lucia's terms: no session; one with plenty of time left; or
 * one with so little that Lucia renews it. It stores only SHA-256 of an id, and gives back the clear one it was asked for,
 * because Lucia renews with, and puts into the cookie, whatever the adapter returns.
 */
export type NewSession = {
  readonly personId: string
  readonly roles: readonly Role[]
  readonly isSharedComputer: boolean
  /** «Chrome, Android»: for the person's own list */
  readonly device: string
}

type SessionAttributes = Omit<NewSession, 'personId'>
type Found = { readonly actor: Actor; readonly times: SessionTimes; readonly isSharedComputer: boolean }

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaWith>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: Actor
  }
}

const lifetime = new TimeSpan(2, 'h')
const idPattern = /^[a-z2-7]{40}$/

export async function readSession(
  request: Request,
  now: Date,
  isSecure: boolean,
): Promise<{ actor: Actor | null; setCookie: string | null }> {
  const cookie = cookieValue(request.headers.get('Cookie'), cookieName(isSecure))
  if (cookie === null) return { actor: null, setCookie: null }
  if (!idPattern.test(cookie)) return { actor: null, setCookie: endedCookie(isSecure) }

  const sessions = sessionsAt(now, { countsAsUse: !isPoll(request) })
  const { session, user } = await luciaWith(sessions, isSecure).validateSession(cookie)
  if (!session) return { actor: null, setCookie: endedCookie(isSecure) }
  const { id: _, ...actor } = user
  return { actor, setCookie: null }
}

/** Begins a session and returns its cookie. Joins a `db.write` around it. */
export async function openSession(person: NewSession, now: Date, isSecure: boolean): Promise<string> {
  const { personId, ...attributes } = person
  const lucia = luciaWith(sessionsAt(now), isSecure)
  const session = await lucia.createSession(personId, attributes)
  const cookie = lucia.createSessionCookie(session.id)
  // At a shared computer the cookie goes with the browser; else it stays as long as a session may last.
  const { absoluteMs } = sessionLimits(person.roles, person.isSharedComputer)
  if (person.isSharedComputer) delete cookie.attributes.maxAge
  else cookie.attributes.maxAge = absoluteMs / 1000
  return cookie.serialize()
}

/** Takes the cookie away. */
export function endedCookie(isSecure: boolean): string {
  return luciaWith(sessionsAt(new Date(0)), isSecure)
    .createBlankSessionCookie()
    .serialize()
}

function luciaWith(adapter: Adapter, isSecure: boolean) {
  return new Lucia<Record<never, never>, Actor>(adapter, {
    sessionExpiresIn: lifetime,
    sessionCookie: { name: cookieName(isSecure), attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
    getUserAttributes: (actor) => actor,
  })
}

/** `__Host-` binds a cookie to https and to this host; over plain http browsers refuse it. */
function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-sid' : 'sid'
}

function cookieValue(header: string | null, name: string): string | null {
  const found = header?.split(';').find((pair) => pair.trimStart().startsWith(`${name}=`))
  return found === undefined ? null : found.slice(found.indexOf('=') + 1).trim()
}

/** A page left open asks for news every few seconds: that is no use of the session by a person. */
function isPoll(request: Request): boolean {
  return new URL(request.url).pathname === paths.live('')
}

function sessionsAt(now: Date, { countsAsUse = true } = {}): Adapter {
  let found: Found | null = null
  return {
    async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      found = await findSession(sha256(id), now)
      if (!found) return [null, null]
      const { actor, times, isSharedComputer } = found
      const share = countsAsUse && isDueForRenewal(times, now) ? 4 : 1
      return [
        {
          id,
          userId: actor.personId,
          expiresAt: new Date(Date.now() + lifetime.milliseconds() / share),
          attributes: { roles: actor.roles, isSharedComputer, device: '' },
        },
        { id: actor.personId, attributes: actor },
      ]
    },
    async updateSessionExpiration(id) {
      if (found) await renew(sha256(id), found, now)
    },
    async setSession({ id, userId, attributes }) {
      const times = firstTimes(sessionLimits(attributes.roles, attributes.isSharedComputer), now)
      await db.write(async (tx) => {
        await tx.session.deleteMany({ where: { expiresAt: { lte: now } } })
        await tx.session.create({
          data: {
            id: sha256(id),
            personId: userId,
            ...times,
            sharedComputer: attributes.isSharedComputer,
            device: attributes.device,
          },
        })
      })
    },
    async deleteSession(id) {
      await db.write((tx) => tx.session.deleteMany({ where: { id: sha256(id) } }))
    },
    async deleteUserSessions(personId) {
      await db.write((tx) => tx.session.deleteMany({ where: { personId } }))
    },
    async deleteExpiredSessions() {
      await db.write((tx) => tx.session.deleteMany({ where: { expiresAt: { lte: now } } }))
    },
    /** Lists are made in sessions.server.ts: clear ids are nowhere to be had. */
    async getUserSessions() {
      return []
    },
  }
}

/** Asked on every request: one query for the session, its person and her roles (a row for each role). */
async function findSession(id: string, now: Date): Promise<Found | null> {
  const rows = await db.rows(Prisma.sql`
    SELECT p."id" AS "personId", p."name", p."organisationId", p."locale", p."theme", p."largePrint", r."role",
           s."createdAt", s."lastSeenAt", s."expiresAt", s."absoluteEndAt", s."sharedComputer"
    FROM "Session" s
    JOIN "Person" p ON p."id" = s."personId"
    LEFT JOIN "PersonRole" r ON r."personId" = p."id"
    WHERE s."id" = ${id} AND s."expiresAt" > ${now} AND p."suspendedAt" IS NULL`)
  const [row] = rows
  if (!row) return null
  const held = rolesIn(rows.map(({ role }) => ({ role: textOrNull(role) })))
  const isSharedComputer = truth(row.sharedComputer)
  const times: SessionTimes = {
    createdAt: instant(row.createdAt),
    lastSeenAt: instant(row.lastSeenAt),
    expiresAt: instant(row.expiresAt),
    absoluteEndAt: instant(row.absoluteEndAt),
  }
  if (!isLive(times, sessionLimits(held, isSharedComputer), now)) return null
  const actor: Actor = {
    personId: text(row.personId),
    name: text(row.name),
    organisationId: text(row.organisationId),
    roles: held,
    sessionId: id,
    isSharedComputer,
    locale: isLocale(row.locale) ? row.locale : defaultLocale,
    theme: themes.find((theme) => theme === row.theme) ?? 'system',
    largePrint: truth(row.largePrint),
  }
  return { actor, times, isSharedComputer }
}

async function renew(id: string, { actor, times, isSharedComputer }: Found, now: Date): Promise<void> {
  const { lastSeenAt, expiresAt } = renewed(times, sessionLimits(actor.roles, isSharedComputer), now)
  try {
    await db.write((tx) =>
      tx.session.updateMany({ where: { id, lastSeenAt: { lt: now } }, data: { lastSeenAt, expiresAt } }),
    )
  } catch (error) {
    // When everybody writes, a page view is not refused for the sake of its own bookkeeping.
    if (!(error instanceof DomainError && error.code === 'busy')) throw error
  }
}
