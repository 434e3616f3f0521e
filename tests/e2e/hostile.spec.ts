import type { Page } from '@playwright/test'
import { paths } from '~/paths.ts'
import { expect, test } from './demo-site.ts'

/* What somebody might type into a lesson who means harm. Each is refused with its line and the reason, or shown as mere text. */

const refused = [
  { name: 'an import', source: '第一段。\n\nimport fs from "node:fs"', says: '第 3 行：课文里不能写程序' },
  { name: 'an export', source: '第一段。\n\nexport const a = 1', says: '第 3 行：课文里不能写程序' },
  { name: 'a script', source: '<script>document.title = "taken"</script>', says: '第 1 行：不能使用 HTML 标签' },
  { name: 'a handler', source: '甲\n\n<b onclick="alert(1)">乙</b>', says: '第 3 行：不能使用 HTML 标签' },
  { name: 'a frame', source: '甲\n\n<iframe src="https://evil.example">', says: '第 3 行：不能使用 HTML 标签' },
  { name: 'a program behind a link', source: '[点](javascript:alert(1))', says: '第 1 行：不能用这个链接' },
  { name: 'the same, disguised', source: '[点](&#106;avascript:alert(1))', says: '第 1 行：不能用这个链接' },
  { name: 'a picture from elsewhere', source: '![图](https://evil.example/p.png)', says: '第 1 行：这里还不能放图片' },
  { name: '200 kB of lists, line in line', source: stairs(), says: /第 \d+ 行：(这里嵌套太深了|课文的结构太复杂)/ },
  { name: '200 kB of lists in one line', source: '- '.repeat(99_999), says: '第 1 行：这里嵌套太深了（上限 32 层）' },
  { name: '200 kB of quotation marks', source: '>'.repeat(199_999), says: '第 1 行：' },
  { name: 'more than 200 kB', source: '一段话。'.repeat(17_000), says: '第 1 行：课文太长了' },
] as const

/** Every item a step deeper, up to 200 kB. */
function stairs(): string {
  return [...Array(430).keys()].map((depth) => `${'  '.repeat(depth)}- 项`).join('\n')
}

const inert =
  '算式 {1 + 1} 与 {alert(1)}、{{constructor.constructor("alert(1)")()}}、`<img src=x onerror=alert(1)>`、#{alert(1)}。'

async function openEditor(page: Page): Promise<void> {
  await page.goto(paths.newLesson('demo-cohort-1'))
  await page.getByLabel('标题', { exact: true }).fill('试一试')
  await page.getByLabel('英文标题').fill('A try')
  await page.getByLabel('一句话简介').fill('学完知道什么会被退回。')
}

test('hostile texts are refused with line and reason, and harm nobody meanwhile', async ({ openAs }) => {
  test.setTimeout(180_000)
  const page = await openAs('banzhuren1')
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const other = await openAs('xueyuan2')
  await openEditor(page)
  for (const { name, source, says } of refused) {
    await page.locator('#source').fill(source)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    const clicked = page.getByRole('button', { name: '保存' }).click()
    // While the text is looked at, others are served.
    expect((await other.goto(paths.today()))?.status(), name).toBe(200)
    await clicked
    expect((await answered).status(), name).toBe(422)
    await expect(page.getByRole('link', { name: says }).first(), name).toBeVisible()
    expect(await page.locator('#source').inputValue(), `${name}: what was typed is still there`).toBe(source)
  }
  expect(dialogs).toEqual([])
  expect(await page.title()).not.toBe('taken')
})

test('what looks like an expression is text, in the preview and in the lesson', async ({ openAs }) => {
  const page = await openAs('banzhuren1')
  await openEditor(page)
  const shown = inert.replaceAll('`', '')
  await page.locator('#source').fill(inert)
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.locator('.lesson-preview')).toContainText(shown)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '发布第 1 版' }).click()
  await expect(page.getByText('正在使用')).toBeVisible()
  const lessonId = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  const reader = await openAs('xueyuan2')
  const dialogs: string[] = []
  reader.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await reader.goto(paths.lesson(lessonId))
  await expect(reader.locator('[data-document]')).toContainText(shown)
  expect(await reader.locator('[data-document] img').count()).toBe(0)
  expect(dialogs).toEqual([])
})
