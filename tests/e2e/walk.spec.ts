import { wholeLesson } from '#tests/support/hostile-lessons.ts'
import { paths } from '~/paths.ts'
import { seededRandom } from '~/platform/random.ts'
import { expect, test } from './demo-site.ts'
import { pagesByPerson } from './pages.ts'
import { faultsOf, openView, type View, views } from './walk.ts'

/*
 * Every page, walked by the people who use it: in the whole edition (`npm run proof`) in all eight views, here each page in
 * one of two opposite views, so that somebody's pages meet both sizes, both languages and both themes.
 */
test.describe.configure({ mode: 'parallel' })

const isWhole = process.env.WALK === 'whole'
const random = seededRandom(Number(process.env.WALK_SEED ?? 1))

function viewsFor(at: number): readonly View[] {
  if (isWhole) return views
  const start = (at + Math.floor(random() * 2)) % 4
  // Opposite corners: between them both sizes, both languages and both themes.
  return [views[start], views[7 - start]].filter((view) => view !== undefined)
}

/** Journeys through states that must be made first: in one view. */
function viewFor(at: number): readonly View[] {
  return isWhole ? views : viewsFor(at).slice(0, 1)
}

for (const [at, [person, stops]] of Object.entries(pagesByPerson).entries()) {
  for (const [half, view] of viewsFor(at).entries()) {
    const walked = stops.filter((_, nth) => isWhole || nth % 2 === half)
    test(`${person}: all pages, ${view.size}, ${view.language}, ${view.theme}`, async ({ browser, site, watch }) => {
      test.setTimeout(400_000)
      const page = await openView(browser, site, person === 'visitor' ? null : person, view)
      watch(page.context())
      const faults: string[] = []
      for (const stop of walked) faults.push(...(await faultsOf(page, stop)))
      expect(faults).toEqual([])
      await page.context().close()
    })
  }
}

// The demo centre has no lesson of its own: one is written first, so that its page with versions and preview is walked, too.
for (const view of viewFor(1)) {
  test(`a lesson written by staff, ${view.size}, ${view.language}, ${view.theme}`, async ({ browser, site, watch }) => {
    const page = await openView(browser, site, 'banzhuren1', view)
    watch(page.context())
    await page.goto(paths.newLesson('demo-cohort-1'))
    await page.locator('input[name=title]').fill('走访之前')
    await page.locator('input[name=titleEn]').fill('Before a visit')
    await page.locator('input[name=summary]').fill('学完能准备一次走访。')
    await page.locator('textarea[name=source]').fill(wholeLesson)
    await page.locator('button[value=save]').click()
    await page.waitForURL(/saved=1/)
    const saved = new URL(page.url())
    const faults = [
      ...(await faultsOf(page, { path: saved.pathname + saved.search })),
      ...(await faultsOf(page, { path: paths.authoring('demo-cohort-1') })),
    ]
    expect(faults).toEqual([])
    await page.context().close()
  })
}

// Nor an import: one is pasted first, with a question that is whole, one with an error, and a text that is none.
for (const view of viewFor(2)) {
  test(`an import laid out, ${view.size}, ${view.language}, ${view.theme}`, async ({ browser, site, watch }) => {
    const page = await openView(browser, site, 'banzhuren1', view)
    watch(page.context())
    await page.goto(paths.bankImports({ subject: 'zs' }))
    await page
      .locator('textarea[name=text]')
      .fill(
        '一、单选题\n1. 先做什么？\nA. 接案\nB. 预估\n答案：A\n解析：先接案。\n2. 后做什么？\nA. 接案\nB. 结案\n答案：AB',
      )
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/import\/[0-9a-f-]{36}/)
    const { pathname } = new URL(page.url())
    expect(await faultsOf(page, { path: pathname })).toEqual([])
    await page.context().close()
  })
}

// An exam is open for as long as somebody sits it: one is begun, walked, handed in, and its result walked.
for (const view of viewFor(3)) {
  test(`an exam being sat, and its result, ${view.size}, ${view.language}, ${view.theme}`, async ({
    browser,
    site,
    watch,
  }) => {
    const page = await openView(browser, site, 'xueyuan4', view)
    watch(page.context())
    await page.goto(paths.examSubject('jz'))
    await page.locator('button[name=intent][value=start]').first().click()
    await page.waitForURL(/\/attempts\/[0-9a-f-]{36}$/)
    const { pathname } = new URL(page.url())
    const faults = [...(await faultsOf(page, { path: pathname }))]
    await page
      .locator('.exam-bar')
      .getByRole('button', { name: /^(交卷|Hand in)/ })
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(确认交卷|Hand in)/ })
      .click()
    await page.waitForURL(/\/result$/)
    faults.push(...(await faultsOf(page, { path: `${pathname}/result` })))
    expect(faults).toEqual([])
    await page.context().close()
  })
}

// A change of marks is looked at before it is made: one is ruled, walked, made and taken back.
for (const view of viewFor(4)) {
  test(`marks changed and changed back, ${view.size}, ${view.language}, ${view.theme}`, async ({
    browser,
    site,
    watch,
  }) => {
    const page = await openView(browser, site, 'banzhuren1', view)
    watch(page.context())
    const items = paths.sittingItems('demo-cohort-1', 'demo-sitting-1')
    await page.goto(items)
    await page.locator('.item-text a').first().click()
    await page.locator('.item-panel a[href*="/regrade"]').click()
    await page.waitForURL(/\/regrade\?question=/)
    const rule = new URL(page.url())
    const faults = await faultsOf(page, { path: rule.pathname + rule.search })
    await page.locator('input[name=policy][value=fullMarks]').check()
    await page.locator('main form button[type=submit]').click()
    await page.waitForURL(/policy=fullMarks/)
    const dryRun = new URL(page.url())
    const checked = await faultsOf(page, { path: dryRun.pathname + dryRun.search })
    await page.locator('input[name=reason]').fill('答案有误')
    await page.locator('button[value=apply]').click()
    await page.waitForURL(/applied=\d+/)
    const made = await faultsOf(page, { path: items })
    await page.locator('.regrade-row summary').first().click()
    await page.locator('.regrade-row button[value=undo]').first().click()
    await page.waitForURL(/undone=\d+/)
    expect([...faults, ...checked, ...made]).toEqual([])
    await page.context().close()
  })
}
