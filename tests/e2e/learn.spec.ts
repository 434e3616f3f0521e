import type { Browser, Page } from '@playwright/test'
import type { RunningSite } from '#tests/support/site.ts'
import { contentLibrary } from '~/modules/content/library.server.ts'
import { expect, signInAs, test } from './demo-site.ts'

/* The whole product in miniature: she learns, and it is seen at once by herself, and within seconds by those who follow her. */

type Right = { readonly id: string; readonly options: readonly string[] }

/** Ids of the right options of a lesson's self-checks: the browser never gets them. */
function rightAnswers(lessonId: string): readonly Right[] {
  const library = contentLibrary()
  const lesson = library.lesson(lessonId)
  const document = lesson && library.document(lesson.hash)
  return (document?.checks ?? []).map(({ id, options }) => ({
    id,
    options: options.filter(({ right }) => right).map((option) => option.id),
  }))
}

async function openAs(browser: Browser, site: RunningSite, username: string, hasScript = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: hasScript, locale: 'zh-CN' })
  const page = await context.newPage()
  await signInAs(page, username)
  return page
}

/** Her next lesson by the one button of 今日. */
async function openNextLesson(page: Page): Promise<string> {
  await page.goto('/today')
  await page.locator('.today-step a').click()
  await page.waitForURL(/\/lessons\//)
  await expect(page.locator('article.lesson h1')).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function answer(page: Page, { id, options }: Right): Promise<void> {
  const form = page.locator(`form[data-check="${id}"]`)
  for (const option of options) await form.locator(`input[value="${option}"]`).check()
  await form.locator('button[type=submit]').click()
  await expect(page.locator(`#${id} >> xpath=ancestor::div[1]/following-sibling::div[1]`)).toContainText('答对了')
}

const finishedCells = (page: Page) => page.locator('.track-cells [data-state=finished]')

test('she learns a lesson; her mentor and her coordinator see it within 15 seconds', async ({ browser, site }) => {
  test.setTimeout(120_000)
  const trainee = await openAs(browser, site, 'xueyuan1')
  const mentor = await openAs(browser, site, 'daoshi1')
  const coordinator = await openAs(browser, site, 'banzhuren1')
  await trainee.goto('/today')
  const before = await finishedCells(trainee).count()
  await mentor.goto('/mentor')
  await coordinator.goto('/cohorts/demo-cohort-1/progress?q=linxiaoman')
  await expect(coordinator.locator('.sheet tbody td.c.f')).toHaveCount(before)

  const lessonId = await openNextLesson(trainee)
  for (const right of rightAnswers(lessonId)) await answer(trainee, right)
  await trainee.locator('#end').scrollIntoViewIfNeeded()
  await expect(trainee.locator('.lesson-done')).toBeVisible({ timeout: 15_000 })

  await trainee.goto('/today')
  await expect(finishedCells(trainee)).toHaveCount(before + 1)
  const row = mentor.getByRole('row', { name: /林小满/ })
  await expect(row.locator('[data-state=finished]')).toHaveCount(before + 1, { timeout: 15_000 })
  await expect(coordinator.locator('.sheet tbody td.c.f')).toHaveCount(before + 1, { timeout: 15_000 })
})

test('without JavaScript: self-checks by form post, the others on their next page view', async ({ browser, site }) => {
  test.setTimeout(120_000)
  const trainee = await openAs(browser, site, 'xueyuan7', false)
  const coordinator = await openAs(browser, site, 'banzhuren1', false)
  await trainee.goto('/today')
  const before = await finishedCells(trainee).count()
  const lessonId = await openNextLesson(trainee)
  const answers = rightAnswers(lessonId)
  for (const right of answers) await answer(trainee, right)
  const readAll = trainee.getByRole('button', { name: '我读完了' })
  if (await readAll.isVisible()) await readAll.click()
  await expect(trainee.locator('.lesson-done')).toBeVisible()

  await trainee.goto('/today')
  await expect(finishedCells(trainee)).toHaveCount(before + 1)
  await coordinator.goto('/cohorts/demo-cohort-1/progress?q=xueyuan7')
  await expect(coordinator.locator('.sheet tbody td.c.f')).toHaveCount(before + 1)
  await coordinator.locator('.sheet tbody th a').click()
  await expect(coordinator.locator('h1')).toBeVisible()
})

test('reading goes on where it stopped, on another device too', async ({ browser, site }) => {
  const phone = await openAs(browser, site, 'xueyuan4')
  const lessonId = await openNextLesson(phone)
  const headings = phone.locator('article .prose h2')
  const saved = phone.waitForRequest(
    (request) => /\/visit$/.test(request.url()) && /block=/.test(request.postData() ?? ''),
  )
  await headings.nth(2).evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
  await saved
  await phone.waitForTimeout(500)

  const desk = await openAs(browser, site, 'xueyuan4')
  await desk.goto(`/lessons/${lessonId}`)
  const resume = desk.locator('.lesson-resume a')
  await expect(resume).toBeVisible()
  await resume.click()
  const block = decodeURIComponent(new URL(desk.url()).hash.slice(1))
  await expect(desk.locator(`[id="${block}"]`)).toBeInViewport()
})

test('the sheet by keyboard: arrows move, Enter shows what stands behind, Escape leads back', async ({
  browser,
  site,
}) => {
  const page = await openAs(browser, site, 'banzhuren1')
  await page.goto('/cohorts/demo-cohort-1/progress')
  await page.locator('.sheet tbody tr').first().locator('td.c').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const cell = page.locator('.sheet tbody tr').nth(1).locator('td.c').nth(1)
  await expect(cell).toBeFocused()
  await expect(page.locator('.sheet-told')).toContainText('第 2 课')
  await page.keyboard.press('Enter')
  await expect(page.locator('dialog[open]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(page).toHaveURL(/\/progress$/)
})
