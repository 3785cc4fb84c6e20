/** The first start: an empty history that leads somewhere, and a demo workspace that touches nothing. */
import { expect, test } from './app-fixture.ts'
import { overviewOf, show } from './window.ts'

test('an empty history offers sample leads, an import and a first lead', async ({ page }) => {
  await expect(page.locator('[data-empty="history"]')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Know whom to call next' })).toBeVisible()
  await page.getByRole('button', { name: 'Type in a lead' }).click()
  await expect(page.getByLabel('Name')).toBeFocused()
})

test('the demo workspace has the invented leads, says so, and leaves one’s own history empty', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Open the demo workspace' }).click()
  const banner = page.getByRole('complementary', { name: 'Demo workspace' })
  await expect(banner).toContainText('Every lead here is invented')
  await expect(page.locator('[data-total="50"]')).toBeVisible()
  for (const view of ['Score', 'Import', 'Leads'] as const) {
    await show(page, view)
    await expect(banner).toBeVisible()
  }
  await banner.getByRole('button', { name: 'Back to my leads' }).click()
  await expect(page.locator('[data-empty="history"]')).toBeVisible()
  await expect(banner).toHaveCount(0)
  expect((await overviewOf(page)).predictions).toBe(0)
})

test('the view chosen while the demo workspace is being left is the one that is shown', async ({ page }) => {
  await page.getByRole('button', { name: 'Open the demo workspace' }).click()
  await expect(page.locator('[data-total="50"]')).toBeVisible()
  const score = await page.getByRole('navigation').getByRole('button', { name: 'Score' }).elementHandle()
  // Both at once, so that the second click surely comes before the workspace has changed.
  await page.getByRole('button', { name: 'Back to my leads' }).evaluate((back, next) => {
    for (const button of [back, next]) if (button instanceof HTMLElement) button.click()
  }, score)
  await expect(page.getByRole('complementary', { name: 'Demo workspace' })).toHaveCount(0)
  await expect(page.locator('main[data-view="score"]')).toBeVisible()
  await page.getByLabel('Name').fill('Invented Person')
  await expect(page.getByLabel('Name')).toHaveValue('Invented Person')
})

test('a second visit finds the demo workspace as it was left, without a second sample', async ({ page }) => {
  await page.getByRole('button', { name: 'Open the demo workspace' }).click()
  await expect(page.locator('[data-total="50"]')).toBeVisible()
  await page.getByRole('button', { name: 'Back to my leads' }).click()
  await expect(page.locator('[data-empty="history"]')).toBeVisible()
  await show(page, 'Import')
  await page.getByRole('button', { name: 'Try it with invented sample leads' }).click()
  await expect(page.locator('[data-total="50"]')).toBeVisible()
  expect((await overviewOf(page)).batches).toHaveLength(1)
})

test('the demo model is named wherever a score can be seen, without a promise', async ({ page }) => {
  for (const view of ['Score', 'Import', 'Leads'] as const) {
    await show(page, view)
    const notice = page.getByRole('complementary', { name: 'Demo model' })
    await expect(notice).toContainText('trained on invented leads')
    await expect(notice).toContainText('not built in yet')
  }
})

test('model and data: what the model is, how well it ranks, where the data lies', async ({
  page,
  userData,
}) => {
  await page.getByRole('button', { name: /^Model and data/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Model, settings and guide' })
  await expect(dialog).toContainText(/puts the right one first \d+ times in 100/)
  await expect(dialog).toContainText(userData)
  await expect(dialog).toContainText('Predictions stored0')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
