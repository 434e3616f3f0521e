import type { Page } from '@playwright/test'
import { unzipTexts } from '#tests/support/unzip.ts'
import { paths } from '~/paths.ts'
import { demoPassword } from '../../prisma/demo-centre.ts'
import { expect, test } from './demo-site.ts'

/* What coordinators and administrators do on a desk, and what it means to those whom it concerns. */

const cohort = 'demo-cohort-1'
const desk = { viewport: { width: 1280, height: 800 } }
const password = '桥头石阶上的三只麻雀'

async function setPassword(page: Page, code: string | null): Promise<void> {
  await page.goto(paths.code())
  await page.getByLabel('登录码').fill(code ?? '')
  await page.getByLabel('新密码').fill(password)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
}

test('a pasted list becomes people with codes; one of them sets a password, gets a mentor and is in the export', async ({
  openAs,
}) => {
  test.setTimeout(150_000)
  const coordinator = await openAs('banzhuren1', desk)
  await coordinator.goto(paths.roster(cohort))
  await coordinator.getByRole('link', { name: '粘贴名单' }).click()
  await coordinator
    .getByLabel('名单', { exact: true })
    .fill('姓名\t手机号\t机构\n闻人月\t13900001111\t青檐社区\n步青云\tbuqingyun\t禾桥社区\n无机构\t13900002222\t')
  await coordinator.getByRole('button', { name: '预览', exact: true }).click()
  await expect(coordinator.getByText('新建 2 人，已有 0 人，有问题 1 行')).toBeVisible()
  await expect(coordinator.getByRole('row', { name: /无机构/ })).toContainText('没有写机构')
  await coordinator.getByRole('button', { name: '导入没有问题的 2 人' }).click()
  await expect(coordinator.getByText('新建 2 人，加入班级 2 人。')).toBeVisible()
  const code = await coordinator
    .getByRole('row', { name: /闻人月/ })
    .locator('code')
    .textContent()

  const trainee = await openAs(null)
  await setPassword(trainee, code)
  await trainee.waitForURL(/\/today$/)
  await expect(trainee.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  const stranger = await openAs(null)
  await setPassword(stranger, code)
  await expect(stranger.locator('[aria-invalid=true]')).toHaveAttribute('name', 'code')

  const mentor = await openAs('daoshi3', desk)
  await mentor.goto(paths.mentor())
  await expect(mentor.getByRole('link', { name: '闻人月' })).toHaveCount(0)
  await coordinator.goto(paths.roster(cohort, { q: '闻人月' }))
  await coordinator.getByLabel('选择 闻人月').check()
  await coordinator.getByLabel('导师', { exact: true }).last().selectOption({ label: '宋听澜' })
  await coordinator.getByRole('button', { name: '指定为导师' }).click()
  await expect(coordinator.getByRole('row', { name: /闻人月/ })).toContainText('宋听澜')
  await mentor.goto(paths.mentor())
  await expect(mentor.getByRole('link', { name: '闻人月' })).toBeVisible()

  await coordinator.goto(paths.sheet(cohort))
  const arriving = coordinator.waitForEvent('download')
  await coordinator.getByRole('button', { name: '导出 Excel' }).click()
  const file = await arriving
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
  const texts = [...unzipTexts(await bytesOf(file)).values()].join('')
  expect(texts).toContain('闻人月')
  expect(texts).not.toContain('池映月')
})

async function bytesOf(file: { createReadStream(): Promise<AsyncIterable<Uint8Array>> }): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

test('a lesson in two versions: in the track of its own cohort, unknown to the other cohort, and back to the first', async ({
  openAs,
}) => {
  test.setTimeout(150_000)
  const [coordinator, trainee, foreigner] = [
    await openAs('banzhuren1', desk),
    await openAs('xueyuan2'),
    await openAs('xueyuan51'),
  ]
  await coordinator.goto(paths.newLesson(cohort))
  await coordinator.getByLabel('标题', { exact: true }).fill('青檐的联系办法')
  await coordinator.getByLabel('英文标题').fill('Whom to call in Qingyan')
  await coordinator.getByLabel('一句话简介').fill('学完知道遇事找谁。')
  await coordinator.locator('#source').fill('夜里出事，先打值班室。')
  await coordinator.getByRole('button', { name: '保存' }).click()
  await expect(coordinator.getByText('已保存为第 1 版')).toBeVisible()
  const lessonId = new URL(coordinator.url()).pathname.split('/').at(-1) ?? ''
  expect((await trainee.goto(paths.lesson(lessonId)))?.status(), 'a draft').toBe(404)
  await coordinator.getByRole('button', { name: '发布第 1 版' }).click()
  await expect(coordinator.getByText('正在使用')).toBeVisible()

  await trainee.goto(paths.track('jiben-lilun'))
  const line = trainee.locator('li', { has: trainee.getByRole('link', { name: '青檐的联系办法' }) }).last()
  await expect(line).toContainText('本班补充')
  await foreigner.goto(paths.track('jiben-lilun'))
  await expect(foreigner.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(foreigner.getByText('青檐的联系办法')).toHaveCount(0)

  await coordinator.locator('#source').fill('夜里出事，先打社区主任。')
  await coordinator.getByRole('button', { name: '保存' }).click()
  await expect(coordinator.getByText('已保存为第 2 版')).toBeVisible()
  await trainee.goto(paths.lesson(lessonId))
  await expect(trainee.getByText('夜里出事，先打值班室。')).toBeVisible()
  await coordinator.getByRole('button', { name: '发布第 2 版' }).click()
  await expect(coordinator.getByRole('button', { name: '发布第 1 版' })).toBeVisible()
  await trainee.reload()
  await expect(trainee.getByText('夜里出事，先打社区主任。')).toBeVisible()

  await coordinator.getByRole('button', { name: '发布第 1 版' }).click()
  await expect(coordinator.getByRole('button', { name: '发布第 2 版' })).toBeVisible()
  await trainee.reload()
  await expect(trainee.getByText('夜里出事，先打值班室。')).toBeVisible()
  expect((await foreigner.goto(paths.lesson(lessonId)))?.status()).toBe(404)
})

test('an administrator suspends somebody, who is out at once, and restores her', async ({ openAs }) => {
  const admin = await openAs('admin', desk)
  const trainee = await openAs('xueyuan12')
  await admin.goto(paths.adminPeople({ q: 'xueyuan12' }))
  await admin.getByRole('link', { name: '曹雨桐' }).click()
  await admin.locator('summary', { hasText: '停用账号' }).click()
  await admin.locator('details[open]').getByRole('button', { name: '停用账号' }).click()
  await expect(admin.getByRole('button', { name: '恢复账号' })).toBeVisible()
  await trainee.goto(paths.today())
  await expect(trainee).toHaveURL(/\/login\?/)

  await admin.getByRole('button', { name: '恢复账号' }).click()
  await expect(admin.locator('summary', { hasText: '停用账号' })).toBeVisible()
  await trainee.locator('input[name=username]').fill('xueyuan12')
  await trainee.locator('input[name=password]').fill(demoPassword)
  await trainee.getByRole('button', { name: '登录' }).click()
  await expect(trainee).toHaveURL(/\/today$/)
})
