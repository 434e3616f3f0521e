/** `npm run backup`: database and files into $DATA_DIR/backups, proven by loading; may run beside the server. */
import { takeBackup } from './platform/backup.server.ts'
import { readManifest } from './platform/backup-manifest.server.ts'
import { clock } from './platform/clock.ts'
import { requireEnv } from './platform/env.server.ts'

const folder = await takeBackup(requireEnv(), clock.now())
console.log(folder)
const { lost } = readManifest(folder)
if (lost.length > 0) {
  console.error(
    `${lost.length} uploaded files are missing or damaged; the backup has all else. An earlier one may have:`,
  )
  for (const hash of lost) console.error(`  files/${hash.slice(0, 2)}/${hash.slice(2)}`)
  process.exitCode = 1
}
