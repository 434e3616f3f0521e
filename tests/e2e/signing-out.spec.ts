import type { Page } from '@playwright/test'
import { paths } from '~/paths.ts'
import { expect, signInAs, test } from './demo-site.ts'

/* Signing out takes the device's storage along: what has not been sent is sent first, or she is asked. */
const signOut = (page: Page) => page.getByRole('button', { name: '退出登录' }).click()

/** How many answers this device keeps, of exams and of practice. */
const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const count = (name: string) =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open(name)
        open.onupgradeneeded = () => open.transaction?.abort()
        open.onerror = (event) => {
          event.preventDefault()
          resolve(0)
        }
        open.onsuccess = () => {
          const all = open.result.transaction('answers').objectStore('answers').count()
          all.onsuccess = () => {
            open.result.close()
            resolve(all.result)
          }
        }
      })
    return [await count('yucai-attempts'), await count('yucai-practice')]
  })

/** Two answers of an exam that only the device has; the tab is gone. Leads to a page of the same person at the same device. */
async function leftBehind(page: Page): Promise<Page> {
  await page.goto(paths.sitting('demo-sitting-2'))
  const sealing = page.waitForResponse(/\/assets\/answer-file-/)
  await page.getByRole('button', { name: '开始考试' }).click()
  await sealing
  await expect(page.locator('.exam-item[data-current]')).toBeVisible()
  await page.context().setOffline(true)
  for (const letter of ['a', 'b']) {
    await page.keyboard.press(letter)
    await page.keyboard.press('ArrowDown')
  }
  await expect.poll(() => keptBy(page)).toEqual([2, 0])
  await page.close()
  const next = await page.context().newPage()
  await next.context().setOffline(false)
  return next
}

const isOut = (page: Page) => page.waitForURL((url) => url.pathname === paths.login())
/** What is sent gets no answer. */
const cutSync = (page: Page) => page.route('**/sync', (route) => route.abort('internetdisconnected'))

test('nothing is unsent: signing out is one press', async ({ openAs }) => {
  const page = await openAs('xueyuan42')
  await page.goto(paths.me())
  await signOut(page)
  await isOut(page)
})

test('without a script it is one press too', async ({ openAs }) => {
  const page = await openAs('xueyuan42', { javaScriptEnabled: false })
  await page.goto(paths.me())
  await signOut(page)
  await isOut(page)
})

test('what can be sent is sent on the way out', async ({ openAs }) => {
  const page = await leftBehind(await openAs('xueyuan43'))
  await page.goto(paths.me())
  expect(await keptBy(page)).toEqual([2, 0])
  const sync = page.waitForRequest('**/sync')
  await signOut(page)
  expect(JSON.parse((await sync).postData() ?? '')).toMatchObject({ kind: 'save', answers: [{}, {}] })
  await isOut(page)
  expect(await keptBy(page)).toEqual([0, 0])
})

test('what cannot be sent: she is told how much, stays, saves the file, or has it deleted', async ({ openAs }) => {
  const page = await leftBehind(await openAs('xueyuan44'))
  await page.goto(paths.practiceOffline('jz'))
  await cutSync(page)
  await page.locator('.exam-option').first().click()
  await page.getByRole('button', { name: '会', exact: true }).click()
  await expect(page.locator('.offline-line .save-state')).toHaveText('待同步 1 题')
  await page.goto(paths.me())

  await signOut(page)
  await expect(page.getByRole('heading', { name: '还有 3 题没有传上去' })).toBeVisible()
  await expect(page.getByText('考试答案 2 题。练习答案 1 题。')).toBeVisible()
  await page.getByRole('button', { name: '先不退出' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await keptBy(page)).toEqual([2, 1])

  await signOut(page)
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: /^保存应急答卷：/ }).click()
  expect((await file).suggestedFilename()).toMatch(/^应急答卷-.+\.yucai$/)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '删除并退出' }).click()
  await expect(page.getByText('网络不通，没有退出')).toBeVisible()
  expect(await keptBy(page)).toEqual([2, 1])
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '删除并退出' }).click()
  await isOut(page)
  expect(await keptBy(page)).toEqual([0, 0])
})

test('the network goes while she is on her page: she is told, and sends again when it is back', async ({ openAs }) => {
  const page = await leftBehind(await openAs('xueyuan45'))
  await page.goto(paths.me(), { waitUntil: 'networkidle' })
  await page.context().setOffline(true)
  await signOut(page)
  await expect(page.getByRole('heading', { name: '还有 2 题没有传上去' })).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '再传一次' }).click()
  await isOut(page)
  expect(await keptBy(page)).toEqual([0, 0])
})

test('what another left at this device is not sent, not counted and not deleted', async ({ openAs }) => {
  const page = await leftBehind(await openAs('xueyuan46'))
  await page.context().clearCookies()
  await signInAs(page, 'xueyuan47')
  await page.goto(paths.me())
  await signOut(page)
  await isOut(page)
  expect(await keptBy(page)).toEqual([2, 0])
})
