import type { Locator, Page } from '@playwright/test'
import { contentLibrary } from '~/modules/content/library.server.ts'
import { demoPassword } from '../../prisma/demo-centre.ts'
import { expect, test } from './demo-site.ts'

/* The whole product in miniature: she learns, and it is seen at once by herself, and within seconds by those who follow her. */

type Question = { readonly id: string; readonly right: readonly string[]; readonly wrong: readonly string[] }

/** The self-checks of a lesson with their answers: the browser never gets them. */
function questionsOf(lessonId: string): readonly Question[] {
  const library = contentLibrary()
  const lesson = library.lesson(lessonId)
  const document = lesson && library.document(lesson.hash)
  return (document?.checks ?? []).map(({ id, options }) => ({
    id,
    right: options.filter((option) => option.right).map((option) => option.id),
    wrong: options.filter((option) => !option.right).map((option) => option.id),
  }))
}

/** Her next lesson by the one button of 今日. */
async function openNextLesson(page: Page): Promise<string> {
  await page.goto('/today')
  await page.locator('.today-step a').click()
  await page.waitForURL(/\/lessons\//)
  await expect(page.locator('article.lesson h1')).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function pick(page: Page, question: Question, options: readonly string[]): Promise<Locator> {
  const form = page.locator(`form[data-check="${question.id}"]`)
  for (const option of [...question.right, ...question.wrong]) {
    const box = form.locator(`input[value="${option}"]`)
    if (options.includes(option)) await box.check()
    else if ((await box.getAttribute('type')) === 'checkbox') await box.uncheck()
  }
  await form.locator('button[type=submit]').click()
  return outcomeOf(page, question)
}

/** Beneath its form, in the text or in the place of an island. */
function outcomeOf(page: Page, { id }: Question): Locator {
  return page.locator(`xpath=//form[@data-check="${id}"]/following::*[contains(@class, "check-outcome")][1]`)
}

async function answer(page: Page, question: Question, words = '答对了'): Promise<void> {
  await expect(await pick(page, question, question.right)).toContainText(words)
}

/** A wrong answer says so, explains, and may be followed by another. */
async function answerWrongly(page: Page, question: Question, words = ['还不对', '改选后再提交']): Promise<void> {
  const outcome = await pick(page, question, question.wrong.slice(0, 1))
  for (const word of words) await expect(outcome).toContainText(word)
}

const finishedCells = (page: Page) => page.locator('.track-cells [data-state=finished]')

test('she learns a lesson; her mentor and her coordinator see it within 15 seconds', async ({ openAs }) => {
  test.setTimeout(120_000)
  const trainee = await openAs('xueyuan1')
  const mentor = await openAs('daoshi1')
  const coordinator = await openAs('banzhuren1')
  await trainee.goto('/today')
  const before = await finishedCells(trainee).count()
  await mentor.goto('/mentor')
  await coordinator.goto('/cohorts/demo-cohort-1/progress?q=linxiaoman')
  await expect(coordinator.locator('.sheet tbody td.f')).toHaveCount(before)

  const lessonId = await openNextLesson(trainee)
  const questions = questionsOf(lessonId)
  expect(questions.length).toBeGreaterThan(0)
  for (const question of questions.slice(0, 1)) await answerWrongly(trainee, question)
  for (const question of questions) await answer(trainee, question)
  await trainee.locator('#end').scrollIntoViewIfNeeded()
  await expect(trainee.locator('.lesson-done')).toBeVisible({ timeout: 15_000 })

  await trainee.goto('/today')
  await expect(finishedCells(trainee)).toHaveCount(before + 1)
  const row = mentor.getByRole('row', { name: /林小满/ })
  await expect(row.locator('[data-state=finished]')).toHaveCount(before + 1, { timeout: 15_000 })
  await expect(coordinator.locator('.sheet tbody td.f')).toHaveCount(before + 1, { timeout: 15_000 })
})

test('without JavaScript: self-checks by form post, the others on their next page view', async ({ openAs }) => {
  test.setTimeout(120_000)
  const trainee = await openAs('xueyuan7', { javaScriptEnabled: false })
  const coordinator = await openAs('banzhuren1', { javaScriptEnabled: false })
  await trainee.goto('/today')
  const before = await finishedCells(trainee).count()
  const lessonId = await openNextLesson(trainee)
  const questions = questionsOf(lessonId)
  for (const question of questions.slice(0, 1)) await answerWrongly(trainee, question)
  for (const question of questions) await answer(trainee, question)
  const readAll = trainee.getByRole('button', { name: '我读完了' })
  if (await readAll.isVisible()) await readAll.click()
  await expect(trainee.locator('.lesson-done')).toBeVisible()

  await trainee.goto('/today')
  await expect(finishedCells(trainee)).toHaveCount(before + 1)
  await coordinator.goto('/cohorts/demo-cohort-1/progress?q=xueyuan7')
  await expect(coordinator.locator('.sheet tbody td.f')).toHaveCount(before + 1)
  await coordinator.locator('.sheet tbody th a').click()
  await expect(coordinator.locator('h1')).toBeVisible()
})

test('reading goes on where it stopped, on another device too', async ({ openAs }) => {
  const phone = await openAs('xueyuan4')
  const lessonId = await openNextLesson(phone)
  const headings = phone.locator('article .prose h2')
  const saved = phone.waitForRequest(
    (request) => /\/visit$/.test(request.url()) && /block=/.test(request.postData() ?? ''),
  )
  await headings.nth(2).evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
  await saved
  await phone.waitForTimeout(500)

  const desk = await openAs('xueyuan4')
  await desk.goto(`/lessons/${lessonId}`)
  const resume = desk.locator('.lesson-resume a')
  await expect(resume).toBeVisible()
  await resume.click()
  const block = decodeURIComponent(new URL(desk.url()).hash.slice(1))
  await expect(desk.locator(`[id="${block}"]`)).toBeInViewport()
})

test('the sheet by keyboard: arrows move, Enter shows what stands behind, Escape leads back', async ({ openAs }) => {
  const page = await openAs('banzhuren1')
  await page.goto('/cohorts/demo-cohort-1/progress')
  await page.locator('.sheet tbody tr').first().locator('td:nth-child(n + 8)').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const cell = page.locator('.sheet tbody tr').nth(1).locator('td:nth-child(n + 8)').nth(1)
  await expect(cell).toBeFocused()
  await expect(page.locator('.sheet-told')).toContainText('第 2 课')
  await page.keyboard.press('Enter')
  await expect(page.locator('dialog[open]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(page).toHaveURL(/\/progress$/)
})

/** Walks with the Tab key until the place is reached. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible()
  for (let steps = 0; steps < 200; steps++) {
    if (await place.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached with the Tab key: ${place}`)
}

test('by keyboard alone: from sign-in to a self-check answered right', async ({ openAs }) => {
  test.setTimeout(120_000)
  const page = await openAs(null)
  await page.goto('/login')
  await tabTo(page, page.locator('input[name=username]'))
  await page.keyboard.type('xueyuan10')
  await tabTo(page, page.locator('input[name=password]'))
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/today$/)

  await tabTo(page, page.locator('.today-step a'))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/lessons\//)
  await expect(page.locator('[data-document] form[data-check]').first()).toBeVisible()
  const lessonId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const question = questionsOf(lessonId).find(({ right }) => right.length === 1)
  if (!question) throw new Error(`${lessonId} has no self-check with one right option`)
  const form = page.locator(`form[data-check="${question.id}"]`)
  await tabTo(page, form.locator('input[name=pick]').first())
  await page.keyboard.press('Space')
  const wanted = form.locator(`input[value="${question.right[0]}"]`)
  while (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown')
  await tabTo(page, form.locator('button[type=submit]'))
  await page.keyboard.press('Enter')
  await expect(outcomeOf(page, question)).toContainText('答对了')
})

test('in English: she chooses the language, answers wrongly, then right', async ({ openAs }) => {
  const page = await openAs('xueyuan3')
  await page.goto('/profile')
  await page.getByLabel('English').check()
  await page.getByRole('button', { name: '保存显示设置' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const lessonId = await openNextLesson(page)
  const [question] = questionsOf(lessonId)
  if (!question) throw new Error(`${lessonId} has no self-check`)
  await answerWrongly(page, question, ['Not yet.', 'submit again'])
  await answer(page, question, 'Right.')
  await page.goto('/today')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')
  await expect(page.getByRole('link', { name: 'Go on', exact: true })).toBeVisible()
})
