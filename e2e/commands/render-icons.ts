/** Draws resources/icons/leadlight.svg as the PNG files that systems and installers want. Run after changing the SVG. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../host/find-chromium.ts'
import { root } from './run-tool.ts'

const SIZES = [16, 32, 64, 128, 256, 512, 1024]
const folder = join(root, 'resources/icons')

const svg = readFileSync(join(folder, 'leadlight.svg'), 'utf8').replace(
  '<svg ',
  '<svg width="100%" height="100%" ',
)
const executablePath = findChromium()
if (!executablePath) throw new Error('Chromium is needed to draw the icons')
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true })
  await page.close()
}
await browser.close()
