import { notFound } from '~/platform/errors.ts'
import type { Actor, Role } from './actor.ts'

/*
 * Coarse permissions: may somebody with these roles do this kind of thing at all? Whose things they are is decided in the
 * query of each use case.
 */
export function isSignedIn(_actor: Actor): boolean {
  return true
}

export function mayLearn(actor: Actor): boolean {
  return has(actor, 'trainee')
}

export function mayMentor(actor: Actor): boolean {
  return has(actor, 'mentor')
}

export function mayCoordinate(actor: Actor): boolean {
  return has(actor, 'coordinator')
}

export function mayAdminister(actor: Actor): boolean {
  return has(actor, 'administrator')
}

/** Those who write lessons in the browser. */
export function mayAuthor(actor: Actor): boolean {
  return has(actor, 'coordinator') || has(actor, 'administrator')
}

export function has(actor: Actor, role: Role): boolean {
  return actor.roles.includes(role)
}

/** In a use case: whoever may not is told that there is nothing, as for what does not exist. */
export function demand(isAllowed: boolean): void {
  if (!isAllowed) throw notFound()
}
