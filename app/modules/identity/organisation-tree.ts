/*
 * 街道 → 社区 → 机构. A street stands at the top; a community belongs to a street; an agency to either, to another agency, or
 * to nobody (a centre of its own).
 */
export const organisationKinds = ['street', 'community', 'agency'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export type OrganisationRow = {
  readonly id: string
  readonly parentId: string | null
  readonly kind: OrganisationKind
  readonly name: string
}

/** With how deep it stands; parents before their children. */
export type TreeRow<Row extends OrganisationRow> = Row & { readonly depth: number }

const parentsOf: Readonly<Record<OrganisationKind, readonly (OrganisationKind | null)[]>> = {
  street: [null],
  community: ['street', null],
  agency: ['street', 'community', 'agency', null],
}

export function mayStandBelow(kind: OrganisationKind, parent: OrganisationKind | null): boolean {
  return parentsOf[kind].includes(parent)
}

/** Depth first, siblings by name; what hangs on a missing parent stands at the top rather than vanishing. */
export function asTree<Row extends OrganisationRow>(rows: readonly Row[]): readonly TreeRow<Row>[] {
  const known = new Set(rows.map((row) => row.id))
  const parentOf = (row: Row) => (row.parentId !== null && known.has(row.parentId) ? row.parentId : null)
  const below = (parentId: string | null, depth: number): readonly TreeRow<Row>[] =>
    rows
      .filter((row) => parentOf(row) === parentId)
      .sort(byKindThenName)
      .flatMap((row) => [{ ...row, depth }, ...below(row.id, depth + 1)])
  return below(null, 0)
}

/** The organisation itself and all below it. */
export function withAllBelow(rows: readonly OrganisationRow[], id: string): readonly string[] {
  const children = rows.filter((row) => row.parentId === id)
  return [id, ...children.flatMap((child) => withAllBelow(rows, child.id))]
}

export type MoveFault = 'cycle' | 'kind'

/** What forbids hanging `id` below `parentId`, or null. */
export function moveFault(rows: readonly OrganisationRow[], id: string, parentId: string | null): MoveFault | null {
  const kindOf = (wanted: string) => rows.find((row) => row.id === wanted)?.kind
  const kind = kindOf(id)
  if (parentId !== null && withAllBelow(rows, id).includes(parentId)) return 'cycle'
  const parentKind = parentId === null ? null : kindOf(parentId)
  return kind !== undefined && parentKind !== undefined && mayStandBelow(kind, parentKind) ? null : 'kind'
}

/** The organisation that a pasted name means: by its whole name, or by one that only one organisation begins or ends with. */
export function findByName<Row extends OrganisationRow>(rows: readonly Row[], name: string): Row | 'none' | 'several' {
  const wanted = plain(name)
  if (wanted === '') return 'none'
  const same = rows.filter((row) => plain(row.name) === wanted)
  const alike = rows.filter((row) => plain(row.name).startsWith(wanted) || plain(row.name).endsWith(wanted))
  const [only, ...others] = same.length > 0 ? same : alike
  if (!only) return 'none'
  return others.length > 0 ? 'several' : only
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}

function byKindThenName(a: OrganisationRow, b: OrganisationRow): number {
  const kinds = organisationKinds.indexOf(a.kind) - organisationKinds.indexOf(b.kind)
  if (kinds !== 0) return kinds
  if (a.name === b.name) return 0
  return a.name < b.name ? -1 : 1
}
