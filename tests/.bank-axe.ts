import AxeBuilder from '@axe-core/playwright'
import { chromium } from 'playwright'
import { chromiumLaunch } from './support/chromium.ts'
const origin = 'http://127.0.0.1:4300'
const browser = await chromium.launch(await chromiumLaunch())
const ids = [1, 2, 3, 4].map((n) => `demo-question-${n}`)
const paths = ['/bank', '/bank?subject=zs&status=review', '/bank?q=zzzz', '/bank/jz-01-001', ...ids.map((i) => `/bank/${i}`), ...ids.map((i) => `/bank/${i}/edit`), '/bank/new', '/bank/new?subject=zs&kind=single', '/bank/import', '/bank/import?subject=zs', '/bank/laws', '/bank/duplicates', '/bank/syllabus?subject=zs&edition=2018']
const text = '一、单选题\n1. 先做什么？\nA. 接案\nB. 预估\n答案：A\n解析：先接案。\n2. 后做什么？\nA. 接案\nB. 结案\n答案：AB\n\n没有归属的话。'
for (const [size, language, theme] of [['phone', 'zh-CN', 'dark'], ['phone', 'en', 'light'], ['desk', 'en', 'dark'], ['desk', 'zh-CN', 'light']]) {
  const context = await browser.newContext({ baseURL: origin, viewport: size === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 800 }, colorScheme: theme as 'light', locale: language, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.on('console', (m) => m.type() === 'error' && console.log('console', page.url(), m.text().slice(0, 200)))
  page.on('pageerror', (e) => console.log('pageerror', page.url(), e.message.slice(0, 200)))
  await page.goto('/login')
  await page.fill('input[name=username]', 'banzhuren1')
  await page.fill('input[name=password]', 'yucai-demo')
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((u) => u.pathname !== '/login')
  await page.request.post('/locale', { form: { locale: language! }, headers: { Origin: origin } })
  await page.goto('/bank/import?subject=zs')
  await page.fill('textarea[name=text]', text)
  await page.locator('main form button[type=submit]').last().click()
  await page.waitForURL(/import\/[0-9a-f-]{36}/)
  const staged = new URL(page.url()).pathname
  for (const path of [...paths, staged]) {
    const r = await page.goto(path)
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (r?.status() !== 200 || violations.length || over > 0) console.log(size, language, theme, path, r?.status(), over, violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`))
  }
  if (language === 'en') { await page.goto('/bank/demo-question-1'); await page.screenshot({ path: `/tmp/bank/shots/en-q-${size}.png`, fullPage: true }); await page.goto('/bank?subject=zf'); await page.screenshot({ path: `/tmp/bank/shots/en-list-${size}.png` }) }
  await context.close()
}
// The form without a script.
const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false, viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
const page = await context.newPage()
await page.goto('/login'); await page.fill('input[name=username]', 'banzhuren2'); await page.fill('input[name=password]', 'yucai-demo'); await page.locator('main form button[type=submit]').first().click()
await page.goto('/bank/new?subject=zs&kind=case')
await page.fill('textarea[name=stem]', '一个案例')
await page.fill('[name="items.0.stem"]', '先做什么？')
await page.getByRole('button', { name: '加一道多选题' }).click()
console.log('nojs', await page.inputValue('textarea[name=stem]'), await page.inputValue('[name="items.0.stem"]'), await page.locator('.case-item').count(), await page.evaluate(() => document.activeElement?.getAttribute('name')).catch(() => 'no js'))
await page.getByRole('button', { name: '保存并提交审核' }).click()
console.log('nojs', await page.locator('.error-summary li').count(), await page.locator('.error-summary h2').textContent())
await page.screenshot({ path: '/tmp/bank/shots/nojs-errors.png', fullPage: true })
await browser.close()
