import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './tests/support/chromium.ts'

/** Journeys in a real browser against a built demo centre of their own (tests/e2e/demo-site.ts starts one per worker). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/.results',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  // A browser on a loaded machine is late now and then; a journey that fails twice is broken.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: await chromiumLaunch(),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 390, height: 844 },
    trace: 'off',
  },
})
