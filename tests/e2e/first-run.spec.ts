import { expect, type Page, test } from '@playwright/test'
import { startSite } from '#tests/support/site.ts'
import { noTrespasses, noteTrespasses } from './demo-site.ts'

test('an empty site prints a link that makes its first administrator, once', async ({ browser }) => {
  test.setTimeout(120_000)
  const site = await startSite({ env: { LOG_LEVEL: 'error' } })
  try {
    // The link is printed before the site listens.
    await expect.poll(() => fetch(`${site.origin}/readyz`).then((answer) => answer.status, String)).toBe(200)
    const printed = /http:\/\/\S+\/setup\/\S+/.exec(site.log())?.[0] ?? ''
    const link = new URL(new URL(printed).pathname, site.origin).href

    const [context, late] = await Promise.all([browser.newContext(), browser.newContext()])
    const trespasses = noTrespasses()
    for (const one of [context, late]) noteTrespasses(one, [site.origin], trespasses)

    const stranger = await late.newPage()
    expect((await stranger.goto(`${site.origin}/setup/guessed`))?.status()).toBe(410)
    await stranger.goto(link)

    const page = await context.newPage()
    await page.goto(link)
    await fillIn(page, '顾闻笙')
    await page.waitForURL(`${site.origin}/admin`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto(`${site.origin}/admin/people`)
    await expect(page.getByRole('link', { name: '顾闻笙' })).toBeVisible()

    // Dead for whoever opens it now, and for whoever had opened it before.
    expect((await page.goto(link))?.status()).toBe(410)
    await fillIn(stranger, '某某')
    await expect(stranger.getByText('这个链接已经用过')).toBeVisible()
    await page.goto(`${site.origin}/admin/people`)
    await expect(page.getByRole('link', { name: '某某' })).toHaveCount(0)
    expect(trespasses).toEqual(noTrespasses())
  } finally {
    await site.stop()
  }
})

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('中心名称').fill('乔头堡社会组织服务中心')
  await page.getByLabel('你的姓名').fill(name)
  await page.getByLabel('用户名').fill('guwensheng')
  await page.getByLabel('密码').fill('桥头石阶上的三只麻雀')
  await page.getByRole('button', { name: '建立站点' }).click()
}
