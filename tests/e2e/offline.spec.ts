import type { Page } from '@playwright/test'
import { paths } from '~/paths.ts'
import { expect, test } from './demo-site.ts'

/*
 * 今日一练 where there is no network: answered, explained and kept on the device, and sent when there is one. In a browser
 * without a service worker, as over plain http: the page itself cannot be kept (kept.spec.ts).
 */
const withoutWorker = { serviceWorkers: 'block' } as const
const state = (page: Page) => page.locator('.offline-line .save-state')
const isAsked = (page: Page, at: number, count = 20) =>
  expect(page.locator('.offline-line')).toContainText(`第 ${at} 题，共 ${count} 题`)

/** Picks an option and says how sure she is; true: it was right. */
async function answerOne(page: Page, confidence: string, option = 0): Promise<boolean> {
  await page.locator('.exam-option').nth(option).click()
  await page.getByRole('button', { name: confidence, exact: true }).click()
  await expect(page.locator('.result-explanation')).toBeVisible()
  // The verdict agrees with the key that stands beside it.
  const marked = (what: string) => page.locator(`.result-options li[data-${what}]`).allTextContents()
  const letters = (texts: readonly string[]) => texts.map((text) => text.slice(0, 1)).join()
  const isRight = letters(await marked('key')) === letters(await marked('picked'))
  await expect(page.locator('.practice .notice-title')).toHaveText(isRight ? '答对了' : '答错了')
  return isRight
}

test('the network goes and comes back: every answer is explained at once and arrives once', async ({ openAs }) => {
  test.setTimeout(120_000)
  const page = await openAs('xueyuan4', withoutWorker)
  await page.goto(paths.practice('jz'))
  await page.getByRole('link', { name: '下载今日一练，没网也能练' }).click()
  await isAsked(page, 1)
  await expect(page.getByText('没有网络时请不要关闭或刷新这一页')).toBeVisible()
  await page.getByRole('button', { name: '会', exact: true }).click()
  await expect(page.getByText('还没有选答案')).toBeVisible()
  await answerOne(page, '会')
  await expect(state(page)).toHaveText('已保存')

  await page.context().setOffline(true)
  await expect(page.getByText('现在没有网络。请接着练')).toBeVisible()
  for (let at = 2; at <= 5; at++) {
    await page.getByRole('button', { name: '下一题' }).click()
    await isAsked(page, at)
    await answerOne(page, '不确定')
  }
  await expect(state(page)).toHaveText('待同步 4 题')
  const wrong = page.getByRole('button', { name: '审题' })
  if (await wrong.isVisible()) {
    await wrong.click()
    await expect(wrong).toHaveAttribute('aria-pressed', 'true')
  }
  // Another page cannot be opened now: she is asked before she goes.
  await page.getByRole('link', { name: '今日', exact: true }).first().click()
  await expect(page.getByText('现在没有网络，离开后这一页打不开')).toBeVisible()
  await page.getByRole('button', { name: '留在这里' }).click()
  await isAsked(page, 5)

  await page.context().setOffline(false)
  await expect(state(page)).toHaveText('已保存')
  await page.reload()
  let right = 0
  for (let at = 1; at <= 15; at++) {
    await isAsked(page, at, 15)
    if (await answerOne(page, '会', at % 4)) right += 1
    await page.getByRole('button', { name: '下一题' }).click()
  }
  await expect(page.getByText(`这一次练了 15 题，答对 ${right} 题。`)).toBeVisible()
  await expect(state(page)).toHaveText('已保存')
})

test('a tab that is closed without a network loses nothing: the next visit sends what the device kept', async ({
  openAs,
}) => {
  test.setTimeout(120_000)
  const page = await openAs('xueyuan5', withoutWorker)
  await page.goto(paths.practiceOffline('jz'))
  await isAsked(page, 1)
  await page.context().setOffline(true)
  for (let at = 1; at <= 3; at++) {
    await isAsked(page, at)
    await answerOne(page, '蒙的')
    await page.getByRole('button', { name: '下一题' }).click()
  }
  await expect(state(page)).toHaveText('待同步 3 题')
  await page.close()

  const next = await page.context().newPage()
  await page.context().setOffline(false)
  // What is sent is answered, but the answer is lost twice: the third time it is the same three answers.
  let lost = 0
  await next.route(`**${paths.practiceSync()}`, async (route) => {
    if (lost >= 2) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort('internetdisconnected')
  })
  await next.goto(paths.practice('jz'))
  await expect(next.getByText('离线时练的 3 题还存在这台设备上')).toBeVisible()
  await expect(next.getByText('离线时练的 3 题还存在这台设备上')).toBeHidden({ timeout: 20_000 })
  expect(lost).toBe(2)
  await next.goto(paths.practiceSet('jz', 'daily'))
  await expect(next.getByText('这一组还有 17 题')).toBeVisible()
})

test('without a script the form leads on to the daily set', async ({ openAs }) => {
  const page = await openAs('xueyuan7', { javaScriptEnabled: false })
  await page.goto(paths.practiceOffline('jz'))
  await expect(page.locator('noscript .notice')).toBeVisible()
  await expect(page.locator('.scripted .notice')).toBeHidden()
  await page.locator('.exam-option').first().click()
  await page.getByRole('button', { name: '会', exact: true }).click()
  await expect(page).toHaveURL(/\/practice\/jz\/daily\?done=/)
  await expect(page.locator('.result-explanation')).toBeVisible()
})
