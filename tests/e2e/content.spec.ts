import { signIn } from '#tests/support/sign-in.ts'
import { expect, signInAs, test } from './demo-site.ts'

const hostile = `第一段。

<script>document.title = 'taken'</script>

<img src="https://evil.example/pixel.png" onerror="document.title = 'taken'">

[点这里](javascript:document.title='taken')

![图](https://evil.example/pixel.png)

import fs from "fs"
`
const sound = `第一段，见 :词语[接案]。算式 {1 + 1} 照原样显示。

:::自测{#q1}
走访前先做什么？

- [x] 约好时间
- [ ] 直接敲门

先约时间，是对居民的尊重。
:::
`

test('readers share a rendered lesson; each finds her own name, her own token and her own nonces in it', async ({
  site,
}) => {
  const copies: string[] = []
  for (const reader of ['xueyuan1', 'xueyuan2', 'xueyuan3', 'xueyuan4', 'xueyuan58', 'xueyuan59', 'xueyuan60']) {
    const cookie = await signIn(site.origin, reader)
    for (const _ of ['rendered', 'shared']) {
      const response = await fetch(`${site.origin}/lessons/what-is-social-work`, { headers: { cookie } })
      const page = await response.text()
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1] ?? ''
      const name = /\\"name\\",\\"([^\\]+)\\"/.exec(page)?.[1] ?? ''
      const token = /\\"visitToken\\",\\"([^\\]+)\\"/.exec(page)?.[1] ?? ''
      expect(name).not.toBe('')
      expect(all(page, /class="person-name">([^<]+)</g)).toEqual([name])
      expect(new Set(all(page, /name="visit" value="([^"]+)"/g))).toEqual(new Set([token]))
      expect(new Set(all(page, /nonce="([^"]*)"/g))).toEqual(new Set([nonce]))
      expect(page).not.toContain('hole-')
      copies.push(page.replaceAll(nonce, 'N').replaceAll(token, 'T').replaceAll(name, 'W'))
    }
    const [rendered, shared] = copies.slice(-2)
    expect(shared).toBe(rendered)
  }
})

test('readers share a rendered 今日; each finds her own words in it', async ({ site }) => {
  const own = /\\"(?:sentence|note|author|body|about)\\",\\"([^\\]+)\\"/g
  for (let number = 1; number <= 20; number++) {
    const cookie = await signIn(site.origin, `xueyuan${number}`)
    const copies: string[] = []
    for (const _ of ['rendered', 'shared']) {
      const response = await fetch(`${site.origin}/today`, { headers: { cookie } })
      const page = await response.text()
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1] ?? ''
      const [html = '', handoff = ''] = page.split('streamController.enqueue')
      const words = all(handoff, own)
      expect(words).not.toEqual([])
      for (const word of words) expect(html).toContain(word)
      expect(page).not.toContain('hole-')
      copies.push(page.replaceAll(nonce, 'N').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T'))
    }
    expect(copies[1]).toBe(copies[0])
  }
})

test('a hall shares the frame around its papers; each finds her own paper in it', async ({ site }) => {
  const seen = new Set<string>()
  for (const reader of ['xueyuan31', 'xueyuan32', 'xueyuan33']) {
    const cookie = await signIn(site.origin, reader)
    const headers = { cookie, origin: site.origin, 'content-type': 'application/x-www-form-urlencoded' }
    const begun = await fetch(`${site.origin}/exam/jz`, {
      ...{ method: 'POST', redirect: 'manual', headers, body: 'intent=start' },
    })
    const address = begun.headers.get('Location') ?? ''
    for (const _ of ['rendered', 'shared']) {
      const page = await (await fetch(site.origin + address, { headers: { cookie } })).text()
      const handoff = page.slice(page.indexOf('streamController.enqueue'))
      const ids = /\\"itemIds\\",\\"([^\\]+)\\"/.exec(handoff)?.[1]?.split(',') ?? []
      expect(ids).toHaveLength(80)
      expect(all(page, /data-item="([^"]+)"/g)).toEqual(ids)
      expect(all(page, /data-document="([^"]+)"/g)).toEqual([`attempt-${address.split('/').at(-1)}:0`])
      expect(page).not.toContain('hole-')
      seen.add(ids.join())
    }
  }
  expect(seen.size).toBe(3)
})

test('a sheet seen again is the same rendering, with its rows made anew', async ({ site }) => {
  const cookie = await signIn(site.origin, 'banzhuren1')
  const cohorts = await (await fetch(`${site.origin}/cohorts`, { headers: { cookie } })).text()
  const [cohort = ''] = all(cohorts, /href="\/cohorts\/([^"/?]+)/g)
  const copies: string[] = []
  for (const query of ['', '', '?view=course', '?view=course', '?q=%E6%9E%97']) {
    const response = await fetch(`${site.origin}/cohorts/${cohort}/progress${query}`, { headers: { cookie } })
    const page = await response.text()
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1] ?? ''
    expect(page).not.toContain('hole-')
    expect(page).not.toContain('<!--part')
    copies.push(page.replaceAll(nonce, 'N').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d:\d\d/g, 'T'))
  }
  const rowsOf = (page = '') => all(page, /<th scope="row"><a href="[^"]+">([^<]+)/g).length
  expect(copies[1]).toBe(copies[0])
  expect(copies[3]).toBe(copies[2])
  expect(copies.slice(0, 4).map(rowsOf)).toEqual(Array(4).fill(rowsOf(copies[0])))
  expect(rowsOf(copies[4])).toBeGreaterThan(0)
  expect(rowsOf(copies[4])).toBeLessThan(rowsOf(copies[0]))
})

