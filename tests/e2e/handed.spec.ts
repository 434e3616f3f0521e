import type { Locator, Page } from '@playwright/test'
import { paths } from '~/paths.ts'
import { expect, test } from './demo-site.ts'

/* A written answer on its way to a mentor: marked by herself, handed, taken back, handed again, opened, and told to be so. */
const words = '1. 先稳定情绪，确认孩子今晚安全。\n2. 再和奶奶一起看看，缺的是人手还是办法。'

/** Sits the paper of written answers with one of them answered, and hands it in. Where its result stands. */
async function sitWritten(page: Page): Promise<string> {
  await page.goto(paths.examSubject('zs'))
  await page.getByRole('button', { name: '开始考试' }).click()
  await page.locator('.exam-item[data-current] textarea').fill(words)
  await expect(page.locator('.exam-bar .save-state')).toHaveText('已保存')
  await page.locator('.exam-bar').getByRole('button', { name: '交卷' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认交卷' }).click()
  await page.waitForURL(/\/result$/)
  return new URL(page.url()).pathname
}

/** The answer that she wrote, on her result. */
function ownAnswer(page: Page): Locator {
  return page.locator('.result-item', { hasText: '先稳定情绪，确认孩子今晚安全' })
}

test('a trainee hands a written answer to her mentor, who opens it; until then she may take it back', async ({
  openAs,
}) => {
  const trainee = await openAs('xueyuan16')
  const result = await sitWritten(trainee)
  const answer = ownAnswer(trainee)

  await expect(answer).toContainText('先保存自评，再请导师看。')
  await answer.locator('input[name=point]').first().check()
  await answer.getByRole('button', { name: '保存自评' }).click()
  await expect(answer).toContainText('陆青禾会看到这道题、你的答案和你的自评。')
  await answer.getByRole('button', { name: '请导师看看' }).click()
  await expect(answer).toContainText('已请陆青禾看，还没有打开')

  const mentor = await openAs('daoshi1', { viewport: { width: 1280, height: 800 } })
  const asked = mentor.locator('a[href="/trainees/demo-xueyuan16#handed"]')
  await expect(asked).toHaveText('请你看 1 道答题')
  await answer.getByRole('button', { name: '撤回' }).click()
  await expect(answer.getByRole('button', { name: '请导师看看' })).toBeVisible()
  await mentor.reload()
  await expect(asked).toHaveCount(0)

  await answer.getByRole('button', { name: '请导师看看' }).click()
  await expect(answer).toContainText('还没有打开')
  await mentor.reload()
  await asked.click()
  await mentor
    .locator('#handed')
    .getByRole('button', { name: /^打开：/ })
    .click()
  await mentor.waitForURL(/\/answers\/[\w-]+$/)
  const reading = mentor.locator('.handed-reading')
  for (const line of ['先稳定情绪，确认孩子今晚安全', '缺的是人手还是办法']) await expect(reading).toContainText(line)
  await expect(reading).toContainText('自评')
  await expect(reading.getByText('✓ 写到了')).toHaveCount(1)

  await trainee.goto(result)
  await expect(ownAnswer(trainee)).toContainText(/陆青禾（.+）看过，不能再撤回。/)
  await expect(ownAnswer(trainee).getByRole('button', { name: '撤回' })).toHaveCount(0)

  // Whoever accompanies somebody else finds nothing under the same address.
  const other = await openAs('daoshi2')
  const { pathname } = new URL(mentor.url())
  expect((await other.goto(pathname))?.status()).toBe(404)
  await expect(other.getByText('先稳定情绪')).toHaveCount(0)
})
