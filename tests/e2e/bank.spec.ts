import { cameraNotes, jpegNotes } from '#tests/support/pictures.ts'
import { paths } from '~/paths.ts'
import { expect, test } from './demo-site.ts'

/* The bank, by two people: one writes, without a script; another approves; a pasted paper becomes questions. */
const desk = { viewport: { width: 1280, height: 800 } }

test('a question is written without a script, approved by a second person, and found', async ({ openAs }) => {
  const author = await openAs('banzhuren1', { ...desk, javaScriptEnabled: false })
  await author.goto(paths.newQuestion())
  await author.getByLabel('科目').selectOption('zs')
  await author.getByLabel('多选题').check()
  await author.getByRole('button', { name: '开始写' }).click()

  await author.getByLabel('题干').fill('候鸟老人初到社区，社工可以做的有：')
  for (const [at, text] of ['了解需要', '介绍邻里', '劝其返乡', '链接就医资源', '代管存折'].entries()) {
    await author.locator(`textarea[name="options.${at}"]`).fill(text)
  }
  await author.getByRole('button', { name: '加一个选项' }).click()
  await expect(author.locator('textarea[name="options.1"]')).toHaveValue('介绍邻里')
  await author.locator('textarea[name="options.5"]').fill('邀请参加欢迎会')
  await author.getByRole('button', { name: '保存并提交审核' }).click()
  await expect(author.locator('.error-summary li')).toHaveCount(4)
  await expect(author.getByLabel('题干')).toHaveValue('候鸟老人初到社区，社工可以做的有：')

  for (const letter of ['A', 'B', 'D', 'F']) await author.getByLabel(`${letter} 正确`).check()
  await author.getByLabel('解析').fill('劝其返乡替人作主，代管存折越过了界限。')
  await author.locator('summary', { hasText: '老年社会工作' }).click()
  await author.getByLabel('老年社会工作：特点与需要').check()
  await author.getByLabel('来源').fill('原创')
  await author.getByRole('button', { name: '保存并提交审核' }).click()
  await expect(author.getByText('要由另一位同事审核通过')).toBeVisible()
  await expect(author.getByRole('button', { name: /^通过/ })).toHaveCount(0)

  const second = await openAs('banzhuren2', desk)
  await second.goto(paths.bank({ status: 'review', q: '候鸟老人' }))
  await second.locator('tbody th a').click()
  await second.getByRole('button', { name: '通过，启用第 1 版' }).click()
  await expect(second.getByText('正在使用')).toBeVisible()
  await expect(second.getByText('孟知夏 审核通过')).toHaveCount(2)
})

test('a pasted paper is checked, mended with a tap, and imported as it was chosen', async ({ openAs }) => {
  const page = await openAs('banzhuren1', desk)
  await page.goto(paths.bankImports({ subject: 'jz' }))
  await expect(page.getByText('导入到：社会工作综合能力（初级）')).toBeVisible()
  await page
    .getByLabel('或者粘贴题目')
    .fill(
      '一、单选题\n1. 志愿者登记的信息，应当\nA. 公开张贴\nB. 妥善保管\nC. 转给商家\nD. 随意传看\n答案：B\n解析：个人信息要妥善保管。\n2. 志愿服务的原则有\nA. 自愿\nB. 无偿\nC. 强制\nD. 营利\n答案：AB\n解析：自愿、无偿。',
    )
  await page.getByRole('button', { name: '读取并预览' }).click()
  await expect(page.getByText('将导入 1 题，1 题有问题')).toBeVisible()

  await page.getByRole('button', { name: '改为多选题' }).click()
  await expect(page.getByText('将导入 2 题，0 题有问题')).toBeVisible()
  await page.getByLabel('导入这一题').first().uncheck()
  await page.getByRole('button', { name: '导入这 2 题' }).click()
  await expect(page.getByText('没有导入：勾选刚刚变了')).toBeVisible()
  await page.getByRole('button', { name: '导入这 1 题' }).click()
  await expect(page.getByText('已导入。这些题还没有启用')).toBeVisible()

  await page.goto(paths.bank({ q: '志愿服务的原则有' }))
  await expect(page.getByRole('row', { name: /志愿服务的原则有/ })).toContainText('草稿')
  await page.goto(paths.bank({ q: '志愿者登记的信息' }))
  await expect(page.getByText('没有符合条件的题目')).toBeVisible()
})

test('a photo from a phone stands upright in the question, without the place where it was taken', async ({
  openAs,
}) => {
  const page = await openAs('banzhuren1', desk)
  await page.goto(paths.newQuestion({ subject: 'zs', kind: 'single' }))
  // Lying on its side, as a sensor reads it: 40 by 20, to be turned by a quarter.
  const drawn = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 })
    canvas.getContext('2d')?.fillRect(0, 0, 20, 20)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  const place = Buffer.from('N31°14′E121°29′')
  const jpeg = Buffer.from(drawn, 'base64')
  const photo = Buffer.concat([jpeg.subarray(0, 2), jpegNotes(cameraNotes(6, place)), jpeg.subarray(2), place])
  await page.locator('summary', { hasText: '插图' }).click()
  await page.getByLabel('图片文件').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByLabel('图里是什么').fill('社区活动室')
  await page.getByRole('button', { name: '放进去' }).click()
  const shown = page.getByRole('img', { name: '社区活动室' })
  await expect(shown).toBeVisible()
  const size = await shown.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return null
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  })
  expect(size).toEqual([20, 40])
  const served = await (await page.request.get((await shown.getAttribute('src')) ?? '')).body()
  expect(served.includes(place)).toBe(false)
  expect(served.length).toBeLessThan(photo.length)
})
