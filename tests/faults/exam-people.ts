import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSession } from '~/modules/identity/session.server.ts'
import { clock } from '~/platform/clock.ts'
import { connectDatabase, db, disconnectDatabase } from '~/platform/db.server.ts'
import { requireEnv } from '~/platform/env.server.ts'

/* Adds EXAM_PEOPLE signed-in trainees to the demo centre; their cookies stand in exam-people.json. */
const env = requireEnv()
const now = clock.now()
const count = Number(process.env.EXAM_PEOPLE ?? 10)
await connectDatabase(env.databaseUrl)
const cookies: string[] = []
for (let number = 1; number <= count; number++) {
  const personId = `sitter-${number}`
  await db.write((tx) =>
    tx.person.create({
      data: {
        ...{ id: personId, username: personId, name: `考生${number}`, sortKey: personId, searchText: personId },
        ...{ organisationId: 'demo-qingyan', locale: 'zh-CN', theme: 'system', largePrint: false, createdAt: now },
        roles: { create: { role: 'trainee', grantedAt: now } },
      },
    }),
  )
  const session = { personId, roles: ['trainee'], isSharedComputer: false, device: 'crowd' } as const
  cookies.push((await openSession(session, now, false)).split(';')[0] ?? '')
}
writeFileSync(join(env.dataDir, 'exam-people.json'), JSON.stringify(cookies))
await disconnectDatabase()
