import { loadContentLibrary } from '../app/modules/content/library.server.ts'
import type { Role } from '../app/modules/identity/actor.ts'
import { argon2Passwords } from '../app/modules/identity/password-hash.server.ts'
import { nameKeys } from '../app/modules/identity/person-names.server.ts'
import { addDays, dayOf } from '../app/platform/calendar.ts'
import { clock } from '../app/platform/clock.ts'
import { connectDatabase, db, disconnectDatabase, type Tx } from '../app/platform/db.server.ts'
import { requireEnv } from '../app/platform/env.server.ts'
import { openMasterKey } from '../app/platform/master-key.server.ts'
import { seededRandom } from '../app/platform/random.ts'
import { seedBank } from './demo-bank.ts'
import { type DemoTrainee, demoPassword, demoTrainees, organisations, staff } from './demo-centre.ts'
import { seedDiaries } from './demo-diaries.ts'
import { seedExams } from './demo-exams.ts'
import { seedHanded } from './demo-handed.ts'
import { seedLearning } from './demo-learning.ts'
import { seedPapers } from './demo-papers.ts'
import { seedSittings } from './demo-sittings.ts'
import { migrate } from './migrate.ts'

/*
 * Loads the demo centre into an empty site; a site that has people is left alone. People and cohorts are written as rows,
 * because no use case sets somebody else's password; what they learn goes through the use cases.
 */
const cohorts = {
  first: {
    id: 'demo-cohort-1',
    name: '乔头堡计划 · 第一期',
    coordinator: 'banzhuren1',
    mentors: ['daoshi1', 'daoshi2', 'daoshi3', 'daoshi4', 'daoshi5'],
  },
  second: { id: 'demo-cohort-2', name: '乔头堡计划 · 第二期', coordinator: 'banzhuren2', mentors: ['daoshi6'] },
} as const
const trackId = 'jiben-lilun'
const weeksAgo = 8

const env = requireEnv()
const now = clock.now()
await migrate(env.databaseUrl)
await connectDatabase(env.databaseUrl)
openMasterKey(env.dataDir)
await loadContentLibrary({ isHot: false })
const isEmpty = (await db.read.person.count()) === 0
if (isEmpty) {
  const trainees = demoTrainees(seededRandom(20_261_123))
  const startsOn = addDays(dayOf(now), -7 * weeksAgo)
  const passwordHash = await argon2Passwords.hash(demoPassword)
  await db.write((tx) => seedPeople(tx, trainees, passwordHash))
  await db.write((tx) => seedCohorts(tx, trainees, startsOn))
  await seedLearning(trainees, trackId, startsOn, now)
  await seedBank(now)
  await seedSittings(trainees, now)
  await seedPapers(now)
  await seedExams(trainees, now)
  await seedHanded(trainees, now)
  await seedDiaries(trainees, now)
}
if (env.isDemo) console.log(welcome(env.origins[0] ?? ''))
await disconnectDatabase()

async function seedPeople(tx: Tx, trainees: readonly DemoTrainee[], passwordHash: string): Promise<void> {
  await tx.organisation.createMany({ data: organisations.map((organisation) => ({ ...organisation, createdAt: now })) })
  const everybody = [...staff, ...trainees.map((trainee) => ({ ...trainee, roles: ['trainee'] as const }))]
  await tx.person.createMany({
    data: everybody.map(({ username, name, organisationId }) => ({
      id: idOf(username),
      username,
      phone: null,
      name,
      ...nameKeys({ name, username, phone: null }),
      organisationId,
      passwordHash,
      locale: 'zh-CN',
      theme: 'system',
      largePrint: false,
      suspendedAt: null,
      createdAt: now,
    })),
  })
  await tx.personRole.createMany({
    data: everybody.flatMap(({ username, roles }) =>
      roles.map((role: Role) => ({ personId: idOf(username), role, grantedAt: now })),
    ),
  })
}

async function seedCohorts(tx: Tx, trainees: readonly DemoTrainee[], startsOn: string): Promise<void> {
  for (const [key, { id, name, coordinator, mentors }] of Object.entries(cohorts)) {
    const members = trainees.filter(({ cohort }) => cohort === key)
    const since = new Date(`${startsOn}T00:00:00Z`)
    await tx.cohort.create({ data: { id, name, startsOn, endsOn: addDays(startsOn, 7 * 20), createdAt: since } })
    await tx.cohortStaff.createMany({
      data: [
        { cohortId: id, personId: idOf(coordinator), post: 'coordinator', since },
        ...mentors.map((mentor) => ({ cohortId: id, personId: idOf(mentor), post: 'mentor', since })),
      ],
    })
    await tx.cohortMember.createMany({
      data: members.map(({ username }) => ({ cohortId: id, personId: idOf(username), joinedAt: since })),
    })
    await tx.mentorship.createMany({
      data: members.map(({ username, mentor }) => ({
        cohortId: id,
        traineeId: idOf(username),
        mentorId: idOf(mentor),
        since,
      })),
    })
    await tx.cohortTrack.create({
      data: { cohortId: id, trackId, assignedBy: idOf(coordinator), assignedAt: since, dueOn: addDays(dayOf(now), 40) },
    })
  }
}

/** Ids of the demo's people follow their usernames, so that guides, tests and benches can name their pages. */
function idOf(username: string): string {
  return `demo-${username}`
}

function welcome(origin: string): string {
  return `
  育才演示中心 Yucai demo centre: ${origin}

  学员 trainees        xueyuan1 … xueyuan60
  导师 mentors         daoshi1 … daoshi6
  班主任 coordinators  banzhuren1, banzhuren2
  管理员 administrator admin
  密码 password        ${demoPassword}
`
}
