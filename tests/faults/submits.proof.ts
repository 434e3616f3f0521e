import type { Proof } from './proof.ts'
import { submitMany } from './submits.ts'

const proof: Proof = {
  promise: '1,000 people hand in twenty times each: 1,000 results, never two open attempts, nothing changes afterwards',
  run: async () => {
    const { attempts, results, facts, doublyOpen, changed, errors } = await submitMany(1_000, 20, 1)
    return {
      kept: attempts === 1_000 && results === 1_000 && facts === 1_000 && doublyOpen + changed + errors === 0,
      figure: `${results} results and ${facts} facts of ${attempts} attempts; ${doublyOpen} doubly open, ${changed} changed, ${errors} errors`,
    }
  },
}

export default proof
