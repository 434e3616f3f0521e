import { killWhileWriting } from './kill.ts'
import type { Proof } from './proof.ts'

const proof: Proof = {
  promise: 'kill -9 while writing, 50 times on one file: no acknowledged fact missing, none half written, no damage',
  run: async () => {
    const { kills, acknowledged, missing, torn, damaged } = await killWhileWriting(50, 2)
    return {
      kept: missing + torn + damaged === 0,
      figure: `${missing} missing of ${acknowledged}, ${torn} torn, ${damaged} damaged after ${kills} kills`,
    }
  },
}

export default proof
