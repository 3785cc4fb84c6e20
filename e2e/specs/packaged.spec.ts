/** The app from its package alone; `npm run package` runs this on the app.asar it has made. */
import { expect, target, test } from './app-fixture.ts'

const isPackage = target.endsWith('.asar')

test(
  isPackage ? 'runs from the package alone' : 'runs from the built folder alone',
  async ({ app, page }) => {
    await expect(page.locator('[data-ready]')).toBeVisible()
    expect(await app.evaluate(({ app }) => app.isPackaged)).toBe(isPackage)
    const described = await page.evaluate(() => window.leadlight.describeApp({}))
    expect(described).toMatchObject({ ok: true, value: { workspace: 'own' } })
    // From thread to thread and through both native modules.
    const scored = await page.evaluate(() => window.leadlight.previewLead({ fields: {} }))
    expect(scored).toMatchObject({ ok: true, value: { score: expect.any(Number) } })
    expect(await page.evaluate(() => window.leadlight.sampleFile({}))).toMatchObject({ ok: true })
  },
)
