/** Reports that take long or fail: the window says so, stops what nobody waits for, and offers to try again. */
import type { ElectronApplication } from '@playwright/test'
import { CALL_CHANNEL } from '../../electron/contract/methods.ts'
import { test as base, expect, startApp } from './app-fixture.ts'
import { importDaysAgo } from './earlier-imports.ts'
import { SAMPLE } from './samples.ts'
import { openPart } from './window.ts'

/** The app on leads that were there before: after an import the window asks for every report again, at its own time. */
const test = base.extend({
  app: async ({ userData }, use) => {
    importDaysAgo(userData, 0, SAMPLE)
    const app = await startApp(userData)
    await use(app)
    await app.close()
  },
})

interface Call {
  readonly method: string
  readonly request: { readonly job?: string; readonly window?: unknown }
}

/** From here on no report is ever made: each is waited for without end, or refused. Everything else is refused. */
async function holdReports(app: ElectronApplication, how: 'endless' | 'refused'): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, { channel, endless }) => {
      const calls: unknown[] = []
      Object.assign(globalThis, { calls })
      ipcMain.removeHandler(channel)
      ipcMain.handle(channel, (_event, call: { method: string }) => {
        calls.push(call)
        if (endless && /Report$|Timeline$/.test(call.method)) return new Promise(() => {})
        return {
          ok: false,
          error: { code: 'disk_full', message: 'The disk is full.', hint: 'Free some space.' },
        }
      })
    },
    { channel: CALL_CHANNEL, endless: how === 'endless' },
  )
}

/** What the window has asked since, of these methods. */
async function callsOf(app: ElectronApplication, ...methods: readonly string[]): Promise<readonly Call[]> {
  const calls = await app.evaluate(() => (globalThis as unknown as { calls: readonly Call[] }).calls)
  return calls.filter(({ method }) => methods.includes(method))
}

/** Jobs of this method that nobody has stopped. */
async function running(app: ElectronApplication, method: string): Promise<readonly unknown[]> {
  const stopped = new Set((await callsOf(app, 'cancelJob')).map(({ request }) => request.job))
  return (await callsOf(app, method)).filter(({ request }) => !stopped.has(request.job))
}

test('the old report is said to be old while another is made, and one that nobody waits for is stopped', async ({
  app,
  page,
}) => {
  await openPart(page, 'Leads')
  await holdReports(app, 'endless')
  const windows = page.getByRole('combobox', { name: 'Leads' })
  await windows.selectOption({ label: 'Last 7 days' })
  const panel = page.getByRole('tabpanel', { name: 'Leads' })
  await expect(panel.getByRole('status')).toHaveText(
    'Comparing the leads … Still shown: what was here before.',
  )
  await expect(panel.locator('[aria-busy="true"]')).toHaveCount(1)
  await expect(panel.getByRole('heading', { name: /^50 leads/ })).toContainText(/last 30 days/i)

  await windows.selectOption({ label: 'Last 90 days' })
  await expect
    .poll(async () => (await callsOf(app, 'driftReport')).at(-1)?.request.window)
    .toEqual({
      kind: 'days',
      days: 90,
    })
  // All but the last.
  await expect.poll(() => running(app, 'driftReport')).toHaveLength(1)

  await page.getByRole('tab', { name: 'Over time' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Over time' }).getByText('Looking back …')).toBeVisible()
  await expect.poll(() => running(app, 'driftReport')).toEqual([])
  expect(await running(app, 'driftTimeline')).toHaveLength(1)
  // The rest of the window is as quick as ever.
  await page.getByRole('navigation').getByRole('button', { name: 'Score' }).click()
  await expect(page.locator('main[data-view="score"]')).toBeVisible()
})

test('a report that fails says why, and is asked for again on demand', async ({ app, page }) => {
  await openPart(page, 'Overview')
  await holdReports(app, 'refused')
  for (const [part, method] of [
    ['Leads', 'driftReport'],
    ['Over time', 'driftTimeline'],
    ['Speed', 'latencyReport'],
  ] as const) {
    await page.getByRole('tab', { name: part }).click()
    if (part !== 'Over time') {
      await page.getByRole('combobox', { name: 'Leads' }).selectOption({
        label: part === 'Leads' ? 'Last 7 days' : 'Last 90 days',
      })
    }
    const failure = page.getByRole('tabpanel', { name: part }).getByRole('alert')
    await expect(failure).toContainText('The disk is full.')
    await expect(failure).toContainText('Free some space.')
    const before = (await callsOf(app, method)).length
    await failure.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(async () => (await callsOf(app, method)).length).toBe(before + 1)
    await expect(failure).toBeVisible()
  }
})
