/** What the app notices by itself, and how it says so: by the system's notification and in the list of alerts. */
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './app-fixture.ts'
import { SHIFTED } from './samples.ts'
import { alertsOf, importFile } from './window.ts'

/** Keeps the notifications the app shows instead of showing them. */
const keepNotifications = (app: ElectronApplication) =>
  app.evaluate(({ Notification }) => {
    const shown: unknown[] = []
    Object.assign(globalThis, { shown })
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      shown.push(this)
    }
  })

const shownBodies = (app: ElectronApplication) =>
  app.evaluate(() =>
    (globalThis as unknown as { shown: { title: string; body: string }[] }).shown.map(
      ({ title, body }) => `${title}: ${body}`,
    ),
  )

const clickNotification = (app: ElectronApplication) =>
  app.evaluate(() => {
    const [first] = (globalThis as unknown as { shown: { emit: (event: string) => void }[] }).shown
    first?.emit('click')
  })

test('leads unlike those the model learned from are noticed after their import, and a click leads to the monitor', async ({
  app,
  page,
}) => {
  await keepNotifications(app)
  await importFile(app, page, SHIFTED)
  await expect.poll(() => shownBodies(app), { timeout: 60_000 }).not.toEqual([])
  const drift = (await alertsOf(page)).filter(({ kind }) => kind === 'data_drift' || kind === 'score_drift')
  expect(drift.every(({ state }) => state === 'active')).toBe(true)
  // Each once, in the words of the list.
  const bodies = await shownBodies(app)
  expect(bodies).toHaveLength(drift.length)
  for (const { message } of drift) expect(bodies.join('\n')).toContain(message)

  await clickNotification(app)
  await expect(page.locator('main[data-view="monitor"]')).toBeVisible()
})

test('an alert that was acknowledged is quiet, and says so to every list', async ({ app, page }) => {
  await keepNotifications(app)
  await importFile(app, page, SHIFTED)
  await expect.poll(async () => (await alertsOf(page)).length, { timeout: 60_000 }).toBeGreaterThan(0)
  const heard = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const stop = window.leadlight.onEvent((event) => {
          if (event.kind !== 'alertsChanged') return
          stop()
          resolve(event.kind)
        })
      }),
  )
  const [alert] = await alertsOf(page)
  const id = alert?.id ?? 0
  await page.evaluate((wanted) => window.leadlight.acknowledgeAlert({ id: wanted }), id)
  expect(await heard).toBe('alertsChanged')
  expect((await alertsOf(page)).find((one) => one.id === id)?.state).toBe('acknowledged')
})
