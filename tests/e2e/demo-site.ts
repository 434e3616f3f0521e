import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { type Lifeline, startLifeline } from '#tests/support/lifeline.ts'
import { type RunningSite, run, startSite } from '#tests/support/site.ts'
import { demoPassword } from '../../prisma/demo-centre.ts'

/** What a page did that it must not do. Collected on every page of every journey. */
export type Trespasses = {
  readonly csp: string[]
  readonly console: string[]
  readonly foreign: string[]
}

type Fixtures = {
  /** watches a browser context; every journey's own page is watched already */
  watch: (context: BrowserContext) => void
  /** a person at a device of her own, signed in and watched; null: a visitor */
  openAs: (username: string | null, options?: BrowserContextOptions) => Promise<Page>
}
type WorkerFixtures = { site: RunningSite }

/**
 * Journeys run against a built demo centre, one for each worker. Each journey fails when a page violated the policy, wrote an
 * error to the console or asked for anything outside the site.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'yucai-journeys-'))
      const site = await startSite({ seed: true, dataDir, env: { GALLERY: '1', LOG_LEVEL: 'error' } })
      await use(site)
      await site.stop()
      // Whatever the journeys did: what is kept for speed must equal what the facts say. A difference ends with 1 and fails.
      await run(['--import', 'tsx', 'app/modules/records/recompute.cli.ts', 'check'], { DATA_DIR: dataDir })
      rmSync(dataDir, { recursive: true })
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  watch: async ({ site }, use) => {
    const trespasses = noTrespasses()
    await use((context) => noteTrespasses(context, [site.origin], trespasses))
    expect(trespasses).toEqual(noTrespasses())
  },
  openAs: async ({ browser, site, watch }, use) => {
    const contexts: BrowserContext[] = []
    const lines: Lifeline[] = []
    await use(async (username, options = {}) => {
      const line = await startLifeline()
      lines.push(line)
      const context = await browser.newContext({ baseURL: site.origin, proxy: { server: line.server }, ...options })
      contexts.push(context)
      cutWhenOffline(context, line)
      watch(context)
      const page = await context.newPage()
      if (username) await signInAs(page, username)
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
    await Promise.all(lines.map((line) => line.close()))
  },
  page: async ({ page, watch }, use) => {
    watch(page.context())
    await use(page)
  },
  baseURL: async ({ site }, use) => use(site.origin),
})

/** Being offline is both: the browser knows it, and nothing gets through. */
function cutWhenOffline(context: BrowserContext, line: Lifeline): void {
  const setOffline = context.setOffline.bind(context)
  context.setOffline = async (isOffline) => {
    if (isOffline) line.cut()
    else line.mend()
    await setOffline(isOffline)
  }
}

export function noTrespasses(): Trespasses {
  return { csp: [], console: [], foreign: [] }
}

/** Notes what any page of the context does that it must not, from now on. `origins` are the site's. */
export function noteTrespasses(context: BrowserContext, origins: readonly string[], trespasses: Trespasses): void {
  context.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) trespasses.csp.push(message.text())
    else if (message.type() === 'error' && !isExpected(message.text())) trespasses.console.push(message.text())
  })
  context.on('weberror', (error) => trespasses.console.push(String(error.error())))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && !origins.includes(url.origin)) trespasses.foreign.push(request.url())
  })
}

/** The browser reports every 4xx, and a network that is away, as errors: journeys that meet them on purpose expect it. */
function isExpected(text: string): boolean {
  return /the server responded with a status of (404|410|422|429)|net::ERR_(INTERNET_DISCONNECTED|EMPTY_RESPONSE|CONNECTION_RESET)|^Failed to fetch manifest patches TypeError: Failed to fetch/.test(
    text,
  )
}

export async function signInAs(page: Page, username: string): Promise<void> {
  await page.goto('/login')
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('form[action*="/login"] button[type=submit], main form button[type=submit]').first().click()
  await page.waitForURL((url) => url.pathname !== '/login')
}

export { expect }
