import { chromium } from 'playwright'
import { chromiumLaunch } from '#tests/support/chromium.ts'
const origin = process.env.ORIGIN ?? 'http://127.0.0.1:4400'
const [user, ...paths] = process.argv.slice(2)
const browser = await chromium.launch(await chromiumLaunch())
const views = (process.env.VIEWS ?? 'phone-light desk-light').split(' ')
for (const v of views) {
  const [size, theme, lang] = v.split('-')
  const c = await browser.newContext({ baseURL: origin, viewport: size === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 800 }, colorScheme: theme as 'light', locale: lang === 'en' ? 'en' : 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const p = await c.newPage()
  p.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 300)))
  p.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 300)))
  await p.goto('/login'); await p.fill('input[name=username]', user ?? ''); await p.fill('input[name=password]', 'yucai-demo'); await p.click('main form button[type=submit]'); await p.waitForURL((u) => u.pathname !== '/login')
  for (const path of paths) {
    if (path.startsWith('click:')) { await p.click(path.slice(6)); await p.waitForTimeout(1200) }
    else if (path.startsWith('key:')) { await p.keyboard.press(path.slice(4)); await p.waitForTimeout(300) }
    else if (path.startsWith('shot:')) { const f = `/tmp/prof/${path.slice(5)}-${v}.png`; await p.screenshot({ path: f, fullPage: process.env.FULL === '1' }); console.log(f, p.url(), 'overflow', await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)) }
    else { await p.goto(path); await p.waitForTimeout(900) }
  }
  await c.close()
}
await browser.close()
