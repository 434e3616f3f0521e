import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBlankDatabase } from '#tests/support/db.ts'
import { type RunningSite, startSite } from '#tests/support/site.ts'
import { type ActorName, actors, letterOf, mirrored } from './actors.ts'
import { acts } from './acts.ts'
import { type Answer, ask, letterFor, type Question } from './asking.ts'
import { keyFields } from './exam-canaries.ts'
import { changedBetween, fingerprint } from './fingerprint.ts'
import { type ActionRow, type LoaderRow, loaders } from './matrix.ts'
import { builtRoutes } from './route-manifest.ts'
import { makeWorld, nowhere, type Places, secondWorld, type World } from './world.ts'

/*
 * Everybody asks everything of the built site: each loader as a page and alone, each intent of each action, and what comes
 * back is searched for secrets that are not the reader's. The tests run in this order, on one world.
 */
const longTest = 300_000

let database: Awaited<ReturnType<typeof createBlankDatabase>>
let site: RunningSite
let world: World
let cases = 0
const leaks = new Set<string>()

beforeAll(async () => {
  database = await createBlankDatabase()
  site = await startSite({ seed: true, env: { DATABASE_URL: database.url } })
  world = await makeWorld(site.origin)
}, longTest)

afterAll(async () => {
  world?.remove()
  await site?.stop()
  await database?.remove()
})

test('every loader and every action has a row, and every row a route', () => {
  const routes = builtRoutes()
  const withLoader = routes.filter(({ hasLoader }) => hasLoader).map(({ id }) => id)
  const withAction = routes.filter(({ hasAction }) => hasAction).map(({ id }) => id)
  expect([...new Set(loaders.map(({ route }) => route))].toSorted()).toEqual(withLoader.toSorted())
  expect([...new Set(acts.map(({ route }) => route))].toSorted()).toEqual(withAction.toSorted())
  for (const { verdict, path } of [...loaders, ...acts]) expect(verdict, path).toMatch(/^[YLNRG]{10}$/)
})

test(
  'loaders, as a page and alone, in both cohorts; reading changes nothing',
  async () => {
    const before = await fingerprint(database.url)
    const second = secondWorld(world.places)
    const wrong: string[] = []
    for (const row of loaders) {
      wrong.push(...(await askEverybody(row, world.places)))
      if (isMirrored(row)) {
        wrong.push(...(await askEverybody({ ...row, verdict: mirrored(row.verdict) }, second)))
      }
    }
    expect(wrong).toEqual([])
    expect(changedBetween(before, await fingerprint(database.url))).toEqual([])
  },
  longTest,
)

