import { roles } from './actor.ts'
import type { PeopleQuery } from './people.server.ts'

/** The people that an address asks for; what it says wrongly it does not say. */
export function peopleQuery(search: URLSearchParams): PeopleQuery {
  const page = Number(search.get('page') ?? '1')
  return {
    search: (search.get('q') ?? '').trim().slice(0, 60),
    role: roles.find((role) => role === search.get('role')) ?? null,
    organisationId: search.get('organisation') || null,
    standing: search.get('standing') === 'suspended' ? 'suspended' : 'active',
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  }
}
