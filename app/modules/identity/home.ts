import { paths } from '~/paths.ts'
import type { Role } from './actor.ts'

/** Where somebody's day begins. With several roles, the one that others wait for comes first. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.includes('coordinator')) return paths.cohorts()
  if (roles.includes('mentor')) return paths.mentor()
  if (roles.includes('administrator')) return paths.admin()
  return paths.today()
}
