import type { Proof } from './proof.ts'
import { openDoor, race } from './race.ts'

const proof: Proof = {
  promise:
    '10,000 plain writes race 10,000 failing transactions: none lost, none seen too early; without the gate some are',
  run: async () => {
    const { acknowledged, lost, phantoms, dirty } = await race(10_000, { overstays: 3 })
    const without = await race(1_000, { gate: openDoor })
    return {
      kept: acknowledged === 10_000 && lost + phantoms + dirty === 0 && without.lost > 0,
      figure: `${lost} lost, ${phantoms} phantoms, ${dirty} dirty reads of ${acknowledged}; without the gate ${without.lost} lost of ${without.acknowledged}`,
    }
  },
}

export default proof
