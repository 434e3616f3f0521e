import type { Locale } from '~/i18n/locale.ts'

/** What somebody does here; one person may have several. 学员 · 导师 · 班主任 · 管理员 */
export const roles = ['trainee', 'mentor', 'coordinator', 'administrator'] as const
export type Role = (typeof roles)[number]

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The person behind a request, read from the database with the session, never from the cookie. */
export type Actor = {
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly roles: readonly Role[]
  /** SHA-256 of the session id: names the session in lists and in the audit, opens nothing */
  readonly sessionId: string
  /** she said so when she signed in: nothing of hers is kept on the device */
  readonly isSharedComputer: boolean
  readonly locale: Locale
  readonly theme: Theme
  readonly largePrint: boolean
}

/** Rows of the database in the order of `roles`; what is none of them is nothing. */
export function rolesIn(rows: readonly { readonly role: string | null }[]): readonly Role[] {
  return roles.filter((role) => rows.some((row) => row.role === role))
}
