import type { Subject } from '~/modules/questions/subjects.ts'
import { db } from '~/platform/db.server.ts'
import { BlueprintShape } from './blueprint.schema.ts'
import type { Blueprint } from './blueprint.ts'
import { officialBlueprints } from './official-blueprints.server.ts'

/** Official blueprints and the centre's own, the newest year first. */
export async function listBlueprints(subject?: Subject): Promise<readonly Blueprint[]> {
  const rows = await db.read.centreBlueprint.findMany({
    where: { archivedAt: null, ...(subject ? { subject } : {}) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { body: true },
    take: 200,
  })
  const own = rows.flatMap(({ body }) => opened(body))
  const official = officialBlueprints().filter((one) => !subject || one.subject === subject)
  return [...official, ...own].toSorted((a, b) => b.year - a.year)
}

/** The one that a mock exam of a subject follows: the official one of the latest year. */
export function mockBlueprint(subject: Subject): Blueprint | undefined {
  return officialBlueprints()
    .filter((one) => one.subject === subject)
    .toSorted((a, b) => b.year - a.year)[0]
}

export type OfferedBlueprint = { readonly blueprint: Blueprint; readonly updatedAt: Date }

/** The centre's own that trainees may choose for a mock, beside the official one. */
export async function offeredBlueprints(subject: Subject): Promise<readonly OfferedBlueprint[]> {
  const rows = await db.read.centreBlueprint.findMany({
    where: { subject, forMocks: true, archivedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { body: true, updatedAt: true },
    take: 20,
  })
  return rows.flatMap(({ body, updatedAt }) => opened(body).map((blueprint) => ({ blueprint, updatedAt })))
}

function opened(body: string): Blueprint[] {
  const parsed = BlueprintShape.safeParse(JSON.parse(body))
  return parsed.success ? [parsed.data] : []
}
