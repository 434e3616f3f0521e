import { killWhileBackingUp } from './backup.ts'
import type { Proof } from './proof.ts'

const proof: Proof = {
  promise: 'kill -9 while a backup is written, 50 times: nothing half is ever restored',
  run: async () => {
    const { kills, restored, refused, accepted } = await killWhileBackingUp(50, 2)
    return {
      kept: accepted === 0 && refused > 0,
      figure: `${accepted} half ones accepted after ${kills} kills (${refused} refused, ${restored} whole)`,
    }
  },
}

export default proof
