import type { Role } from './actor.ts'

/*
 * How long a session lives: the idle limit moves with use, the absolute one never does. Who may change others' things is
 * asked for her password more often than who only learns; at a shared computer everybody is.
 */
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export type SessionLimits = { readonly idleMs: number; readonly absoluteMs: number }

/** A use is written down at most this often: the one write that a page view may make. */
export const renewEveryMs = 5 * minute

export function sessionLimits(roles: readonly Role[], isSharedComputer: boolean): SessionLimits {
  const isStaff = roles.some((role) => role !== 'trainee')
  const limits = isStaff ? { idleMs: 30 * minute, absoluteMs: 12 * hour } : { idleMs: 12 * hour, absoluteMs: 7 * day }
  return isSharedComputer ? { ...limits, idleMs: Math.min(limits.idleMs, 30 * minute) } : limits
}

export type SessionTimes = {
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly absoluteEndAt: Date
}

/** A session that begins now. */
export function firstTimes(limits: SessionLimits, now: Date): SessionTimes {
  const absoluteEndAt = new Date(now.getTime() + limits.absoluteMs)
  return { createdAt: now, lastSeenAt: now, expiresAt: idleEnd(limits, absoluteEndAt, now), absoluteEndAt }
}

/** The same session after a use at `now`. */
export function renewed(times: SessionTimes, limits: SessionLimits, now: Date): SessionTimes {
  return { ...times, lastSeenAt: now, expiresAt: idleEnd(limits, times.absoluteEndAt, now) }
}

/**
 * The rows say when a session ends; the limits are clamped again when it is read, so that a stricter rule holds at once for
 * sessions that began under a laxer one.
 */
export function isLive(times: SessionTimes, limits: SessionLimits, now: Date): boolean {
  const end = Math.min(
    times.expiresAt.getTime(),
    times.absoluteEndAt.getTime(),
    times.lastSeenAt.getTime() + limits.idleMs,
    times.createdAt.getTime() + limits.absoluteMs,
  )
  return now.getTime() < end
}

export function isDueForRenewal(times: SessionTimes, now: Date): boolean {
  return now.getTime() - times.lastSeenAt.getTime() >= renewEveryMs
}

function idleEnd(limits: SessionLimits, absoluteEndAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + limits.idleMs, absoluteEndAt.getTime()))
}
