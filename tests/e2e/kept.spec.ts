import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { freePort, startSite } from '#tests/support/site.ts'
import { paths } from '~/paths.ts'
import { expect, signInAs, test } from './demo-site.ts'

/* 今日一练 kept on the device: it opens without a network, after a reload, after it was closed, and for nobody else. */
const kept = '已经存到这台设备上：没有网络也能打开'
const state = (page: Page) => page.locator('.offline-line .save-state')
const isAsked = (page: Page, at: number, count = 20) =>
  expect(page.locator('.offline-line')).toContainText(`第 ${at} 题，共 ${count} 题`)
const cachesOf = (page: Page) => page.evaluate(() => caches.keys())

async function answer(page: Page, confidence: string): Promise<void> {
  await page.locator('.exam-option').first().click()
  await page.getByRole('button', { name: confidence, exact: true }).click()
  await expect(page.locator('.result-explanation')).toBeVisible()
}

const answersOnDevice = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('yucai-practice')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('answers').objectStore('answers').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )

/** Opens the set and waits until it is on the device. */
async function prepare(page: Page): Promise<void> {
  await page.goto(paths.practiceOffline('jz'))
  await expect(page.getByText(kept)).toBeVisible({ timeout: 30_000 })
}

async function anotherTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(paths.practiceOffline('jz'))
  return page
}

function answersInDatabase(dataDir: string, username: string) {
  const database = new Database(join(dataDir, 'yucai.db'), { readonly: true })
  const rows = database
    .prepare(`SELECT "questionId", "part" FROM "PracticeAnswer" WHERE "personId" = ? AND "mode" = 'daily'`)
    .all(`demo-${username}`)
  database.close()
  return rows.map((row) => JSON.stringify(row))
}

test('kept once, it opens underground: reloaded, answered, closed, opened again, and every answer arrives once', async ({
  openAs,
  site,
}) => {
  const first = await openAs('xueyuan21')
  const context = first.context()
  const before = answersInDatabase(site.dataDir, 'xueyuan21').length
  await first.goto(paths.practice('jz'))
  await first.getByRole('link', { name: '下载今日一练，没网也能练' }).click()
  await expect(first.getByText(kept)).toBeVisible({ timeout: 30_000 })

  await context.setOffline(true)
  await first.getByRole('link', { name: '今日', exact: true }).first().click()
  await expect(first.getByText('现在没有网络，别的页面打不开')).toBeVisible()
  await first.getByRole('button', { name: '留在这里' }).click()
  await first.reload()
  await isAsked(first, 1)
  for (let at = 1; at <= 3; at++) {
    await isAsked(first, at)
    await answer(first, '不确定')
    await first.getByRole('button', { name: '下一题' }).click()
  }
  await expect(state(first)).toHaveText('待同步 3 题')
  await expect(first.getByText('现在没有网络。请接着练')).toBeVisible()
  await first.close()

  const second = await anotherTab(context)
  await isAsked(second, 4)
  await expect(state(second)).toHaveText('待同步 3 题')
  await answer(second, '会')
  await context.setOffline(false)
  await expect(state(second)).toHaveText('已保存')
  const arrived = answersInDatabase(site.dataDir, 'xueyuan21').slice(before)
  expect(arrived).toHaveLength(4)
  expect(new Set(arrived).size).toBe(4)

  // The copy on the device may be older than what was sent: nothing is asked twice.
  await expect(second.getByText(kept)).toBeVisible({ timeout: 30_000 })
  await context.setOffline(true)
  await second.reload()
  await expect(second.locator('.offline-line')).toContainText(/第 (5 题，共 20|1 题，共 16) 题/)
})

test('without a network the worker answers for no other address, and where nothing was kept it says what to do', async ({
  openAs,
}) => {
  const page = await openAs('xueyuan22')
  await page.goto(paths.practice('jz'))
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).filter((one) => one.active).length),
    )
    .toBe(1)
  await page.context().setOffline(true)

  await page.goto(paths.practiceOffline('jz'))
  await expect(page.getByRole('heading')).toHaveText('没有网络，这一页也还没有存到这台设备上')
  await page.context().setOffline(false)
  await page.getByRole('link', { name: '再试一次' }).click()
  await expect(page.getByText(kept)).toBeVisible({ timeout: 30_000 })

  await page.context().setOffline(true)
  for (const path of [
    paths.today(),
    paths.practice('jz'),
    paths.practiceSet('jz', 'daily'),
    paths.practiceOffline('gs'),
  ]) {
    const failure = await page.goto(path).then(
      () => 'it was answered',
      (error: Error) => error.message,
    )
    expect(failure, path).toContain('ERR_INTERNET_DISCONNECTED')
  }
})

test('her session has ended when the network is back: the answers wait until she has signed in', async ({
  openAs,
  site,
}) => {
  const page = await openAs('xueyuan23')
  const before = answersInDatabase(site.dataDir, 'xueyuan23').length
  await prepare(page)
  await page.context().setOffline(true)
  await page.reload()
  await answer(page, '蒙的')
  await page.context().clearCookies()
  await page.context().setOffline(false)
  await expect(page.getByText('登录已经失效')).toBeVisible()
  await expect(state(page)).toHaveText('待同步 1 题')

  // The phone is underground again before she could sign in: what was kept is still there.
  await page.context().setOffline(true)
  await page.reload()
  await expect(state(page)).toHaveText('待同步 1 题')
  await isAsked(page, 2)
  await page.context().setOffline(false)
  await page.goto(paths.practiceOffline('jz'))
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.locator('input[name=username]').fill('xueyuan23')
  await page.locator('input[name=password]').fill('yucai-demo')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText(kept)).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => answersInDatabase(site.dataDir, 'xueyuan23').length).toBe(before + 1)
})

