/** Alerts and settings: noticed after an import, dealt with, put off, adjusted. */
import type { Page } from '@playwright/test'
import type { Alert } from '../../electron/contract/alerts.ts'
import { expect, test } from './app-fixture.ts'
import { SHIFTED } from './samples.ts'
import { alertsOf, importFile, openPart, show, valueIn } from './window.ts'

async function activeAlerts(page: Page): Promise<readonly Alert[]> {
  return (await alertsOf(page)).filter(({ state }) => state === 'active')
}

const badge = (page: Page) => page.getByRole('navigation').locator('[data-active-alerts]')

/** Opens the settings under a message that has just come: it must not lie over their last button. */
async function neverCovered(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Messages' }).locator('[data-tone]').last()).toBeVisible()
  await page.setViewportSize({ width: 800, height: 600 })
  await page.getByRole('button', { name: /^Model and data/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'Monitor settings' }).click()
  const restore = dialog.getByRole('button', { name: 'Restore defaults' })
  await restore.scrollIntoViewIfNeeded()
  const covered = await restore.evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect()
    return !button.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })
  expect(covered).toBe(false)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}

test('an import of other leads raises an alert that can be looked at, put off and marked as seen', async ({
  app,
  page,
}) => {
  await importFile(app, page, SHIFTED)
  await expect
    // The rules are asked some seconds after the import.
    .poll(async () => (await activeAlerts(page)).map(({ kind }) => kind), { timeout: 30_000 })
    .toContain('data_drift')
  const count = (await activeAlerts(page)).length
  await expect(badge(page)).toHaveAttribute('data-active-alerts', String(count))
  await expect(badge(page)).toContainText(/alerts? needs? attention/)

  await openPart(page, 'Overview')
  const alert = page.locator('[data-alert][data-kind="data_drift"]')
  const [known] = (await activeAlerts(page)).filter(({ kind }) => kind === 'data_drift')
  await expect(alert).toContainText(known?.message ?? 'no message')
  await expect(alert).toContainText(known?.nextStep ?? 'no next step')
  await alert.getByRole('button', { name: /^Look at it/ }).click()
  await expect(page.getByRole('tab', { name: 'Leads' })).toHaveAttribute('aria-selected', 'true')

  await openPart(page, 'Alerts')
  await alert.getByRole('button', { name: /^Remind me later/ }).click()
  await page.getByRole('menuitem', { name: 'In one week' }).click()
  await expect(alert).toHaveAttribute('data-state', 'snoozed')
  await neverCovered(page)
  await alert.getByRole('button', { name: /^Mark as seen/ }).click()
  await expect(alert).toHaveAttribute('data-state', 'acknowledged')
  expect((await activeAlerts(page)).map(({ kind }) => kind)).not.toContain('data_drift')
  await expect(badge(page)).toHaveCount(count === 1 ? 0 : 1)
})

test('thresholds are kept at once, refused in a sentence, and restored in one click', async ({ page }) => {
  const settings = async () => valueIn(await page.evaluate(() => window.leadlight.monitorSettings({})))
  const defaults = await settings()
  await show(page, 'Score')
  await page.getByRole('button', { name: /^Model and data/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'Monitor settings' }).click()
  const share = dialog.locator('[data-threshold="errorShare"]').getByRole('textbox')
  await expect(share).toHaveValue(String(defaults.thresholds.errorShare * 100))

  await share.fill('101')
  await expect(dialog.getByText('At most 100.')).toBeVisible()
  await share.press('Enter')
  expect(await settings()).toEqual(defaults)

  await share.fill('7')
  await share.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Saved.')
  expect((await settings()).thresholds.errorShare).toBe(0.07)

  await dialog.getByRole('switch', { name: 'When the model is old' }).click()
  await expect.poll(async () => (await settings()).muted).toEqual(['model_age'])
  await dialog.getByRole('radiogroup', { name: 'How differences are judged' }).getByText('Evidently').click()
  await expect.poll(async () => (await settings()).rule).toBe('evidently')

  await dialog.getByRole('button', { name: 'Restore defaults' }).click()
  await expect(dialog.getByRole('status')).toHaveText('The defaults are back.')
  expect(await settings()).toEqual(defaults)
  await expect(share).toHaveValue(String(defaults.thresholds.errorShare * 100))
})
