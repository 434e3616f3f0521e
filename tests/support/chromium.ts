import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/*
 * A browser for the journeys: Playwright's own where it could be downloaded, else the system's, else the one that ships
 * inside an npm package. Only these two flags: the package's own list switches web security off.
 */
const args = ['--no-sandbox', '--disable-background-networking']
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export async function chromiumLaunch(): Promise<{ executablePath: string; args: string[]; env: NodeJS.ProcessEnv }> {
  // Where no language is set the browser takes names of files for ASCII: 应急答卷 would be «download».
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  return { executablePath: await pathOfBrowser(), args, env }
}

async function pathOfBrowser(): Promise<string> {
  const own = chromium.executablePath()
  if (existsSync(own)) return own
  const system = systemBrowsers.find((path) => existsSync(path))
  if (system) return system
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}
