import { expect, test } from './demo-site.ts'

/* What a phone asks for when it has nothing of the site yet. Watched as every journey: nothing foreign among it. */

const mostRequests = 12

for (const path of ['/today', '/lessons/what-is-social-work']) {
  test(`${path} on an empty cache: at most ${mostRequests} requests`, async ({ openAs, watch, browser, site }) => {
    const signedIn = await openAs('xueyuan2')
    // A context of its own has a cache of its own: only the session is carried over.
    const context = await browser.newContext({
      baseURL: site.origin,
      storageState: await signedIn.context().storageState(),
    })
    watch(context)
    const page = await context.newPage()
    const asked: string[] = []
    context.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).pathname}`))
    await page.goto(path, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(mostRequests)
    expect(new URL(page.url()).pathname).toBe(path)
    await context.close()
  })
}
