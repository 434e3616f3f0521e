import { sitTogether } from './exam-crowd.ts'
import type { Proof } from './proof.ts'

const proof: Proof = {
  promise: 'kill -9 of the server 50 times while 300 people sit an exam: no acknowledged answer is missing',
  run: async () => {
    const { missing, acknowledged, unfinished, sound } = await sitTogether({
      ...{ people: 300, saves: 20, everyMs: 10_000, beginMs: 10_000, handInMs: 5_000, kills: 50, seed: 5 },
    })
    return {
      kept: missing + unfinished === 0 && sound,
      figure: `${missing} missing of ${acknowledged} answers, ${unfinished} attempts unfinished after 50 kills`,
    }
  },
}

export default proof
