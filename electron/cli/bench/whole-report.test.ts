/** The simulations in small: `npm run bench -- false-alarms` gives the numbers of the guide. */
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../model/statistics/seeded-random.ts'
import { readBundledReference } from './bundled-reference.ts'
import { noticedInReport, scoresInPlaceOf } from './noticed-in-report.ts'
import { reportAlarms } from './report-alarms.ts'

const bundled = readBundledReference()
const random = () => seededRandom(20261121)

describe('whole reports on leads drawn from the reference', () => {
  test.each([true, false])('hardly ever call them different (reference redrawn: %s)', async (redraw) => {
    const repeats = 50
    const alarms = await reportAlarms(bundled, { windowRows: 100, redraw, repeats, random: random() })
    // 6% and four standard errors.
    expect(alarms.either).toBeLessThan(0.06 + 4 * Math.sqrt((0.06 * 0.94) / repeats))
    expect(alarms.either).toBeGreaterThanOrEqual(Math.max(alarms.leads, alarms.scores))
  })

  test.each(['companyfoundedon', 'jobtitle', 'llm_quality'])('notice a shift of %s', async (field) => {
    const noticed = (shift: number) =>
      noticedInReport(bundled, { field, shift, rows: 100, repeats: 10, random: random() })
    expect(await noticed(1)).toBe(1)
    expect(await noticed(0)).toBeLessThan(0.2)
  })

  test('can judge scores as a field', async () => {
    const { leads, manifest } = scoresInPlaceOf('llm_quality', bundled)
    const at = manifest.fields.findIndex(({ name }) => name === 'llm_quality')
    expect(leads.columns[at]).toEqual({ kind: 'number', values: leads.scores })
  })
})
