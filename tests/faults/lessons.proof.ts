import fc from 'fast-check'
import { faultsOfCompiling, hostileLesson } from '#tests/support/hostile-lessons.ts'
import type { Proof } from './proof.ts'

const texts = 100_000

const proof: Proof = {
  promise: 'a hundred thousand hostile lesson texts: no crash, no node outside of the list, the same twice',
  run: async () => {
    const details = fc.check(
      fc.property(hostileLesson, (source) => faultsOfCompiling(source).length === 0),
      { numRuns: texts },
    )
    const figure = details.failed
      ? `broken by ${JSON.stringify(details.counterexample?.[0])} (seed ${details.seed})`
      : `0 faults in ${details.numRuns.toLocaleString('en')} texts`
    return { kept: !details.failed, figure }
  },
}

export default proof
