import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import type { RunningSite } from '#tests/support/site.ts'
import { paths } from '~/paths.ts'
import { expect, signInAs } from './demo-site.ts'
import type { WalkStop } from './pages.ts'

export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const
export const languages = ['zh-CN', 'en'] as const
export const themes = ['light', 'dark'] as const

export type View = {
  readonly size: keyof typeof sizes
  readonly language: (typeof languages)[number]
  readonly theme: (typeof themes)[number]
}

export const views: readonly View[] = (['phone', 'desk'] as const).flatMap((size) =>
  languages.flatMap((language) => themes.map((theme) => ({ size, language, theme }))),
)

/** A signed-in page in one view. Language and theme come from the browser's settings, as for a person who never chose. */
export async function openView(
  browser: Browser,
  site: RunningSite,
  username: string | null,
  view: View,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.origin,
    viewport: sizes[view.size],
    colorScheme: view.theme,
    locale: view.language,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name: 'locale', value: view.language, url: site.origin }])
  const page = await context.newPage()
  if (username) await signInAs(page, username)
  // A person has her language in her profile: the cookie speaks for visitors only.
  if (username)
    await page.request.post(paths.locale(), { form: { locale: view.language }, headers: { Origin: site.origin } })
  return page
}

/** What is wrong with the page as it stands: accessibility (WCAG A and AA), sideways scrolling, an English word left in Chinese. */
export async function faultsOf(page: Page, stop: WalkStop): Promise<readonly string[]> {
  const faults: string[] = []
  const response = await page.goto(stop.path)
  if (response?.status() !== (stop.status ?? 200)) faults.push(`status ${response?.status()}`)
  await expect(page.locator('h1').first()).toBeVisible()
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  for (const violation of violations) {
    faults.push(
      `${violation.id}: ${violation.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
    )
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (overflow > 0) faults.push(`scrolls sideways by ${overflow} px`)
  return faults.map((fault) => `${stop.path}: ${fault}`)
}
