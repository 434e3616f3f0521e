import { expect, test } from 'vitest'
import { createTwoCohorts } from '#tests/support/cohorts.ts'
import { useDatabase } from '#tests/support/db.ts'
import { createOrganisation, createPerson } from '#tests/support/people.ts'
import { answerOf, routeArgs } from '#tests/support/routes.ts'
import { argon2Passwords } from '~/modules/identity/password-hash.server.ts'
import { db } from '~/platform/db.server.ts'
import { countQueries } from '~/platform/db-queries.server.ts'
import * as personRoute from '../../app/routes/admin.people.$personId.tsx'
import * as codeRoute from '../../app/routes/code.tsx'
import * as membersRoute from '../../app/routes/cohorts.$cohortId.members.tsx'
import * as localeRoute from '../../app/routes/locale.ts'
import * as loginRoute from '../../app/routes/login.tsx'
import * as logoutRoute from '../../app/routes/logout.ts'
import * as profileRoute from '../../app/routes/profile.tsx'

useDatabase()

type RouteArgs = ReturnType<typeof routeArgs>
const secret = '下雨天去张奶奶家喝茶'

async function personWithPassword(username: string, roles: 'trainee'[] | 'coordinator'[] = ['trainee']) {
  const person = await createPerson({ username, roles })
  const passwordHash = await argon2Passwords.hash(secret)
  await db.write((tx) => tx.person.update({ where: { id: person.personId }, data: { passwordHash } }))
  return person
}

function signIn(username: string, password: string, next = '') {
  const args = routeArgs({ actor: null, path: '/login', form: { username, password, next } })
  return keepingCookies(args, loginRoute.action)
}

/** Asks a route, and keeps the cookies that it sets whatever it answers. */
async function keepingCookies(args: RouteArgs, route: (args: RouteArgs) => Promise<unknown>) {
  const cookies: string[] = []
  const context = { ...args.context, setCookie: (cookie: string) => void cookies.push(cookie) }
  return { ...(await answerOf(route({ ...args, context }))), cookies }
}

test('signing in leads to where she was going, and only within the site', async () => {
  await personWithPassword('xueyuan1')

  expect(await signIn('xueyuan1', secret, '/lessons/x?a=1')).toMatchObject({ status: 302, location: '/lessons/x?a=1' })
  expect(await signIn('xueyuan1', secret, 'https://evil.example/')).toMatchObject({ location: '/today' })
  expect(await signIn('xueyuan1', secret, '//evil.example/')).toMatchObject({ location: '/today' })
  const { cookies } = await signIn('xueyuan1', secret)
  expect(cookies).toEqual([expect.stringMatching(/^sid=[a-z2-7]{40}; .*HttpOnly/)])
})

test('nobody, a wrong password and a suspended person get the same answer in the same number of queries', async () => {
  await personWithPassword('known')
  const gone = await personWithPassword('gone')
  await db.write((tx) => tx.person.update({ where: { id: gone.personId }, data: { suspendedAt: new Date() } }))
  const ask = (username: string) => countQueries(() => signIn(username, 'not the password'))

  const answers = [await ask('known'), await ask('nobody'), await ask('gone')]

  for (const { result, statements } of answers) {
    expect(result).toMatchObject({ status: 422, cookies: [], data: { errors: { '': 'signInWrong' } } })
    expect(statements).toHaveLength(answers[0]?.statements.length ?? 0)
  }
})

test('what was typed comes back, but never a password', async () => {
  const { data, status } = await signIn('somebody', 'my secret password')

  expect(status).toBe(422)
  expect(data).toMatchObject({ values: { username: 'somebody' } })
  expect(JSON.stringify(data)).not.toContain('my secret password')
})

test('after five wrong guesses she is told how long to wait', async () => {
  await personWithPassword('known')
  for (let at = 0; at < 5; at += 1) await signIn('known', `wrong number ${at}`)

  expect(await signIn('known', secret)).toMatchObject({ status: 429, data: { wait: 1 } })
})

test('a code that is none says so without saying why', async () => {
  const form = { code: 'ABCD-2345', password: 'lantern-otter-gravel' }

  const answer = await answerOf(codeRoute.action(routeArgs({ actor: null, path: '/code', form })))

  expect(answer).toMatchObject({ status: 422, data: { errors: { code: 'codeInvalid' } } })
})

test('nothing is signed out by a link', async () => {
  const actor = await personWithPassword('known')
  await signIn('known', secret)

  expect(await answerOf(logoutRoute.loader(routeArgs({ actor, path: '/logout' })))).toMatchObject({ location: '/' })
  expect(await db.read.session.count()).toBe(1)
})

