/** Monitor: what stands on screen is what the engine says, and each finding leads to exactly its leads. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { formatCount, formatFineMs } from '../../renderer/format/numbers.ts'
import { answerSaveDialog, chooseFromMenu, expect, test } from './app-fixture.ts'
import { ask, LAST_30_DAYS } from './own-engine.ts'
import { SAMPLE, SHIFTED } from './samples.ts'
import { importFile, inventedLeads, openPart, show, tabTo, writeCsv } from './window.ts'

test('an empty history teaches what will be here, and the demo shows it', async ({ page }) => {
  await show(page, 'Monitor')
  const empty = page.locator('[data-empty="monitor"]')
  await expect(empty.getByRole('heading')).toHaveText('Nothing to watch over yet')
  await empty.getByRole('button', { name: 'Open the demo workspace' }).click()
  // Who opens the demo from here wants to see this of it.
  await expect(page.locator('main[data-view="monitor"]').locator('[data-summary="leads"]')).toBeVisible()
  await openPart(page, 'Leads')
  await expect(page.locator('[data-report="drift"]')).toHaveAttribute('data-leads', '50')
  await page.getByRole('button', { name: 'Back to my leads' }).click()
  await expect(page.locator('main[data-view="leads"]')).toBeVisible()
})

test('the overview says what the engine says', async ({ app, page, userData }) => {
  await importFile(app, page, SHIFTED)
  await chooseFromMenu(app, 'show-monitor')
  const { drift, speed } = await ask(userData, async (engine) => ({
    drift: await engine.driftReport(LAST_30_DAYS),
    speed: await engine.latencyReport({ window: LAST_30_DAYS.window }),
  }))
  expect(drift.verdict).toBe('drift')
  const summary = (part: string) => page.locator(`[data-summary="${part}"]`)
  await expect(summary('leads')).toContainText(drift.headline)
  await expect(summary('leads')).toContainText('Different leads')
  await expect(summary('scores')).toContainText(drift.score?.sentence ?? 'no sentence')
  await expect(summary('speed')).toContainText(speed.headline)
  await expect(summary('health')).toContainText('Everything is in order.')
})

test('every field has the engine’s verdict, its findings and their counts', async ({
  app,
  page,
  userData,
}) => {
  await importFile(app, page, SHIFTED)
  await openPart(page, 'Leads')
  const report = await ask(userData, (engine) => engine.driftReport(LAST_30_DAYS))
  await expect(page.locator('[data-report="drift"]')).toHaveAttribute('data-leads', '5000')
  await expect(page.locator('[data-headline]')).toHaveText(report.headline)
  const drifted = report.fields.filter(({ verdict }) => verdict === 'drift')
  expect(drifted.length).toBeGreaterThan(3)
  for (const { field, measure, findings } of drifted) {
    const card = page.locator(`[data-field="${field}"][data-measure="${measure}"]`)
    await expect(card).toHaveAttribute('data-verdict', 'drift')
    const counts = findings.flatMap(({ behind }) => (behind ? [behind.count] : []))
    await expect(card.getByRole('button', { name: /^Show the/ })).toHaveText(
      counts.map((count) => `Show the ${formatCount(count, 'en')} leads`),
    )
  }
  for (const { band, window, baseline } of report.score?.bands ?? []) {
    const share = (value: number) => `${Math.round(value * 100)}%`
    const shown = page.locator('[data-field="score"]').locator(`[data-band="${band}"]`).first()
    await expect(shown).toContainText(share(window))
    await expect(shown).toContainText(share(baseline))
  }
})

test('a finding leads to a list with exactly its count, and back', async ({ app, page }) => {
  await importFile(app, page, SHIFTED)
  await openPart(page, 'Leads')
  await expect(page.locator('[data-report="drift"]')).toBeVisible()
  const ways = page.getByRole('button', { name: /^Show the [\d,]+ leads:/ })
  await expect(ways.first()).toBeVisible()
  const shown = Math.min(await ways.count(), 4)
  for (let way = 0; way < shown; way++) {
    const name = (await ways.nth(way).getAttribute('aria-label')) ?? ''
    const [, count = '', sentence = ''] = /^Show the ([\d,]+) leads: (.*)$/.exec(name) ?? []
    await ways.nth(way).click()
    await expect(page.locator('[data-behind]')).toContainText(sentence)
    await expect(page.locator(`[data-total="${count.replaceAll(',', '')}"]`)).toBeVisible()
    // Counts of all leads would be wrong beside these.
    await expect(page.getByRole('group', { name: 'Bands' })).toHaveText(/^[^\d]+$/)
    await page.getByRole('button', { name: 'Back to Monitor' }).click()
    await expect(ways.nth(way)).toBeFocused()
  }
  await ways.first().click()
  await page.getByRole('button', { name: 'Show all leads again' }).click()
  await expect(page.locator('[data-total="5000"]')).toHaveText('5,000 leads')
  await expect(page.getByRole('group', { name: 'Bands' })).toHaveText(/\d/)
})

test('charts are painted, have their figures as a table, and are kept as a picture', async ({
  app,
  page,
  userData,
}) => {
  await importFile(app, page, SHIFTED)
  await openPart(page, 'Leads')
  const scores = page.getByRole('figure', { name: /^Scores/ })
  await expect(scores).toHaveAttribute('data-painted', 'true')
  expect(await paintedShare(scores)).toBeGreaterThan(0.05)
  await expect(scores.getByRole('table')).toContainText('0% – 5%')
  const path = join(userData, 'scores.png')
  await answerSaveDialog(app, path)
  await scores.getByRole('button', { name: 'Save as picture' }).click()
  await expect(page.getByText('The chart was written to scores.png.')).toBeVisible()
  expect([...readFileSync(path).subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
  await scores.getByRole('button', { name: 'Show as table' }).click()
  await expect(scores.getByRole('row')).toHaveCount(21)
  await scores.getByRole('button', { name: 'Show as chart' }).click()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 800, height: 700 })
  await expect(scores).toHaveAttribute('data-painted', 'true')
  await expect
    .poll(
      async () => (await scores.locator('canvas').boundingBox())?.width ?? 0,
      'the chart follows the window',
    )
    .toBeLessThan(700)
  expect(await paintedShare(scores)).toBeGreaterThan(0.05)
})

/** Share of a chart's pixels that are not empty. */
function paintedShare(figure: Locator): Promise<number> {
  return figure.locator('canvas').evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) return 0
    const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? []
    let painted = 0
    for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 0) painted += 1
    return painted / (pixels.length / 4)
  })
}