test(
  'what is not yours answers like what does not exist',
  async () => {
    const told: string[] = []
    for (const row of loaders.filter(({ path, verdict }) => /\{(?!\w+Token)/.test(path) && verdict.includes('N'))) {
      const missing = missingFor(row)
      // Beside a stranger's name stands a page that is hers, and says what time it is: there only the answer itself is compared.
      const dataOf = row.path.includes('{outsider}') ? row.route : undefined
      const strangers = refused(row).map(async (actor) => {
        const [there, gone] = await Promise.all([
          say(actor, { path: filled(row.path, world.places), dataOf }),
          say(actor, { path: filled(row.path, missing), dataOf }),
        ])
        return bare(there, world.places) === bare(gone, missing) ? [] : [`${actor} ${row.path}`]
      })
      const readers = actors.filter((one) => 'YN'.includes(letterOf(row.verdict, one)))
      const astray = readers.map(async (actor) => {
        const { status } = await say(actor, { path: filled(row.path, missing) })
        return status === 404 ? [] : [`${actor} ${row.path}, which does not exist: ${status}`]
      })
      told.push(...(await Promise.all([...strangers, ...astray])).flat())
    }
    for (const row of acts.filter(({ path, verdict }) => /\{(?!\w+Token)/.test(path) && verdict.includes('N'))) {
      const missing = missingFor(row)
      const strangers = refused(row).map(async (actor) => {
        const [there, gone] = await Promise.all([act(actor, row, world.places), act(actor, row, missing)])
        return bare(there, world.places) === bare(gone, missing) ? [] : [`${actor} posts to ${row.path}`]
      })
      told.push(...(await Promise.all(strangers)).flat())
    }
    expect(told).toEqual([])
  },
  longTest,
)

test(
  'posts that do not come from our own pages are refused and change nothing',
  async () => {
    const before = await fingerprint(database.url)
    const forged: ReadonlyArray<{ headers: Record<string, string>; status: number }> = [
      { headers: { Origin: 'https://elsewhere.example' }, status: 403 },
      { headers: { Origin: 'null' }, status: 403 },
      { headers: { 'Sec-Fetch-Site': 'cross-site' }, status: 403 },
      { headers: { 'Sec-Fetch-Site': 'same-site' }, status: 403 },
      { headers: { 'Content-Type': 'text/plain' }, status: 415 },
    ]
    const accepted: string[] = []
    for (const row of acts) {
      const actor = actors.find((one) => one !== 'visitor' && letterOf(row.verdict, one) === 'Y') ?? 'administrator'
      const asked = forged.flatMap((one) => [undefined, row.route].map((dataOf) => ({ ...one, dataOf })))
      const answers = await Promise.all(
        asked.map(async ({ headers, status, dataOf }) => {
          const answer = await act(actor, row, world.places, { headers, dataOf })
          return answer.status === status ? [] : [`${row.path} ${JSON.stringify(headers)}: ${answer.status}`]
        }),
      )
      accepted.push(...answers.flat())
    }
    expect(accepted).toEqual([])
    expect(changedBetween(before, await fingerprint(database.url))).toEqual([])
  },
  longTest,
)

test('what lies before somebody in an open attempt is among the secrets: its explanations, and what its markers look for', () => {
  const count = (name: string) => world.canaries.filter(({ what }) => what === name).length
  // A national paper of 80 items, and the written answers of two more.
  expect(count('examExplanation')).toBeGreaterThan(70)
  expect(count('examKey')).toBeGreaterThan(20)
})

test('before she has answered, a right option looks like a wrong one', async () => {
  for (const path of ['/lessons/{published}', '/documents/{publishedHash}']) {
    const { text } = await say('classmate', { path: filled(path, world.places) })
    const options = [...text.matchAll(/<label class="check-option">.*?<\/label>/g)].map(([label]) => label)
    const plain = options.map((label) => label.replace(/value="[\w-]+"|>[^<]*</g, ''))
    expect(options, path).toHaveLength(2)
    expect(new Set(plain).size, path).toBe(1)
  }
})

test(
  'actions, intent by intent: those who may not change nothing',
  async () => {
    const wrong: string[] = []
    const refusedRows = acts.filter(({ route }) => route !== 'routes/logout')
    const refuse = async (row: ActionRow) => {
      const others = actors.filter((one) => letterOf(row.verdict, one) !== 'Y')
      const asked = others.flatMap((actor) => [undefined, row.route].map((dataOf) => ({ actor, dataOf })))
      const answers = await Promise.all(
        asked.map(async ({ actor, dataOf }) => misjudged(actor, row, await act(actor, row, world.places, { dataOf }))),
      )
      wrong.push(...answers.flat())
    }
    const before = await fingerprint(database.url)
    for (const row of refusedRows) await refuse(row)
    let now = await fingerprint(database.url)
    expect(wrong).toEqual([])
    if (changedBetween(before, now).length === 0) return
    // Who was it? The whole state is read twice a row only to say so.
    for (const row of refusedRows) {
      const last = now
      await refuse(row)
      now = await fingerprint(database.url)
      const changed = changedBetween(last, now)
      if (changed.length > 0) wrong.push(`${nameOf(row)}: somebody who may not has changed ${changed.join(', ')}`)
    }
    expect([...wrong, ...changedBetween(before, now)]).toEqual([])
  },
  longTest,
)

test(
  'actions, intent by intent: those who may',
  async () => {
    const wrong: string[] = []
    for (const row of acts) {
      const [may, mayNot] = [
        actors.filter((actor) => letterOf(row.verdict, actor) === 'Y'),
        actors.filter((actor) => letterOf(row.verdict, actor) !== 'Y'),
      ]
      for (const actor of row.route === 'routes/logout' ? mayNot : may) {
        const answer = await act(actor, row, world.places)
        const letter = [303, 422].includes(answer.status) || letterFor(answer) === 'R' ? 'Y' : letterFor(answer)
        if (letter !== letterOf(row.verdict, actor)) wrong.push(sentence(actor, row, answer))
      }
    }
    expect(wrong).toEqual([])
  },
  longTest,
)

test('whoever has signed out is a visitor', async () => {
  for (const actor of actors) expect(letterFor(await say(actor, { path: '/profile' })), actor).toBe('L')
})

test('nobody has read what was not hers', () => {
  const log = site.log()
  const secrets = world.canaries.filter(({ what }) => what !== 'name')
  for (const { what, token } of secrets) if (log.includes(token)) leaks.add(`${what} is in the log`)
  console.info(`authorization matrix: ${cases} cases, ${leaks.size} leaks`)
  expect([...leaks]).toEqual([])
  expect(cases).toBeGreaterThan(3_000)
})

async function askEverybody(row: LoaderRow, places: Places): Promise<readonly string[]> {
  const path = filled(row.path, places)
  const answers = await Promise.all(
    actors.flatMap((actor) =>
      [undefined, row.route].map(async (dataOf) => misjudged(actor, row, await say(actor, { path, dataOf }), dataOf)),
    ),
  )
  return answers.flat()
}

function misjudged(actor: ActorName, row: LoaderRow, answer: Answer, dataOf?: string): readonly string[] {
  return letterFor(answer) === letterOf(row.verdict, actor) ? [] : [sentence(actor, row, answer, dataOf)]
}

function sentence(actor: ActorName, row: LoaderRow, answer: Answer, dataOf?: string): string {
  const at = answer.location ? ` to ${answer.location}` : ''
  const how = dataOf ? ' (data)' : ''
  return `${actor} ${nameOf(row)}${how}: ${letterOf(row.verdict, actor)} expected, ${answer.status}${at}`
}

function nameOf(row: LoaderRow | ActionRow): string {
  const intent = 'body' in row ? ` ${row.body('administrator').intent ?? ''}` : ''
  return row.path + intent
}

function act(actor: ActorName, row: ActionRow, places: Places, more: Partial<Question> = {}): Promise<Answer> {
  const body = Object.entries(row.body(actor)).map(([name, value]) => [name, filled(value, places)] as const)
  return say(actor, { path: filled(row.path, places), body: Object.fromEntries(body), ...more })
}

/** Asks, counts, and searches the answer for what is not the asker's. */
async function say(actor: ActorName, question: Question): Promise<Answer> {
  const answer = await ask(site.origin, world.cookies[actor], question)
  cases += 1
  // One by one: a pattern of hundreds of alternatives takes ten times as long.
  for (const { what, token, readers } of world.canaries) {
    if (readers.includes(actor) || !answer.bytes.includes(token) || question.path.includes(token)) continue
    leaks.add(`${actor} ${question.body ? 'post' : 'get'} ${question.path}: ${what} ${token}`)
  }
  if (isOfOpenAttempt(question) && keyFields.test(answer.bytes)) {
    leaks.add(`${actor} ${question.path}: a field that holds a key`)
  }
  return answer
}

/** The page on which she sits, and what it says to the server; its result is another page. */
function isOfOpenAttempt({ path }: Question): boolean {
  return /^\/attempts\/[^/]+(\/sync)?$/.test(path)
}

function refused(row: LoaderRow): readonly ActorName[] {
  return actors.filter((actor) => letterOf(row.verdict, actor) === 'N')
}

/** Nobody's ids in the places of real ones. Where a stranger is named in somebody's own cohort, only the stranger is missing. */
function missingFor({ path }: LoaderRow): Places {
  const missing = nowhere(world.places)
  return path.includes('{outsider}') ? { ...world.places, outsider: missing.outsider ?? '' } : missing
}

/** Rows that speak only of a cohort and its trainee hold for the second cohort as for the first. */
function isMirrored({ path }: LoaderRow): boolean {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  return names.length > 0 && names.every((name) => name === 'cohort' || name === 'trainee')
}

function filled(template: string, places: Places): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? `{${name}}`)
}

/** An answer without what differs each time: its nonce, and the ids that were asked for. */
function bare({ status, bytes, text }: Answer, places: Places): string {
  const nonce = /'nonce-([^']+)'/.exec(bytes)?.[1]
  const plain = nonce ? text.replaceAll(nonce, '') : text
  const ids = Object.values(places).toSorted((a, b) => b.length - a.length)
  return `${status} ${ids.reduce((rest, id) => (id ? rest.replaceAll(id, '…') : rest), plain)}`
}
