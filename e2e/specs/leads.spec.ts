/** Leads: the ranked call list, its filters, its keys, the panel of one lead, the export. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { answerSaveDialog, chooseFromMenu, expect, test } from './app-fixture.ts'
import { manifest } from './bundled-model.ts'
import { MANY, SAMPLE } from './samples.ts'
import { importFile, inventedLeads, listOf, show, shownLeads, valueIn, writeCsv } from './window.ts'

test('the list stands in the engine’s order, in each of its orders', async ({ app, page }) => {
  await importFile(app, page, SAMPLE)
  await show(page, 'Leads')
  for (const order of ['best', 'worst', 'newest', 'oldest'] as const) {
    await page.getByRole('combobox', { name: 'Order' }).selectOption(order)
    const { rows } = await listOf(page, { order, limit: 10 })
    await expect
      .poll(async () => (await shownLeads(page)).slice(0, 10), order)
      .toEqual(rows.map(({ id }) => id))
  }
})

test('every lead can be reached: pages follow as the list is moved through', async ({ app, page }) => {
  await importFile(app, page, MANY)
  await show(page, 'Leads')
  await expect(page.locator('[data-total="5000"]')).toHaveText('5,000 leads')
  const grid = page.getByRole('grid', { name: 'Leads' })
  await expect(grid).toHaveAttribute('aria-rowcount', '5001')
  const [last] = (await listOf(page, { order: 'worst', limit: 1 })).rows
  await grid.focus()
  // Each press goes to the end of what has been read, which asks for the next page.
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(page.locator('tr[aria-selected="true"]')).toHaveAttribute('aria-rowindex', '5001', {
      timeout: 50,
    })
  }).toPass({ intervals: [10] })
  const selected = page.locator('tr[aria-selected="true"]')
  const { rows } = await listOf(page, { order: 'worst', limit: 20 })
  const lowest = rows.filter(({ score }) => score === last?.score).map(({ id }) => String(id))
  expect(lowest).toContain(await selected.getAttribute('data-lead'))
})

test('search finds the beginnings of words, and says when nobody fits', async ({ app, page, userData }) => {
  const lines = [
    'name,company,email,jobtitle',
    'Ada Invented,Glassworks,ada@example.com,Buyer',
    'Bo Invented,Mirror House,bo@example.com,Head of Glass',
  ]
  await importFile(app, page, writeCsv(userData, 'two.csv', lines))
  await page.getByRole('button', { name: 'See the ranked list' }).click()
  const search = page.getByRole('textbox', { name: 'Search leads' })
  await search.fill('mirr hou')
  await expect(page.locator('[data-total="1"]')).toHaveText('1 of 2 leads')
  await search.fill('glass')
  await expect(page.locator('[data-total="2"]')).toBeVisible()
  await search.fill('nobody')
  await expect(page.getByRole('heading', { name: 'No lead fits' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(page.locator('[data-total="2"]')).toHaveText('2 leads')
  await expect(search).toHaveValue('')
})

test('the slash and the menu go to the search, and the arrow key goes on to the list', async ({
  app,
  page,
}) => {
  await importFile(app, page, SAMPLE)
  const search = page.getByRole('textbox', { name: 'Search leads' })
  await chooseFromMenu(app, 'find')
  await expect(search).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('grid', { name: 'Leads' })).toBeFocused()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('a/b')
  await expect(search).toHaveValue('a/b')
})

test('bands and sources narrow the list', async ({ app, page, userData }) => {
  await importFile(app, page, SAMPLE)
  await page.getByRole('button', { name: 'Import another file' }).click()
  await importFile(app, page, writeCsv(userData, 'other.csv', inventedLeads(7)))
  await show(page, 'Leads')
  for (const band of ['hot', 'warm', 'cold'] as const) {
    const { total } = await listOf(page, { order: 'best', limit: 1, bands: [band] })
    const button = page
      .getByRole('group', { name: 'Bands' })
      .getByRole('button', { name: new RegExp(band, 'i') })
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText(total === 1 ? '1 of 57 leads' : `${total} of 57 leads`)).toBeVisible()
    await button.click()
  }
  await page.getByRole('combobox', { name: 'Source' }).selectOption({ index: 1 })
  await expect(page.locator('[data-total="7"]')).toHaveText('7 of 57 leads')
})

test('the panel has everything about a lead, and follows the arrow keys', async ({ app, page }) => {
  await importFile(app, page, SAMPLE)
  await page.getByRole('button', { name: 'See the ranked list' }).click()
  const [first, second] = (await listOf(page, { order: 'best', limit: 2, batch: 1 })).rows
  if (!first || !second) throw new Error('the sample has 50 leads')
  await page.locator(`tr[data-lead="${first.id}"]`).click()
  const details = page.getByRole('complementary', { name: 'Lead details' })
  const lead = valueIn(await page.evaluate((id) => window.leadlight.getLead({ id }), first.id))
  await expect(details.getByRole('heading', { name: first.name ?? '' })).toBeVisible()
  await expect(details).toContainText(`leads-50.csv, row ${lead.row}`)
  await expect(details).toContainText(`${lead.model.name} ${lead.model.version}`)
  await expect(details).toContainText(/preparing .* scoring .* storing/)
  for (const field of manifest.fields) {
    const given = lead.fields[field.name] !== null && lead.fields[field.name] !== undefined
    if (given) await expect(details.locator(`[data-field="${field.name}"]`)).toContainText(field.label)
    else await expect(details.getByText(new RegExp(`^Not given: .*${field.label}`))).toBeVisible()
  }
  await details.getByRole('button', { name: 'Copy the e-mail address' }).click()
  await expect(page.getByText('E-mail address copied.')).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(lead.email)
  await page.getByRole('grid', { name: 'Leads' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(details).toHaveAttribute('data-lead', String(second.id))
  await page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
})

test('the export holds the filtered list in its order, and is confirmed', async ({ app, page, userData }) => {
  await importFile(app, page, SAMPLE)
  await show(page, 'Leads')
  await page.getByRole('group', { name: 'Bands' }).getByRole('button', { name: /Cold/ }).click()
  const { rows, total } = await listOf(page, { order: 'best', limit: 500, bands: ['cold'] })
  await expect(page.getByText(`${total} of 50 leads`)).toBeVisible()
  const path = join(userData, 'exported.csv')
  await answerSaveDialog(app, path)
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(page.getByText(`${total} leads written to exported.csv.`)).toBeVisible()
  const records: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true })
  expect(records.map(({ name }) => name)).toEqual(rows.map(({ name }) => name ?? ''))
  expect(records.map(({ score }) => Number(score))).toEqual(rows.map(({ score }) => score))
})

test('a closed save dialog exports nothing and says nothing', async ({ app, page }) => {
  await importFile(app, page, SAMPLE)
  await show(page, 'Leads')
  await answerSaveDialog(app, null)
  const button = page.getByRole('button', { name: 'Export CSV' })
  await button.click()
  await expect(button).toBeEnabled()
  await expect(page.getByText(/written to/)).toHaveCount(0)
})

test('a list that was scrolled stays still when leads come in, and offers to be shown anew', async ({
  app,
  page,
}) => {
  await importFile(app, page, MANY)
  await show(page, 'Leads')
  await expect(page.locator('[data-total="5000"]')).toBeVisible()
  await page.getByRole('grid', { name: 'Leads' }).focus()
  await page.keyboard.press('End')
  // The second page is there once the row after the first page is.
  await expect(page.locator('tr[aria-rowindex="202"]')).toBeAttached()
  await page.evaluate(() =>
    window.leadlight.saveLead({
      fields: { llm_quality: 50 },
      identity: { name: 'Invented Newcomer', company: null, email: null, link: null },
    }),
  )
  const anew = page.getByRole('button', { name: /The list has changed/ })
  await anew.click()
  await expect(page.locator('[data-total="5001"]')).toBeVisible()
  await expect(anew).toHaveCount(0)
})