test('two imports are compared with each other', async ({ app, page, userData }) => {
  await importFile(app, page, SHIFTED)
  await page.getByRole('button', { name: 'Import another file' }).click()
  await importFile(app, page, SAMPLE)
  await openPart(page, 'Leads')
  const choose = (list: 'Leads' | 'Compared with', fileName: string) =>
    page
      .getByRole('combobox', { name: list })
      .locator('option', { hasText: fileName })
      .first()
      .evaluate((option) => (option as HTMLOptionElement).value)
      .then((value) => page.getByRole('combobox', { name: list }).selectOption(value))
  await choose('Leads', 'leads-50.csv')
  await choose('Compared with', 'leads-5000-shifted.csv')
  const report = await ask(userData, (engine) =>
    engine.driftReport({
      window: { kind: 'batch', batch: 2 },
      baseline: { kind: 'window', window: { kind: 'batch', batch: 1 } },
      rule: 'size-aware',
    }),
  )
  await expect(page.locator('[data-headline]')).toHaveText(report.headline)
  await expect(page.locator('[data-report="drift"]')).toHaveAttribute('data-leads', '50')
  await page.getByRole('button', { name: 'Swap' }).click()
  await expect(page.locator('[data-report="drift"]')).toHaveAttribute('data-leads', '5000')
})

test('under the Evidently rule a field’s test can be chosen', async ({ app, page, userData }) => {
  await importFile(app, page, SAMPLE)
  await openPart(page, 'Leads')
  await page.getByRole('radiogroup', { name: 'How differences are judged' }).getByText('Evidently').click()
  const request = { ...LAST_30_DAYS, rule: 'evidently' } as const
  const byRule = await ask(userData, (engine) => engine.driftReport(request))
  await expect(page.locator('[data-headline]')).toHaveText(byRule.headline)
  const [field] = byRule.fields.filter(({ distribution, findings }) => distribution && findings.length > 0)
  if (!field) throw new Error('no field of the sample has anything to say')
  const card = page.locator(`[data-field="${field.field}"][data-measure="value"]`)
  const numbers = card.getByRole('button', { name: /^Chart and numbers/ })
  if ((await numbers.getAttribute('aria-expanded')) === 'false') await numbers.click()
  await card.getByRole('combobox', { name: /^Test for/ }).selectOption({ label: 'Hellinger distance' })
  const chosen = await ask(userData, (engine) =>
    engine.driftReport({ ...request, tests: { [field.field]: 'hellinger' } }),
  )
  const statistic = chosen.fields.find((one) => one.field === field.field)?.statistic
  expect(statistic?.name).toBe('Hellinger distance')
  await expect(card).toContainText('Hellinger distance; 0 is no difference')
  await expect(card).toHaveAttribute(
    'data-verdict',
    chosen.fields.find((one) => one.field === field.field)?.verdict ?? '',
  )
})

