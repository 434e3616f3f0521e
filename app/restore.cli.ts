/** `npm run restore -- <folder of a backup>`: with the server stopped. Nobody is signed in afterwards. */
import { basename, resolve } from 'node:path'
import { audit } from './modules/audit/audit.server.ts'
import { sealAuditEntries } from './modules/audit/sealer.server.ts'
import { restoreBackup } from './platform/backup-restore.server.ts'
import { clock } from './platform/clock.ts'
import { connectDatabase, db, disconnectDatabase } from './platform/db.server.ts'
import { requireEnv } from './platform/env.server.ts'

const folder = process.argv[2]
if (!folder) {
  console.error('usage: npm run restore -- <folder of a backup>')
  process.exit(64)
}
const env = requireEnv()
const now = clock.now()
const { takenAt, lost } = await restoreBackup(resolve(folder), env, now)
await connectDatabase(env.databaseUrl)
await db.write((tx) =>
  audit(tx, { actor: null, action: 'site.restored', objectType: 'backup', objectId: basename(folder), now }),
)
await sealAuditEntries(now, { thorough: true })
await disconnectDatabase()
console.log(`Restored as of ${takenAt}. Start the server; everybody signs in again.`)
if (lost.length > 0) console.log(`${lost.length} uploaded files were missing already when it was taken.`)
