import type { OrganisationRow, TreeRow } from './organisation-tree.ts'

/** The tree as options of a list: what stands below is set in. */
export function OrganisationOptions({ choices }: { choices: readonly TreeRow<OrganisationRow>[] }) {
  return choices.map(({ id, name, depth }) => (
    <option key={id} value={id}>
      {'\u3000'.repeat(depth) + name}
    </option>
  ))
}
