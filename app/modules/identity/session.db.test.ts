import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/db.ts'
import { db } from '~/platform/db.server.ts'
import { openSession, readSession } from './session.server.ts'

useDatabase()
test('x', async () => {
  const now = new Date('2026-11-23T02:00:00Z')
  await db.write(async (tx) => {
    await tx.organisation.create({ data: { id: 'o', kind: 'agency', name: 'n', createdAt: now } })
    await tx.person.create({
      data: {
        id: 'p',
        username: 'u',
        name: 'n',
        sortKey: '',
        searchText: '',
        organisationId: 'o',
        locale: 'zh-CN',
        theme: 'dark',
        largePrint: true,
        createdAt: now,
      },
    })
    await tx.personRole.create({ data: { personId: 'p', role: 'trainee', grantedAt: now } })
  })
  const cookie = await openSession(
    { personId: 'p', roles: ['trainee'], isSharedComputer: false, device: 'x' },
    now,
    false,
  )
  console.log(cookie)
  const request = new Request('http://x/', { headers: { Cookie: cookie.split(';')[0] ?? '' } })
  console.log(await db.read.$queryRaw`select * from "Session"`)
  console.log(await readSession(request, now, false))
  const t = performance.now()
  for (let i = 0; i < 2000; i++) await readSession(request, now, false)
  console.log((performance.now() - t) / 2, 'us')
})