function all(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found)
}

test('a node that an extension puts into the page does not blank the lesson', async ({ browser, site }) => {
  // React finds a page that it did not write, says so on the console and renders anew: this context is not watched.
  const context = await browser.newContext({ baseURL: site.origin })
  const page = await context.newPage()
  await page.addInitScript(() => {
    // As soon as the text is parsed: before React has seen it.
    const observer = new MutationObserver(() => {
      const text = document.querySelector('[data-document]')
      if (!text) return
      observer.disconnect()
      const node = document.createElement('div')
      node.className = 'put-in-by-an-extension'
      document.body.prepend(node)
      text.prepend(node.cloneNode())
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  await signInAs(page, 'xueyuan1')
  await page.goto('/lessons/what-is-social-work')
  const text = page.getByText('常有居民问：“你们社工，到底是干什么的？”')
  await expect(text).toBeVisible()
  // React has taken the page over, and the text is still there: a term opens in its place.
  await page.locator('a[data-term]').first().click()
  await expect(page.locator('.term-peek')).toBeVisible()
  await expect(text).toBeVisible()
  await expect(page.getByRole('heading', { name: '青檐社区的三个月' })).toBeVisible()
  await context.close()
})

test('a hostile lesson is refused with line and reason; a sound one is previewed, published and read', async ({
  page,
  browser,
  watch,
}) => {
  await signInAs(page, 'banzhuren1')
  await page.goto('/cohorts')
  const cohort = await page.locator('a[href^="/cohorts/"]').first().getAttribute('href')
  await page.goto(`${cohort}/lessons`)
  await page.getByRole('link', { name: '写一课' }).first().click()

  await page.getByLabel('标题', { exact: true }).fill('走访之前')
  await page.getByLabel('英文标题').fill('Before a visit')
  await page.getByLabel('一句话简介').fill('学完能准备一次走访。')
  await page.locator('#source').fill(hostile)
  await page.getByRole('button', { name: '保存' }).click()
  for (const [line, reason] of [
    [3, '不能使用 HTML 标签 <script>，请删除它。'],
    [5, '不能使用 HTML 标签 <img>，请删除它。'],
    [7, '不能用这个链接'],
    [9, '这里还不能放图片'],
    [11, '课文里不能写程序'],
  ] as const) {
    await expect(page.getByRole('link', { name: `第 ${line} 行：${reason}` })).toBeVisible()
  }
  await expect(page.locator('#source')).toHaveValue(hostile)
  expect(await page.title()).not.toBe('taken')

  await page.locator('#source').fill(sound)
  await page.getByRole('button', { name: '预览' }).click()
  const preview = page.locator('.lesson-preview')
  await expect(preview.getByText('算式 {1 + 1} 照原样显示。')).toBeVisible()
  await expect(preview.getByText('先约时间，是对居民的尊重。')).toBeVisible()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存为第 1 版')).toBeVisible()
  await page.getByRole('button', { name: '发布第 1 版' }).click()
  await expect(page.getByText('正在使用')).toBeVisible()

  const [own, foreign] = await Promise.all([browser.newContext(), browser.newContext()])
  const lessonId = new URL(page.url()).pathname.split('/').at(-1)
  for (const [context, username] of [
    [own, 'xueyuan2'],
    [foreign, 'xueyuan51'],
  ] as const) {
    watch(context)
    const reader = await context.newPage()
    await signInAs(reader, username)
    const response = await reader.goto(`/lessons/${lessonId}`)
    expect(response?.status(), username).toBe(username === 'xueyuan2' ? 200 : 404)
    if (username === 'xueyuan2') {
      await expect(reader.getByText('走访前先做什么？')).toBeVisible()
      expect(await reader.content()).not.toContain('先约时间，是对居民的尊重')
      await reader.goto('/search?q=约好时间')
      await expect(reader.getByRole('link', { name: '走访之前' })).toBeVisible()
    }
    await context.close()
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a word leads to its explanation at the foot, and a search to the place in the text', async ({ page }) => {
    await signInAs(page, 'xueyuan1')
    await page.goto('/search')
    await page.getByLabel('找什么').fill('人在情境中')
    await page.locator('form[role=search] button').click()
    await page.locator('.row-link', { hasText: '人在情境中' }).first().click()
    expect(new URL(page.url()).hash).toMatch(/^#b-/)

    await page.goto('/lessons/what-is-social-work')
    const term = page.locator('a[data-term]').first()
    const target = await term.getAttribute('href')
    await term.click()
    await expect(page.locator(`${target}`)).toBeInViewport()
  })
})
