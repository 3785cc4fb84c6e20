/** `npm run screenshots`: starts the built app with the invented sample leads and takes the README's pictures of it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { firstPage, startApp } from '../specs/app-fixture.ts'
import { MANY, SHIFTED } from '../specs/samples.ts'
import {
  checkedFile,
  chooseFile,
  importFile,
  openPart,
  settledChance,
  show,
  startButton,
  writeCsv,
} from '../specs/window.ts'
import { root, runTool } from './run-tool.ts'

const pictures = join(root, 'e2e/screenshots')
const size = { width: 1280, height: 800 }

if (!runTool('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']))
  process.exit(1)
mkdirSync(pictures, { recursive: true })
const userData = mkdtempSync(join(tmpdir(), 'leadlight-screenshots-'))
const app = await startApp(userData)
try {
  const page = await firstPage(app)
  await page.setViewportSize(size)
  await takePictures(app, page, writeCsv(userData, 'fair-contacts.csv', fairContacts()))
} finally {
  await app.close()
  rmSync(userData, { recursive: true, force: true })
}

/** Invented leads as people write them down: marks in words, a size that a spreadsheet took for a date. */
function fairContacts(): readonly string[] {
  const marks = ['70', '75 percent', '90', 'good', '35', '60', '130', '80']
  const sizes = ['11-50', '51-200', 'nov-50', '201-500', '11-50', 'large', '51-200']
  const titles = ['Head of Sales', 'Buyer', 'Managing Director', 'Purchasing Assistant', 'Sales Manager']
  const rows = Array.from({ length: 320 }, (_, row) =>
    [
      `Invented Person ${row + 1}`,
      `Invented Firm ${row % 90}`,
      `person${row % 310}@example.com`,
      titles[row % titles.length],
      marks[(row * row) % marks.length],
      `0.${row % 10}`,
      sizes[(row * 3) % sizes.length],
      'Spring fair',
    ].join(','),
  )
  return ['Full Name,Company,Email,Job Title,LLM quality,LLM engagement,Company size,Stand', ...rows]
}

async function takePictures(application: ElectronApplication, page: Page, messyFile: string): Promise<void> {
  const picture = (name: string) =>
    page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
  const theme = (source: 'light' | 'dark') =>
    application.evaluate(({ nativeTheme }, chosen) => {
      nativeTheme.themeSource = chosen
    }, source)

  await theme('light')
  await chooseFile(application, page, messyFile)
  await checkedFile(page)
  await picture('import-look')
  await page.getByRole('button', { name: /cells to look at$/ }).click()
  await picture('import-fixes')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await chooseFile(application, page, MANY)
  await startButton(page).click()
  await page.getByRole('heading', { name: /leads? scored$/ }).waitFor()
  await page.getByRole('navigation').getByText('5K').waitFor()

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

  // Leads of another sort, so that the monitor has something to say.
  await show(page, 'Import')
  await page.getByRole('button', { name: 'Import another file' }).click()
  await importFile(application, page, SHIFTED)
  await show(page, 'Monitor')
  await page.locator('[data-summary="leads"]').getByText('Different leads').waitFor()
  await picture('monitor')
  await openPart(page, 'Leads')
  await page.locator('figure[data-painted="true"]').nth(1).waitFor()
  await picture('monitor-leads')
}
