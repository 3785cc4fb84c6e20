/** Monitor over weeks: each period has the engine's answer, and leads to the report on it alone. */
import { join } from 'node:path'
import { openTrialHistory } from '../../electron/engine/history/fixtures/trial-history.ts'
import { noteFailure } from '../../electron/engine/history/note-failure.ts'
import { formatShare } from '../../renderer/format/chance.ts'
import { formatCount } from '../../renderer/format/numbers.ts'
import { expect, firstPage, startApp, test } from './app-fixture.ts'
import { importDaysAgo } from './earlier-imports.ts'
import { ask } from './own-engine.ts'
import { SAMPLE, SHIFTED } from './samples.ts'
import { inventedLeads, openPart, writeCsv } from './window.ts'

test('weeks have the engine’s answers, and each leads to the report on it alone', async ({ userData }) => {
  importDaysAgo(userData, 28, SAMPLE)
  importDaysAgo(userData, 14, writeCsv(userData, 'few.csv', inventedLeads(10)))
  importDaysAgo(userData, 0, SHIFTED)
  const app = await startApp(userData)
  try {
    const page = await firstPage(app)
    await openPart(page, 'Over time')
    const timeline = await ask(userData, (engine) =>
      engine.driftTimeline({ step: 'week', rule: 'size-aware' }),
    )
    const { points, note } = timeline
    // The ten leads two weeks ago are too few for a point of their own.
    expect(points.map(({ leads, verdict }) => [leads, verdict])).toEqual([
      [50, 'no_drift'],
      [5010, 'drift'],
    ])
    const panel = page.getByRole('tabpanel', { name: 'Over time' })
    await expect(panel.locator('[data-headline]')).toHaveText(
      'In 1 of 2 periods the leads were different from the model’s own.',
    )
    await expect(panel).toContainText(note ?? 'no note')
    const rows = panel.locator('tr[data-period]')
    await expect(rows).toHaveCount(points.length)
    for (const { from, leads, verdict } of points) {
      const row = panel.locator(`tr[data-period="${from}"]`)
      await expect(row).toHaveAttribute('data-verdict', verdict)
      await expect(row).toContainText(formatCount(leads, 'en'))
    }
    const chart = panel.getByRole('figure', { name: 'Average chance over time' })
    await expect(chart).toHaveAttribute('data-painted', 'true')
    await expect(chart.getByRole('table').locator('tbody td')).toHaveText(
      points.map(({ expected }) => formatShare(expected ?? Number.NaN, 'en')),
    )

    const [oldest] = points
    if (!oldest) throw new Error('no point')
    await panel
      .locator(`tr[data-period="${oldest.from}"]`)
      .getByRole('button', { name: /^Look at it/ })
      .click()
    const report = await ask(userData, (engine) =>
      engine.driftReport({
        window: oldest.window,
        baseline: { kind: 'reference' },
        rule: 'size-aware',
      }),
    )
    await expect(page.getByRole('tab', { name: 'Leads' })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tab', { name: 'Leads' })).toBeFocused()
    const leads = page.locator('[data-report="drift"]')
    await expect(leads).toHaveAttribute('data-leads', String(oldest.leads))
    await expect(leads).toHaveAttribute('data-verdict', oldest.verdict)
    await expect(leads.locator('[data-headline]')).toHaveText(report.headline)
    await expect(page.getByLabel('From')).toHaveValue(oldest.from)
    await expect(page.getByLabel('To', { exact: true })).toHaveValue(oldest.to)
  } finally {
    await app.close()
  }
})

test('leads and failures stand day by day, in the chart’s table too', async ({ userData }) => {
  importDaysAgo(userData, 2, SAMPLE)
  await failOnceYesterday(userData)
  importDaysAgo(userData, 0, SAMPLE)
  const app = await startApp(userData)
  try {
    const page = await firstPage(app)
    await openPart(page, 'Health')
    const { days } = await ask(userData, (engine) => engine.healthReport())
    expect(days.map(({ failed }) => failed)).toEqual([0, 1, 0])
    const chart = page.getByRole('figure', { name: 'Leads scored and failed scorings by day' })
    await expect(chart).toHaveAttribute('data-painted', 'true')
    const rows = chart.getByRole('table').locator('tbody tr')
    await expect(rows).toHaveCount(days.length)
    for (const [place, { predictions, operations, failed }] of days.entries()) {
      await expect(rows.nth(place).locator('td')).toHaveText([predictions, operations, failed].map(String))
    }
    await expect(page.getByText('1 scoring failed on these days.')).toBeVisible()
    await expect(page.locator('[data-error="unexpected"]')).toHaveText('An error in Leadlight itself: 1 time')
  } finally {
    await app.close()
  }
})

/** Leaves the trace of a scoring that did not succeed; no user can make one fail at will. */
async function failOnceYesterday(userData: string): Promise<void> {
  const clock = { nowMs: () => Date.now() - 86_400_000, elapsedUs: () => 0 }
  const history = await openTrialHistory(join(userData, 'data'), clock)
  noteFailure(history.writer, { kind: 'lead', batch: null }, new Error('invented'), clock)
  history.close()
}
