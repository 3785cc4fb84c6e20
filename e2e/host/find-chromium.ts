import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const WELL_KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium to run in: CHROMIUM_PATH, else Playwright's own, else one of the system's, else null. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  // Loaded only here: asking Playwright costs a start two tenths of a second, and a test run asks once for all.
  const { chromium }: typeof import('playwright-core') = createRequire(import.meta.url)('playwright-core')
  return [chromium.executablePath(), ...WELL_KNOWN].find((path) => existsSync(path)) ?? null
}
