import type { Actor } from '~/modules/identity/actor.ts'
import { has } from '~/modules/identity/permissions.ts'

/*
 * Who sees and does what with cohorts and the people in them. Everything else that asks «is she mine?» asks
 * scope.server.ts, which puts these sentences into queries.
 *
 *   A trainee       sees her own learning.
 *   A mentor        sees the learning of the trainees she is assigned, in cohorts that have not been archived, for as long
 *                   as they are members.
 *   A coordinator   sees and arranges the cohorts she coordinates: members, mentors, tracks, and the learning of those who
 *                   are members now. An archived cohort stays readable to her; nothing in it is changed any more.
 *   An administrator creates and archives cohorts, appoints coordinators, and sees all of them. She may open a cohort's sheet
 *                   and a trainee's page, because in a small centre she stands in for whoever is ill. Texts that are written
 *                   to be read by few (diaries, notes) have policies of their own and do not follow this one.
 *
 * A role without the post gives nothing, and neither does a post without the role: one withdraws a coordinator's role, and
 * her cohorts are closed to her at once.
 */
export function mayRunCohorts(actor: Actor): boolean {
  return has(actor, 'coordinator') || has(actor, 'administrator')
}

/** Creates and archives them, and appoints who coordinates. */
export function mayFoundCohorts(actor: Actor): boolean {
  return has(actor, 'administrator')
}

/** Opens pages of trainees other than herself. */
export function maySeeTrainees(actor: Actor): boolean {
  return has(actor, 'mentor') || mayRunCohorts(actor)
}