test('signing out empties the device, unless somebody’s answers that could not be sent are to stay', async () => {
  const clearedBy = async (path: string) => {
    const actor = await createPerson()
    const response = await logoutRoute.action(routeArgs({ actor, path, form: {} }))
    return response.headers.get('Clear-Site-Data')
  }
  expect(await clearedBy('/logout')).toBe('"storage"')
  expect(await clearedBy('/logout?keep')).toBeNull()
})

test('the language is kept in the browser and with the person', async () => {
  const actor = await createPerson()
  const args = routeArgs({ actor, path: '/locale', form: { locale: 'en', next: '/today' } })

  const answer = await keepingCookies(args, localeRoute.action)

  expect(answer).toMatchObject({ status: 302, location: '/today' })
  expect(answer.cookies).toEqual([expect.stringMatching(/^locale=en; Path=\/; /)])
  expect(await db.read.person.findFirst({ select: { locale: true } })).toEqual({ locale: 'en' })
})

test('a saved profile is shown anew; a refused one says what to change', async () => {
  const actor = await createPerson({ name: '林小满' })
  const save = (form: Record<string, string>) =>
    answerOf(profileRoute.action(routeArgs({ actor, path: '/profile', form })))

  expect(await save({ intent: 'name', name: '林晓曼' })).toMatchObject({ status: 302, location: '/profile?saved=name' })
  expect(await save({ intent: 'name', name: '123456' })).toMatchObject({
    status: 422,
    data: { intent: 'name', errors: { name: 'nameInvalid' }, values: { name: '123456' } },
  })
  expect(await save({ intent: 'reading', theme: 'pink', locale: 'en' })).toMatchObject({ status: 422 })
  const { searchText } = await db.read.person.findFirstOrThrow()
  expect(searchText).toContain('linxiaoman')
})

test('fields that a form does not have change nothing', async () => {
  const actor = await createPerson()
  const form = { intent: 'name', name: '林晓曼', roles: 'administrator', organisationId: 'x', personId: 'y' }

  const { status } = await answerOf(profileRoute.action(routeArgs({ actor, path: '/profile', form })))

  expect(status).toBe(422)
  expect(await db.read.person.findFirst({ select: { name: true } })).toEqual({ name: '林小满' })
})

test('a broken form on a cohort that is not hers is not found, like the cohort', async () => {
  const { otherCoordinator, coordinator, cohortId } = await createTwoCohorts()
  const post = (actor: typeof coordinator, form: Record<string, string>) =>
    answerOf(
      membersRoute.action(routeArgs({ actor, path: `/cohorts/${cohortId}/members`, params: { cohortId }, form })),
    )

  expect(await post(otherCoordinator, { intent: 'remove' })).toMatchObject({ status: 404 })
  expect(await post(coordinator, { intent: 'remove' })).toMatchObject({
    status: 422,
    data: { errors: { personIds: 'noneChosen' } },
  })
})

test('a list is looked at, then carried out, and its codes are in the answer to that act alone', async () => {
  const { coordinator, cohortId } = await createTwoCohorts()
  await createOrganisation({ name: '青檐社区', kind: 'community' })
  const form = { text: '许星禾,13912345678,青檐社区', defaultOrganisationId: '' }
  const at = { actor: coordinator, path: `/cohorts/${cohortId}/members`, params: { cohortId } }
  const post = (intent: string) => answerOf(membersRoute.action(routeArgs({ ...at, form: { ...form, intent } })))

  expect(await post('preview')).toMatchObject({ data: { plan: [{ kind: 'create' }], values: { text: form.text } } })
  const { data } = await post('import')
  expect(data).toMatchObject({ news: { kind: 'imported', codes: [{ name: '许星禾' }] } })
  const code = /"code":"(.{9})"/.exec(JSON.stringify(data))?.[1] ?? 'no code'
  expect(code).toMatch(/^\w{4}-\w{4}$/)
  expect(await post('import')).toMatchObject({ data: { news: { kind: 'imported', codes: [] } } })
  const page = await answerOf(membersRoute.loader(routeArgs(at)))
  expect(JSON.stringify(page.data)).not.toContain(code)
})

test('the last administrator is told why she stays', async () => {
  const actor = await createPerson({ roles: ['administrator'] })
  const { personId } = actor
  const form = { intent: 'roles', roles: 'mentor' }

  const answer = await answerOf(
    personRoute.action(routeArgs({ actor, path: `/admin/people/${personId}`, params: { personId }, form })),
  )

  expect(answer).toMatchObject({ status: 422, data: { fault: 'self' } })
})
