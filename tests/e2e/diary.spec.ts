import type { Page } from '@playwright/test'
import { paths } from '~/paths.ts'
import { expect, test } from './demo-site.ts'

/* 民情日记: written on a phone, saved by itself, handed in, returned with two comments, answered, handed in again, accepted. */
const told = '早上八点，水管漏到楼下。\n楼下的大姐说，上周也漏过一次。'

async function write(page: Page, labels: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(labels)) await page.getByLabel(label).fill(text)
}

async function comment(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.locator('summary', { hasText: '批注' }).and(page.getByLabel(label)).click()
  const open = page.locator('.desk-comment[open]').last()
  await open.locator('textarea').fill(text)
  await open.getByRole('button', { name: '保存批注' }).click()
  await expect(page.locator('.desk-comment[open] textarea', { hasText: text })).toBeVisible()
}

test('an entry goes from her phone to her mentor and back, until it is accepted', async ({ openAs }) => {
  const trainee = await openAs('xueyuan6')
  await trainee.goto(paths.diary())
  await expect(trainee.getByText('还没有日记')).toBeVisible()
  await trainee.getByRole('link', { name: '写一篇' }).click()
  await write(trainee, { 走访地点: '青岩社区第四网格', 走访对象: '楼下的大姐（服-031）', 反映的问题: told })
  await expect(trainee.locator('.save-state')).toHaveText('已保存')

  // Killed in the middle: what was saved by itself is there.
  await trainee.goto(paths.diary())
  await trainee.getByRole('link', { name: /^早上八点/ }).click()
  await expect(trainee.getByLabel('反映的问题')).toHaveValue(told)
  await trainee.getByRole('button', { name: '提交批阅' }).click()
  await expect(trainee.getByRole('alert')).toContainText('处理情况')
  await write(trainee, { 处理情况: '打物业 13912345678，下午来换管。', 心得体会: '先止损，再分责任。' })
  await trainee.getByRole('button', { name: '提交批阅' }).click()
  await expect(trainee.getByText('处理情况：“13912345678”（电话）')).toBeVisible()
  await trainee.getByRole('button', { name: '换成“（电话略）”' }).click()
  await trainee.getByRole('button', { name: '提交批阅' }).click()
  await expect(trainee.getByText('还没有人打开过')).toBeVisible()
  const entry = new URL(trainee.url()).pathname

  await trainee.getByRole('button', { name: '撤回' }).click()
  await trainee.getByRole('button', { name: '提交批阅' }).click()
  await expect(trainee.getByText('第 2 稿')).toBeVisible()

  const mentor = await openAs('daoshi1', { viewport: { width: 1280, height: 800 } })
  await mentor.goto(paths.desk())
  const hers = mentor.getByRole('row', { name: /^江/ }).or(mentor.getByRole('row')).filter({ hasText: '第 2 稿' })
  await hers.getByRole('button', { name: /^开始批阅/ }).click()
  await comment(mentor, /反映的问题 · 第 2 段/, '上周那次是谁处理的？')
  await comment(mentor, /心得体会 · 第 1 段/, '责任怎么分，写一句依据。')
  await mentor.getByRole('button', { name: '退回修改' }).click()
  await mentor.waitForURL(/decided=1/)

  await trainee.goto(entry)
  const comments = trainee.locator('#comments')
  await expect(comments).toContainText('反映的问题，第 2 段')
  await trainee.getByRole('button', { name: '再次提交' }).click()
  await expect(trainee.getByText('还有修改意见没有回应')).toBeVisible()
  for (const answer of ['已改', '有异议']) {
    const open = comments.locator('details[open]').first()
    await open.getByLabel(answer).check()
    await open.getByRole('button', { name: '回应' }).click()
    await expect(comments.locator('.tag', { hasText: answer })).toBeVisible()
  }
  await write(trainee, { 反映的问题: `${told}\n上周是邻居自己拧紧的。` })
  await trainee.getByRole('button', { name: '再次提交' }).click()
  await expect(trainee.getByText('第 3 稿')).toBeVisible()

  await mentor.goto(paths.desk())
  await mentor
    .getByRole('row')
    .filter({ hasText: '第 3 稿' })
    .getByRole('button', { name: /^开始批阅/ })
    .click()
  await expect(mentor.locator('.desk-side')).toContainText('有异议')
  await expect(mentor.locator('ins', { hasText: '上周是邻居自己拧紧的' })).toBeVisible()
  await mentor.getByRole('button', { name: '通过', exact: true }).click()
  await expect(mentor.getByText('通过前请给每一项评分')).toBeVisible()
  for (const group of await mentor.locator('.desk-marks fieldset').all()) await group.locator('input').last().check()
  await mentor.getByRole('button', { name: '通过', exact: true }).click()
  await mentor.waitForURL(/decided=1/)

  await trainee.goto(entry)
  await expect(trainee.getByText('已通过')).toBeVisible()

  // Whoever accompanies somebody else, or runs the cohort, finds nothing.
  const other = await openAs('banzhuren1')
  expect((await other.goto(paths.deskWork(entry.replace('/diary/', ''))))?.status()).toBe(404)
})
