import type { Page } from '@playwright/test'
import { paths } from '~/paths.ts'
import { expect, test } from './demo-site.ts'
import { faultsOf, openView, views } from './walk.ts'

/* The pieces of the interface in all their states: nothing inaccessible, nothing wider than its page, and what a script adds. */

async function storyPaths(page: Page): Promise<readonly string[]> {
  await page.goto(paths.gallery())
  return page.locator('main .rows a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

// Opposite corners: between them both sizes, both languages and both themes. The short edition shows each story in one.
const isWhole = process.env.WALK === 'whole'

for (const [corner, view] of [views[0], views[7]].entries()) {
  if (!view) continue
  test(`stories, ${view.size}, ${view.language}, ${view.theme}`, async ({ browser, site, watch }) => {
    test.setTimeout(240_000)
    const page = await openView(browser, site, null, view)
    watch(page.context())
    const stories = await storyPaths(page)
    expect(stories.length).toBeGreaterThan(30)
    const faults: string[] = []
    const shown = stories.filter((_, at) => isWhole || at % 2 === corner)
    for (const path of shown) faults.push(...(await faultsOf(page, { path })))
    expect(faults).toEqual([])
    await page.context().close()
  })
}

test('large print: every story is 1.25 times larger and none is wider than a phone', async ({ page }) => {
  test.setTimeout(120_000)
  const stories = await storyPaths(page)
  const wide: string[] = []
  for (const path of stories) {
    await page.goto(path)
    const overflow = await page.evaluate(() => {
      const html = document.documentElement
      html.dataset.print = 'large'
      if (getComputedStyle(html).fontSize !== '20px') return Number.NaN
      return html.scrollWidth - html.clientWidth
    })
    if (overflow !== 0) wide.push(`${path}: ${overflow}`)
  }
  expect(wide).toEqual([])
})

test('a menu closes by Escape, giving the focus back, and by a click elsewhere', async ({ page }) => {
  await page.goto(paths.story('menus'), { waitUntil: 'networkidle' })
  const menu = page.locator('details.menu')
  await menu.locator('summary').click()
  await expect(menu).toHaveAttribute('open')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(menu).not.toHaveAttribute('open')
  await expect(menu.locator('summary')).toBeFocused()

  await menu.locator('summary').click()
  await page.locator('h1').click()
  await expect(menu).not.toHaveAttribute('open')
})

test('a drawer is modal, and closes by Escape, beside it, and by following a link in it', async ({ page }) => {
  await page.goto(paths.story('drawers'), { waitUntil: 'networkidle' })
  const link = page.locator('a[href="#drawer-start"]')
  const drawer = page.locator('#drawer-start')
  const isModal = () => drawer.evaluate((layer) => layer.matches(':modal'))

  await link.click()
  expect(await isModal()).toBe(true)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await link.click()
  await page.mouse.click(385, 500)
  await expect(drawer).toBeHidden()
  await link.click()
  await drawer.locator('.layer-body a').first().click()
  await expect(drawer).toBeHidden()
})

test('a drawer with an address: Escape leads back to the page beneath', async ({ page }) => {
  await page.goto(paths.story('route-layer'), { waitUntil: 'networkidle' })
  const layer = page.locator('dialog')
  expect(await layer.evaluate((element) => element.matches(':modal'))).toBe(true)
  await page.keyboard.press('Escape')
  await page.waitForURL((url) => url.pathname === paths.gallery())
})

test('without a script menus open, drawers show, questions are asked', async ({ browser, site, watch }) => {
  const context = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false, locale: 'zh-CN' })
  watch(context)
  const page = await context.newPage()
  await page.goto(paths.story('menus'))
  await page.locator('details.menu summary').click()
  await expect(page.locator('.menu-panel')).toBeVisible()
  await page.goto(paths.story('drawers'))
  await page.locator('a[href="#drawer-end"]').click()
  await expect(page.locator('#drawer-end')).toBeVisible()
  await page.locator('#drawer-end .layer-head a').click()
  await expect(page.locator('#drawer-end')).toBeHidden()
  await page.goto(paths.story('route-layer'))
  await expect(page.locator('dialog')).toBeVisible()
  await page.goto(paths.story('confirm'))
  await page.locator('details.confirm summary').first().click()
  await expect(page.locator('details.confirm button[type=submit]').first()).toBeVisible()
  await expect(page.locator('.scripted').first()).toBeHidden()
  await context.close()
})
