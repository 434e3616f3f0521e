import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/*
 * A browser for the journeys: Playwright's own where it could be downloaded, else the system's, else the one that ships
 * inside an npm package. Only these two flags: the package's own list switches web security off.
 */
const args = ['--no-sandbox', '--disable-background-networking']
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function chromiumLaunch(): Promise<{ executablePath: string; args: string[] }> {
  const own = chromium.executablePath()
  if (existsSync(own)) return { executablePath: own, args }
  const system = systemBrowsers.find((path) => existsSync(path))
  if (system) return { executablePath: system, args }
  const { default: bundled } = await import('@sparticuz/chromium')
  return { executablePath: await bundled.executablePath(), args }
}
