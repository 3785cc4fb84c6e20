/** `npm run screenshots`: starts the built app with the invented sample leads and takes the README's pictures of it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { firstPage, startApp } from '../specs/app-fixture.ts'
import { chooseFile, settledChance, show, startButton } from '../specs/window.ts'
import { root, runTool } from './run-tool.ts'

const pictures = join(root, 'e2e/screenshots')
const sample = join(root, 'resources/samples/leads-5000.csv')
const size = { width: 1280, height: 800 }

if (!runTool('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']))
  process.exit(1)
mkdirSync(pictures, { recursive: true })
const userData = mkdtempSync(join(tmpdir(), 'leadlight-screenshots-'))
const app = await startApp(userData)
try {
  const page = await firstPage(app)
  await page.setViewportSize(size)
  await takePictures(app, page)
} finally {
  await app.close()
  rmSync(userData, { recursive: true, force: true })
}

async function takePictures(application: ElectronApplication, page: Page): Promise<void> {
  const picture = (name: string) =>
    page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
  const theme = (source: 'light' | 'dark') =>
    application.evaluate(({ nativeTheme }, chosen) => {
      nativeTheme.themeSource = chosen
    }, source)

  await theme('light')
  await chooseFile(application, page, sample)
  await startButton(page).waitFor()
  await picture('import-columns')
  await startButton(page).click()
  await page.getByRole('heading', { name: /leads? scored$/ }).waitFor()
  await page.getByRole('navigation').getByText('5K').waitFor()
  await picture('import-result')

  await page.getByRole('button', { name: 'See the ranked list' }).click()
  await page.locator('[data-total="5000"]').waitFor()
  await page.locator('tr[data-lead]').nth(2).click()
  await page.getByRole('complementary', { name: 'Lead details' }).waitFor()
  await picture('leads')
  await theme('dark')
  await picture('leads-dark')

  await theme('light')
  await show(page, 'Score')
  await page.getByRole('button', { name: 'Example' }).click()
  await settledChance(page)
  await picture('score')
}
