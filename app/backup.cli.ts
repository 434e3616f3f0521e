/** `npm run backup`: database and files into $DATA_DIR/backups, proven by loading; may run beside the server. */
import { takeBackup } from './platform/backup.server.ts'
import { clock } from './platform/clock.ts'
import { requireEnv } from './platform/env.server.ts'

console.log(await takeBackup(requireEnv(), clock.now()))
