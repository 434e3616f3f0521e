import { killWhileMigrating } from './migration.ts'
import type { Proof } from './proof.ts'

const proof: Proof = {
  promise:
    'kill -9 while a migration rebuilds a table with children and a trigger, 20 times: the old or the new database',
  run: async () => {
    const { kills, broken, stuck, ...found } = await killWhileMigrating(20, 2)
    return {
      kept: broken + stuck === 0 && found.old + found.new === kills,
      figure: `${broken} broken, ${stuck} stuck of ${kills} (${found.old} old, ${found.new} new)`,
    }
  },
}

export default proof
