/**
 * The process that gets killed: writes facts and, after each acknowledgement, their ids into a file.
 * Usage: kill-writer.ts <database url> <file of acknowledgements> <name of this round> [early]
 * `early`: acknowledges before the write is done, to show that the test would find it out.
 */
import { openSync, writeSync } from 'node:fs'
import { audit } from '~/modules/audit/audit.server.ts'
import { sealAuditEntries } from '~/modules/audit/sealer.server.ts'
import { connectDatabase, db } from '~/platform/db.server.ts'

const [url = '', acknowledgements = '', round = '', manner] = process.argv.slice(2)
const writers = 20
const at = new Date('2026-11-23T02:00:00.000Z')

await connectDatabase(url)
const log = openSync(acknowledgements, 'a')

async function write(writer: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const id = `${round}-${writer}-${n}`
    if (manner === 'early') writeSync(log, `${id}\n`)
    await db.write(async (tx) => {
      const fact = { id, personId: 'p', lessonId: 'l', checkId: 'q', picks: 'x', right: true, answeredAt: at }
      await tx.checkAnswer.create({ data: fact })
      await audit(tx, { actor: null, action: 'check.answered', objectType: 'check', objectId: id, now: at })
    })
    if (manner !== 'early') writeSync(log, `${id}\n`)
    if (writer === 0 && n % 20 === 0) await sealAuditEntries(at)
  }
}

await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