test('signing out leaves nothing, and another person on the same phone meets nothing of hers', async ({ openAs }) => {
  const page = await openAs('xueyuan24')
  const context = page.context()
  await prepare(page)
  expect(await cachesOf(page)).toHaveLength(1)
  await page.goto(paths.me())
  await page.getByRole('button', { name: '退出登录' }).first().click()
  await page.waitForURL((url) => url.pathname === paths.login())
  await expect.poll(() => cachesOf(page)).toEqual([])

  // One whose session just ended: somebody else signs in at the same phone.
  await signInAs(page, 'xueyuan24')
  await prepare(page)
  await context.clearCookies()
  await page.goto(paths.exam())
  await expect.poll(() => cachesOf(page)).toHaveLength(1)
  await page.locator('input[name=username]').fill('xueyuan25')
  await page.locator('input[name=password]').fill('yucai-demo')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/\/exam$/)
  await expect.poll(() => cachesOf(page)).toEqual([])
  await context.setOffline(true)
  await page.goto(paths.practiceOffline('jz'))
  await expect(page.getByRole('heading')).toHaveText('没有网络，这一页也还没有存到这台设备上')
})

test('a set of yesterday still opens, and says so; and a person who reads English is told in English', async ({
  openAs,
}) => {
  const page = await openAs('xueyuan29')
  await prepare(page)
  await page.context().setOffline(true)
  await page.clock.setSystemTime(Date.now() + 24 * 60 * 60_000)
  await page.reload()
  await expect(page.getByText('存下的一组题')).toBeVisible()
  await page.context().setOffline(false)

  const english = await openAs('xueyuan30')
  await english.goto(paths.profile())
  await english.locator('select[name=locale], input[name=locale][value=en]').first().setChecked(true)
  await english.locator('form:has([name=locale]) button[type=submit]').first().click()
  await expect(english.locator('html')).toHaveAttribute('lang', 'en')
  await english.goto(paths.practice('jz'))
  await expect
    .poll(() =>
      english.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).some((one) => one.active)),
    )
    .toBe(true)
  await english.context().setOffline(true)
  await english.goto(paths.practiceOffline('jz'))
  await expect(english.getByRole('heading')).toHaveText('There is no network, and this page is not kept on this device')
})

test('where the feature is switched off, the next visit takes the worker and its copies away', async ({ browser }) => {
  test.setTimeout(240_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'yucai-kept-'))
  const env = { PORT: String(await freePort()), LOG_LEVEL: 'error' }
  const before = await startSite({ seed: true, dataDir, env })
  const context = await browser.newContext({ baseURL: before.origin })
  const page = await context.newPage()
  await signInAs(page, 'xueyuan28')
  await prepare(page)
  await before.stop()
  // The server is away, and the page opens.
  await page.reload()
  await isAsked(page, 1)

  const after = await startSite({ dataDir, env: { ...env, OFFLINE_PAGES: '0' } })
  // No script of the page runs: it is the browser that asks for the worker anew, and gets the farewell.
  await page.goto('about:blank')
  await context.route(/\/assets\//, (route) => route.abort())
  await page.goto(before.origin + paths.practiceOffline('jz'))
  const left = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
  await expect.poll(left, { timeout: 60_000 }).toBe(0)
  expect(await cachesOf(page)).toEqual([])
  await context.close()
  await after.stop()
  rmSync(dataDir, { recursive: true })
})

test('at a shared computer nothing is kept', async ({ openAs }) => {
  const page = await openAs(null)
  await page.goto(paths.login(paths.practiceOffline('jz')))
  await page.locator('input[name=username]').fill('xueyuan26')
  await page.locator('input[name=password]').fill('yucai-demo')
  await page.locator('input[name=shared]').check()
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText('请不要关闭或刷新这一页')).toBeVisible()
  await answer(page, '会')
  await expect(state(page)).toHaveText('已保存')
  await expect.poll(() => answersOnDevice(page)).toBe(0)
  expect(await cachesOf(page)).toEqual([])
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})

test('an exam that she opens takes the kept set away, and the page that is still open puts its questions aside', async ({
  openAs,
}) => {
  const page = await openAs('xueyuan27')
  await prepare(page)
  const exam = await page.context().newPage()
  await exam.goto(paths.examSubject('jz'))
  await exam.getByRole('button', { name: '开始考试' }).first().click()
  await exam.waitForURL(/\/attempts\//)
  // Loaded anew by itself, the page is without them; and so is the copy that it makes.
  await expect(page.locator('.offline-line')).not.toContainText('共 20 题')
  await expect(page.getByText(kept)).toBeVisible({ timeout: 30_000 })
})

test('of an exam that she opens on another device the set hears with the first answer that arrives', async ({
  openAs,
}) => {
  const page = await openAs('xueyuan32')
  await prepare(page)
  const exam = await openAs('xueyuan32')
  await exam.goto(paths.examSubject('jz'))
  await exam.getByRole('button', { name: '开始考试' }).first().click()
  await exam.waitForURL(/\/attempts\//)

  await answer(page, '会')
  await expect(state(page)).toHaveText('已保存')
  await expect(page.getByText('在你正在考的试卷里，先收起来')).toBeVisible()
  await expect(page.locator('.offline-line')).not.toContainText('共 20 题')
})
