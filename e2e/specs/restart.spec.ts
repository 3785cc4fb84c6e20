/** What was saved is there after a restart. */
import { expect, firstPage, startApp, test } from './app-fixture.ts'
import { inputOf } from './bundled-model.ts'
import { importFile, inventedLeads, listOf, show, shownLeads, writeCsv } from './window.ts'

test('a typed lead and an imported list are in the history after a restart', async ({ userData }) => {
  const first = await startApp(userData)
  let page = await firstPage(first)
  await show(page, 'Score')
  await page.getByLabel('Name').fill('Invented Survivor')
  await inputOf(page, 'llm_quality').fill('70')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Saved as lead 1' })).toBeVisible()
  await importFile(first, page, writeCsv(userData, 'kept.csv', inventedLeads(20)))
  const before = await listOf(page, { order: 'best', limit: 50 })
  await first.close()

  const second = await startApp(userData)
  page = await firstPage(second)
  await expect(page.locator('[data-total="21"]')).toHaveText('21 leads')
  expect(await listOf(page, { order: 'best', limit: 50 })).toEqual(before)
  expect(await shownLeads(page)).toEqual(
    before.rows.slice(0, (await shownLeads(page)).length).map(({ id }) => id),
  )
  await page.getByRole('textbox', { name: 'Search leads' }).fill('survivor')
  await expect(page.locator('[data-total="1"]')).toHaveText('1 of 21 leads')
  await show(page, 'Import')
  await expect(page.getByRole('button', { name: 'Show leads of kept.csv' })).toBeVisible()
  await second.close()
})
