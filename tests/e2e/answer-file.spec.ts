import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { paths } from '~/paths.ts'
import { expect, test } from './demo-site.ts'

/* 应急答卷: the network goes for good, time runs out, and what she answered comes by hand. */
const room = paths.room('demo-cohort-1', 'demo-sitting-2')

async function answer(page: Page, count: number): Promise<void> {
  for (let done = 0; done < count; done++) {
    await page
      .locator('.exam-item[data-current] .exam-option')
      .nth(done % 4)
      .click()
    await page.keyboard.press('ArrowDown')
  }
}

/** The server’s clock is the machine’s: her time is over when all of it lies an hour back. */
function endNow(dataDir: string, attemptId: string): void {
  const database = new Database(join(dataDir, 'yucai.db'))
  const back = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString().replace('Z', '+00:00')
  database
    .prepare('UPDATE "Attempt" SET "startedAt" = ?, "deadlineAt" = ?, "boundaryAt" = ? WHERE "id" = ?')
    .run(back(3_600), back(11), back(1), attemptId)
  database.close()
}

async function load(page: Page, bytes: Buffer): Promise<void> {
  if (!(await page.locator('input[type=file]').isVisible())) await page.getByText('载入应急答卷').first().click()
  await page.locator('input[type=file]').setInputFiles({ name: '答卷.yucai', mimeType: 'text/plain', buffer: bytes })
  await page.getByRole('button', { name: '载入', exact: true }).click()
}

test('the network does not come back: the answers are saved as a file, loaded by the coordinator, accepted and counted', async ({
  openAs,
  site,
}) => {
  test.setTimeout(240_000)
  const page = await openAs('xueyuan41')
  await page.clock.install()
  await page.goto(paths.sitting('demo-sitting-2'))
  // What will seal the file is there before it is needed.
  const sealing = page.waitForResponse(/\/assets\/answer-file-/)
  await page.getByRole('button', { name: '开始考试' }).click()
  await sealing
  const attemptId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await answer(page, 3)
  await expect(page.locator('.exam-bar .save-state')).toHaveText('已保存')

  await page.context().setOffline(true)
  await answer(page, 4)
  await expect(page.getByText('网络断了')).toBeVisible()
  await expect(page.getByRole('button', { name: '保存应急答卷' })).toBeHidden()
  await page.clock.fastForward('00:40')
  await expect(page.getByText('还有 4 题没有传上去')).toBeVisible()
  await page.clock.fastForward('02:10:00')
  await expect(page.getByText('时间到了，还有 4 题没有传上去')).toBeVisible()
  endNow(site.dataDir, attemptId)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '保存应急答卷' }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toMatch(/^应急答卷-.+-[0-9a-f]{8}\.yucai$/)
  await expect(page.getByText('已经下载：应急答卷-')).toBeVisible()
  const bytes = readFileSync(await file.path())

  const desk = await openAs('banzhuren1', { viewport: { width: 1280, height: 800 } })
  await desk.goto(paths.room('demo-cohort-1', 'demo-sitting-1'))
  await load(desk, bytes)
  await expect(desk.getByText('这份应急答卷不是这一场的')).toBeVisible()
  await desk.goto(room)
  await load(desk, Buffer.from(bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte))))
  await expect(desk.getByText('文件损坏或被改动过')).toBeVisible()
  await load(desk, bytes)
  await expect(desk.getByText('4 题进了“补传待审”')).toBeVisible()
  await load(desk, bytes)
  await expect(desk.getByText('都已经有了，没有变化')).toBeVisible()
  const late = desk.locator('.late-group')
  await expect(late.locator('li')).toHaveCount(4)
  await expect(late.locator('li').first()).toContainText('时间已过')
  await late.getByLabel('决定的理由').fill('考场断网')
  await late.getByRole('button', { name: '采纳勾选的', exact: true }).click()
  await expect(desk.getByText('已采纳 4 题')).toBeVisible()

  // Her device comes back after all: everything is known, and the result has all seven.
  await page.context().setOffline(false)
  await page.clock.fastForward('01:00')
  await page.waitForURL(/\/result$/)
  await expect(page.getByText('服务器收到 7 题的作答')).toBeVisible()
  await desk.goto(room)
  await expect(desk.locator('.late-group')).toHaveCount(0)
})

test('her tab was closed without a network and time ran out: what the device kept is sent from the result', async ({
  openAs,
  site,
}) => {
  const page = await openAs('xueyuan40')
  await page.goto(paths.sitting('demo-sitting-2'))
  await page.getByRole('button', { name: '开始考试' }).click()
  await expect(page.locator('.exam-item[data-current]')).toBeVisible()
  const { pathname } = new URL(page.url())
  await page.context().setOffline(true)
  await answer(page, 2)
  await expect(page.locator('.exam-bar .save-state')).toContainText('2 题')
  // On the device a moment after it is on the screen.
  await page.waitForTimeout(500)
  await page.close()
  endNow(site.dataDir, pathname.split('/').at(-1) ?? '')

  const next = await page.context().newPage()
  await next.context().setOffline(false)
  await next.goto(pathname)
  await next.waitForURL(/\/result$/)
  await expect(next.getByText('留着的 2 题已经补传。时间已过，要由班主任审核')).toBeVisible()
  await next.reload()
  await expect(next.getByText('服务器收到 0 题的作答')).toBeVisible()
  await expect(next.getByText('已经补传')).toBeHidden()
  const desk = await openAs('banzhuren1', { viewport: { width: 1280, height: 800 } })
  await desk.goto(room)
  await expect(desk.locator('.late-group li')).toHaveCount(2)
})
