import { db } from '~/platform/db.server.ts'

/** Names of those who wrote and approved. */
export async function authorNames(ids: ReadonlyArray<string | null>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const people = await db.read.person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}
