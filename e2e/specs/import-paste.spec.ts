/** Import: cells copied in a spreadsheet are imported as a file is. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, firstPage, startApp, test } from './app-fixture.ts'
import { checkedFile, leadsOfBatch, overviewOf, show, startButton } from './window.ts'

const CELLS = [
  'name\tcompany\tjobtitle\tllm_quality',
  'Ann Invented\t"Firm, with comma"\tHead of Sales\t70',
  'Bo Invented\tFirm B\t"Buyer\nand seller"\t40',
].join('\r\n')

/** Puts a text on the page's clipboard as a user does: by cutting it from a text box. */
async function copy(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste cells' }).click()
  const box = page.getByRole('textbox', { name: 'Cells' })
  await box.fill(text)
  await box.press('ControlOrMeta+a')
  await box.press('ControlOrMeta+x')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('cells pasted onto the view are looked at, checked and scored', async ({ page, userData }) => {
  await show(page, 'Import')
  await copy(page, CELLS)
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByRole('heading', { name: 'Pasted cells.tsv' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Firm, with comma')
  await checkedFile(page)
  expect((await overviewOf(page)).predictions).toBe(0)
  await startButton(page).click()
  await expect(page.getByRole('heading', { name: '2 leads scored' })).toBeVisible()
  const leads = await leadsOfBatch(page, 1)
  expect(leads.map(({ name, fields }) => [name, fields.llm_quality])).toEqual([
    ['Ann Invented', 70],
    ['Bo Invented', 40],
  ])
  const pasted = join(userData, 'data', 'pasted')
  const [folder = ''] = readdirSync(pasted)
  expect(statSync(join(pasted, folder, 'Pasted cells.tsv')).mode & 0o077).toBe(0)
})

test('there is a box to paste into, and the text can be corrected there', async ({ page }) => {
  await show(page, 'Import')
  await copy(page, CELLS)
  await page.getByRole('button', { name: 'Paste cells' }).click()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByRole('heading', { name: 'Pasted cells.tsv' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Paste cells' }).click()
  const look = page.getByRole('button', { name: 'Look at the cells' })
  await expect(look).toBeDisabled()
  const box = page.getByRole('textbox', { name: 'Cells' })
  await box.fill('Ann Invented')
  await expect(page.getByText('That is a single cell.')).toBeVisible()
  await expect(look).toBeDisabled()
  await box.fill('name\tjobtitle\nAnn Invented\tBuyer')
  await look.click()
  await expect(page.getByText('The one row will be scored')).toBeVisible()
})

test('what is no table is said, and changes nothing', async ({ page }) => {
  await show(page, 'Import')
  await copy(page, 'a single cell')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByText('Nothing to import on the clipboard.')).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Drop a file/ })).toBeVisible()
})

test('what was pasted does not lie about after the next start', async ({ userData }) => {
  const first = await startApp(userData)
  const page = await firstPage(first)
  await page.evaluate(() => window.leadlight.pasteTable({ text: 'name\tjobtitle\nAnn\tBuyer' }))
  const pasted = join(userData, 'data', 'pasted')
  expect(readdirSync(pasted)).toHaveLength(1)
  await first.close()
  const second = await startApp(userData)
  await firstPage(second)
  expect(() => readdirSync(pasted)).toThrow(/ENOENT/)
  await second.close()
})
