import type { Page } from '@playwright/test'
import { paths } from '~/paths.ts'
import { expect, test } from './demo-site.ts'

/* An exam of eighty questions under everything that goes wrong: no network, a killed tab, a wrong clock, another device. */
/** Text of the option that she picked, by item. */
type Picked = Map<string, string>

async function answer(page: Page, picked: Picked, count: number): Promise<void> {
  for (let done = 0; done < count; done++) {
    const item = page.locator('.exam-item[data-current]')
    const itemId = (await item.getAttribute('data-item')) ?? ''
    const option = item.locator('.exam-option').nth(done % 4)
    picked.set(itemId, (await option.locator('.exam-option-text').textContent()) ?? '')
    await option.click()
    await page.keyboard.press('ArrowDown')
  }
}

const saved = (page: Page) => expect(page.locator('.exam-bar .save-state')).toHaveText('已保存')

test('nothing that she saw as saved is lost: offline, a killed tab, a wrong clock, a second device', async ({
  openAs,
}) => {
  test.setTimeout(240_000)
  const picked: Picked = new Map()
  const first = await openAs('xueyuan1')
  const device = first.context()
  await first.clock.install()
  await first.goto(paths.examSubject('jz'))
  await first.getByRole('button', { name: '开始考试' }).first().click()
  await expect(first.locator('.exam-item')).toHaveCount(80)
  const { pathname } = new URL(first.url())
  await answer(first, picked, 15)
  await saved(first)

  await device.setOffline(true)
  await answer(first, picked, 15)
  await expect(first.locator('.exam-bar .save-state')).toContainText(/待同步|保存失败/)
  await first.clock.fastForward('10:00')
  await expect(first.getByText('还有 15 题没有传上去')).toBeVisible()
  await device.setOffline(false)
  await saved(first)

  // The tab dies with two answers that nobody but the device has.
  await device.setOffline(true)
  await answer(first, picked, 2)
  await expect(first.locator('.exam-bar .save-state')).toContainText('2 题')
  // On the device a moment after it is on the screen.
  await first.waitForTimeout(500)
  await first.close()
  await device.setOffline(false)
  const second = await device.newPage()
  // Her clock is an hour ahead: the time that is left is the server's.
  await second.clock.install({ time: Date.now() + 3_600_000 })
  await second.goto(pathname)
  await takeOver(second)
  await saved(second)
  await expect(second.locator('.answer-card a[data-answered]')).toHaveCount(32)
  const left = (await second.locator('.exam-time b').textContent()) ?? ''
  expect(left).toMatch(/^1:5\d:\d\d$/)

  const other = await openAs('xueyuan1', { viewport: { width: 1280, height: 800 } })
  await other.goto(pathname)
  await takeOver(other)
  await expect(other.locator('.answer-card a[data-answered]')).toHaveCount(32)
  await expect(second.getByText('这场考试正在另一台设备上进行')).toBeVisible({ timeout: 20_000 })
  await expect(second.locator('.exam-option input').first()).toBeDisabled()
  await other.locator('.answer-card a').nth(32).click()
  await answer(other, picked, 48)
  await saved(other)
  await expect(other.locator('.answer-card a[data-answered]')).toHaveCount(80)

  await other.locator('.exam-bar').getByRole('button', { name: '交卷' }).click()
  await other.getByRole('dialog').getByRole('button', { name: '确认交卷' }).click()
  await other.waitForURL(/\/result$/)
  await expect(other.getByText('服务器收到 80 题的作答')).toBeVisible()
  for (const [itemId, text] of picked) {
    await expect(other.locator(`#r-${itemId} li[data-picked]`)).toContainText(text)
  }
})

/** Where the one before was seen a moment ago, she says that she goes on here. */
async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: '在这里继续' }).click()
  await expect(page.getByText('这场考试正在另一台设备上进行')).toBeHidden()
}

test('without a script: answers by form, saved, handed in', async ({ openAs }) => {
  const page = await openAs('xueyuan2', { javaScriptEnabled: false })
  await page.goto(paths.examSubject('jz'))
  await page.getByRole('button', { name: '开始考试' }).first().click()
  await expect(page.locator('.exam-item')).toHaveCount(80)
  const [first, last] = [page.locator('.exam-item').first(), page.locator('.exam-item').last()]
  const text = (await first.locator('.exam-option-text').first().textContent()) ?? ''
  await first.locator('.exam-option').first().click()
  await last.locator('.exam-option').nth(1).click()
  await last.locator('.exam-option').nth(2).click()
  await page.getByRole('button', { name: '保存答案' }).click()
  await expect(page.locator('.exam-item').last().locator('input:checked[type=checkbox][name^="a."]')).toHaveCount(2)

  await page.locator('.exam-bar').getByRole('button', { name: '交卷' }).click()
  await page.waitForURL(/\/result$/)
  await expect(page.getByText('服务器收到 2 题的作答')).toBeVisible()
  await expect(page.locator('.result-item').first().locator('li[data-picked]')).toContainText(text)
})

test('the whole exam by keyboard: letters choose, arrows move, M marks', async ({ openAs }) => {
  const page = await openAs('xueyuan3')
  await page.goto(paths.examSubject('jz'))
  await page.getByRole('button', { name: '开始考试' }).first().press('Enter')
  await expect(page.locator('.exam-item[data-current]')).toBeVisible()
  await page.keyboard.press('c')
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('a')
  await saved(page)
  await expect(page.locator('.answer-card a[data-answered]')).toHaveCount(2)
  await expect(page.locator('.answer-card a[data-marked]')).toHaveCount(1)
  await page.keyboard.press('t')
  await expect(page.locator('.exam-time [role=status]')).toContainText('剩余时间')
})
