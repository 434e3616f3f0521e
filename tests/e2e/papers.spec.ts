import { paths } from '~/paths.ts'
import { expect, test } from './demo-site.ts'

/* From a blueprint to printed sheets, by a coordinator: once without a script, and in the end on paper. */
const desk = { viewport: { width: 1280, height: 800 } }

test('a blueprint that the bank cannot fill is refused, mended and saved; a paper is drawn, changed and kept, all without a script', async ({
  openAs,
}) => {
  const page = await openAs('banzhuren1', { ...desk, javaScriptEnabled: false })
  await page.goto(paths.newBlueprint('jz-2026'))
  await page.getByLabel('名称', { exact: true }).fill('一月随堂测')
  await page.locator('[name="parts.0.count"]').fill('190')
  await page.getByRole('button', { name: '保存蓝图' }).click()
  await expect(page.getByText('没有保存：现在的题库组不出这份卷')).toBeVisible()
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('一月随堂测')

  await page.getByRole('button', { name: '去掉第 2 行' }).click()
  await page.locator('[name="parts.0.count"]').fill('12')
  await page.getByLabel('合格线（分）').fill('7')
  await page.getByRole('button', { name: '保存蓝图' }).click()
  await expect(page.getByText('已保存')).toBeVisible()

  await page.goto(paths.newPaper())
  await page.getByLabel('蓝图').selectOption({ label: '一月随堂测（120 分钟）' })
  await page.getByLabel('平行卷').selectOption('2')
  await page.getByRole('button', { name: '抽卷' }).click()
  await expect(page.getByText('没有相同的题。')).toBeVisible()
  await expect(page.getByRole('button', { name: /^换掉第/ })).toHaveCount(24)

  const stem = page.locator('.paper-item').first().locator('.question-text').first()
  const before = await stem.textContent()
  await page.getByRole('button', { name: '换掉第 1 题' }).first().click()
  await page.getByRole('button', { name: '换成这题' }).first().click()
  expect(await stem.textContent()).not.toBe(before)
  const after = await stem.textContent()

  await page.getByRole('button', { name: '封存', exact: true }).click()
  await expect(page.locator('.error-summary')).toContainText('名称')
  await page.getByLabel('名称').fill('一月随堂测')
  await page.getByRole('button', { name: '封存', exact: true }).click()
  await expect(page.getByRole('heading', { name: '一月随堂测 A' })).toBeVisible()
  expect(await stem.textContent()).toBe(after)
})

test('paper, sheet and key are printed apart, on A4, with their pages numbered', async ({ openAs }) => {
  const page = await openAs('banzhuren1', desk)
  const sheets = async (part: 'paper' | 'sheet' | 'key') => {
    await page.goto(paths.paperPrint('demo-paper-1', part))
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    return {
      count: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
      isA4: /\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/.test(pdf),
    }
  }
  expect(await sheets('sheet')).toEqual({ count: 1, isA4: true })
  const paper = await sheets('paper')
  expect(paper.isA4).toBe(true)
  expect(paper.count).toBeGreaterThan(1)
  await page.goto(paths.paperPrint('demo-paper-1', 'key'))
  const explanation = (await page.locator('.print-item .question-text').first().textContent()) ?? ''
  expect(explanation.length).toBeGreaterThan(10)
  await page.goto(paths.paperPrint('demo-paper-1', 'paper'))
  expect(await page.content()).not.toContain(explanation.slice(0, 12))
  // An item is not cut in two: whatever its page, it is asked to stay whole.
  await page.emulateMedia({ media: 'print' })
  const breaks = await page
    .locator('.print-item')
    .evaluateAll((items) => [...new Set(items.map((item) => getComputedStyle(item).breakInside))])
  expect(breaks).toEqual(['avoid'])
  await expect(page.getByRole('button', { name: '打印这一份' })).toBeHidden()
})