test('the times on screen are the engine’s', async ({ app, page, userData }) => {
  await importFile(app, page, SAMPLE)
  await page.evaluate(async () => {
    for (let quality = 30; quality < 55; quality++) {
      const identity = { name: `Invented ${quality}`, company: null, email: null, link: null }
      await window.leadlight.saveLead({ fields: { llm_quality: quality }, identity })
    }
  })
  await openPart(page, 'Speed')
  const report = await ask(userData, (engine) => engine.latencyReport({ window: LAST_30_DAYS.window }))
  await expect(page.locator('[data-report="speed"] [data-headline]')).toHaveText(report.headline)
  for (const { operation, stages } of report.operations) {
    for (const stage of ['features', 'inference', 'storage', 'total'] as const) {
      const row = page.locator(`[data-operation="${operation}"] tr[data-stage="${stage}"]`)
      for (const figure of ['p50', 'p95', 'p99', 'mean', 'max'] as const) {
        const value = stages?.[stage][figure] ?? Number.NaN
        await expect(row.locator(`[data-figure="${figure}"]`)).toHaveText(formatFineMs(value, 'en'))
      }
    }
  }
  for (const figure of await page.getByRole('figure').all()) {
    await expect(figure).toHaveAttribute('data-painted', 'true')
  }
  const [slowest] = report.slowest.filter(({ lead }) => lead !== null)
  await page
    .getByRole('button', { name: /^Show lead of/ })
    .first()
    .click()
  await expect(page.getByRole('complementary', { name: 'Lead details' })).toHaveAttribute(
    'data-lead',
    String(slowest?.lead),
  )
})

test('health has the engine’s figures, and the database is checked on demand', async ({
  app,
  page,
  userData,
}) => {
  await importFile(app, page, SAMPLE)
  await openPart(page, 'Health')
  const health = await ask(userData, (engine) => engine.healthReport())
  const fact = (name: string) => page.locator(`[data-fact="${name}"]`)
  await expect(fact('success')).toContainText(`100% of ${health.operations.total} scoring`)
  await expect(fact('failed')).toContainText('none')
  await expect(fact('predictions')).toHaveText('Leads stored50 (1 import)')
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText(/found sound/).first()).toBeVisible()
  await expect(fact('integrity')).not.toContainText('not yet')
})

test('no part scrolls sideways in a narrow window', async ({ app, page }) => {
  await importFile(app, page, SAMPLE)
  await page.setViewportSize({ width: 700, height: 800 })
  for (const part of ['Overview', 'Leads', 'Over time', 'Speed', 'Health', 'Alerts'] as const) {
    await openPart(page, part)
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ className }) => className),
    )
    expect(wide, part).toEqual([])
  }
})

test('one lead and nineteen leads are shown, not judged', async ({ app, page, userData }) => {
  await page.evaluate(() =>
    window.leadlight.saveLead({
      fields: { llm_quality: 50 },
      identity: { name: 'Invented First', company: null, email: null, link: null },
    }),
  )
  await openPart(page, 'Leads')
  await expect(page.locator('[data-report="drift"]')).toHaveAttribute('data-verdict', 'not_judged')
  await importFile(app, page, writeCsv(userData, 'few.csv', inventedLeads(18)))
  await openPart(page, 'Leads')
  await expect(page.locator('[data-report="drift"]')).toHaveAttribute('data-leads', '19')
  await expect(page.locator('[data-report="drift"]')).toHaveAttribute('data-verdict', 'not_judged')
  await expect(page.locator('[data-verdict="drift"]')).toHaveCount(0)
  await expect(page.getByText(/NaN|Infinity|undefined/)).toHaveCount(0)
})

test('everything can be reached by keyboard: part, finding, list', async ({ app, page }) => {
  await importFile(app, page, SHIFTED)
  await tabTo(page, page.getByRole('navigation').getByRole('button', { name: /^Monitor/ }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('tab', { name: 'Overview' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Leads' })).toHaveAttribute('aria-selected', 'true')
  const way = page.getByRole('button', { name: /^Show the [\d,]+ leads:/ }).first()
  await expect(way).toBeVisible()
  const count = /^Show the ([\d,]+)/.exec((await way.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  await tabTo(page, way)
  await page.keyboard.press('Enter')
  await expect(page.locator(`[data-total="${count.replaceAll(',', '')}"]`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Back to Monitor' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Leads' })).toHaveAttribute('aria-selected', 'true')
  await expect(way).toBeFocused()
})
