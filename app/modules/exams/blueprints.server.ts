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
  const own = rows.flatMap(({ body }) => {
    const parsed = BlueprintShape.safeParse(JSON.parse(body))
    return parsed.success ? [parsed.data] : []
  })
  const official = officialBlueprints().filter((one) => !subject || one.subject === subject)
  return [...official, ...own].toSorted((a, b) => b.year - a.year)
}

/** The one that a mock exam of a subject follows: the official one of the latest year. */
export function mockBlueprint(subject: Subject): Blueprint | undefined {
  return officialBlueprints()
    .filter((one) => one.subject === subject)
    .toSorted((a, b) => b.year - a.year)[0]
}
