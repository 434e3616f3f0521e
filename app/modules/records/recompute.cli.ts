/**
 * `npm run recompute`: computes the rows that are kept for speed anew from the facts, prints what differed, and writes it.
 * Marks of exams are held against paper, answers and changes of marks, too; what differs there is printed and left.
 * `npm run recompute -- check` only prints. Ends with 1 when anything differed.
 */
import { loadContentLibrary } from '~/modules/content/library.server.ts'
import { clock } from '~/platform/clock.ts'
import { connectDatabase, disconnectDatabase } from '~/platform/db.server.ts'
import { requireEnv } from '~/platform/env.server.ts'
import { recompute } from './recompute.server.ts'

const mend = process.argv[2] !== 'check'
await connectDatabase(requireEnv().databaseUrl)
await loadContentLibrary({ isHot: false })
const found = await recompute(clock.now(), { mend })
for (const { personId, subjectId, what } of found) console.log(`${personId} ${subjectId}: ${what.join(', ')}`)
console.log(`${found.length} differences`)
await disconnectDatabase()
process.exitCode = found.length > 0 ? 1 : 0
