/** Score: the form follows the manifest, the score follows the typing, saving stores once. */
import { chooseFromMenu, expect, test } from './app-fixture.ts'
import { inputOf, labelOf, manifest } from './bundled-model.ts'
import { listOf, overviewOf, settledChance, show, tabTo, valueIn } from './window.ts'

test('the form has every field of the manifest under its heading, and keeps identity apart', async ({
  page,
}) => {
  await show(page, 'Score')
  for (const field of manifest.fields) {
    const group = page.getByRole('region', { name: field.group, exact: true })
    await expect(group.getByLabel(field.label).first(), field.name).toBeVisible()
  }
  await expect(page.getByRole('region', { name: 'Who it is' })).toContainText('Never used for the score')
})

test('the score follows the typing and nothing is stored', async ({ page }) => {
  await show(page, 'Score')
  const quality = inputOf(page, 'llm_quality')
  await quality.pressSequentially('5')
  const low = await settledChance(page)
  await quality.pressSequentially('0')
  const high = await settledChance(page)
  expect(low).toMatch(/^\d+\.\d%\s+(Hot|Warm|Cold)$/)
  expect(high).not.toBe(low)
  expect((await overviewOf(page)).predictions).toBe(0)
})

test('what is shown is what the engine says of what stands in the form, however fast it was typed', async ({
  page,
}) => {
  await show(page, 'Score')
  await inputOf(page, 'jobtitle').pressSequentially('Founder and CEO of a glassworks')
  await inputOf(page, 'llm_quality').pressSequentially('88')
  const shown = await settledChance(page)
  const preview = valueIn(
    await page.evaluate(() =>
      window.leadlight.previewLead({
        fields: { jobtitle: 'Founder and CEO of a glassworks', llm_quality: 88 },
      }),
    ),
  )
  expect(Number.parseFloat(shown)).toBe(Math.floor(preview.score * 1000) / 10)
  expect(shown.toLowerCase()).toContain(preview.band)
})

test('saving stores once, however often Enter is pressed, and again after a change', async ({ page }) => {
  await show(page, 'Score')
  await page.getByLabel('Name').fill('Invented Person')
  await inputOf(page, 'llm_quality').fill('70')
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Saved as lead 1' })).toBeVisible()
  expect((await overviewOf(page)).predictions).toBe(1)

  await inputOf(page, 'llm_quality').fill('71')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Saved as lead 2' })).toBeVisible()
  const { rows } = await listOf(page, { order: 'oldest', limit: 10 })
  expect(rows.map(({ name }) => name)).toEqual(['Invented Person', 'Invented Person'])
})

test('a value out of range is said by name and range, holds the score, and is not saved', async ({
  page,
}) => {
  await show(page, 'Score')
  const quality = inputOf(page, 'llm_quality')
  await quality.fill('130')
  await expect(
    page.getByText(`${labelOf('llm_quality')} must be between 0 and 100; it is 130.`),
  ).toBeVisible()
  await expect(page.getByText(/1 field needs another look/)).toBeVisible()
  await page.getByRole('button', { name: 'Save lead' }).click()
  await expect(quality).toBeFocused()
  expect((await overviewOf(page)).predictions).toBe(0)
  await quality.fill('100')
  await settledChance(page)
  await expect(page.getByText(/must be between/)).toHaveCount(0)
})

test('a word for a number is said when the field is left, not while it is typed', async ({ page }) => {
  await show(page, 'Score')
  await inputOf(page, 'llm_engagement').pressSequentially('much')
  await expect(page.getByText(/1 field needs another look/)).toBeVisible()
  await expect(page.getByText(`${labelOf('llm_engagement')} must be`)).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(page.getByText(`${labelOf('llm_engagement')} must be a number; it is "much".`)).toBeVisible()
})

test('the example fills the form, clear empties it, and undo brings it back', async ({ page }) => {
  await show(page, 'Score')
  await page.getByRole('button', { name: 'Example' }).click()
  await settledChance(page)
  await expect(page.getByText(/^All \d+ fields are filled\.$/)).toBeVisible()
  await inputOf(page, 'llm_quality').fill('12')
  await expect(page.getByText(/Scored on this computer in/)).toBeVisible()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(inputOf(page, 'llm_quality')).toHaveValue('')
  await expect(page.getByLabel('Name')).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(inputOf(page, 'llm_quality')).toHaveValue('12')
})

test('the chance of a lead that was cleared never stands beside the next one', async ({ page }) => {
  await show(page, 'Score')
  await page.getByRole('button', { name: 'Example' }).click()
  await settledChance(page)
  const score = page.getByRole('complementary', { name: 'Score' })
  await inputOf(page, 'llm_quality').fill('130')
  await expect(score.getByText('before', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await inputOf(page, 'llm_quality').fill('130')
  await expect(score).toContainText(
    `1 field needs another look before the score can follow: ${labelOf('llm_quality')}.`,
  )
  await expect(score).not.toContainText('%')
})

test('the example can be undone where it replaced something', async ({ page }) => {
  await show(page, 'Score')
  await inputOf(page, 'jobtitle').fill('Buyer of invented glass')
  await page.getByRole('button', { name: 'Example' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(inputOf(page, 'jobtitle')).toHaveValue('Buyer of invented glass')
})

test('fields that are missing are counted', async ({ page }) => {
  await show(page, 'Score')
  await inputOf(page, 'llm_quality').fill('50')
  await inputOf(page, 'jobtitle').fill('Buyer')
  await settledChance(page)
  await expect(page.getByText(/^2 of \d+ fields filled: the score is less certain\.$/)).toBeVisible()
})

test('a half-typed lead is still there after a look at the list', async ({ page }) => {
  await show(page, 'Score')
  await page.getByLabel('Company').first().fill('Invented Glassworks')
  await show(page, 'Leads')
  await show(page, 'Score')
  await expect(page.getByLabel('Company').first()).toHaveValue('Invented Glassworks')
})

test('the menu opens a new lead', async ({ app, page }) => {
  await chooseFromMenu(app, 'new-lead')
  await expect(page.getByLabel('Name')).toBeFocused()
})

test('a lead is scored, saved and found again without a mouse', async ({ page }) => {
  await tabTo(page, page.getByRole('navigation').getByRole('button', { name: 'Score' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Name'))
  await page.keyboard.type('Invented Person')
  await tabTo(page, inputOf(page, 'llm_quality'))
  await page.keyboard.type('64')
  await tabTo(page, inputOf(page, 'llm_seniority'))
  await page.keyboard.type('Senior')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(inputOf(page, 'llm_seniority')).toHaveValue('Senior')
  await settledChance(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Saved as lead 1' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'See it in the list' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('grid', { name: 'Leads' }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Lead details' })
  await expect(details.getByRole('heading', { name: 'Invented Person' })).toBeVisible()
  await expect(details).toContainText('64')
  await page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
  await expect(page.getByRole('grid', { name: 'Leads' })).toBeFocused()
})
