import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../contract/importing.ts'
import { createLeadColumns } from '../../history/lead-columns.ts'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { MAX_ROWS } from '../limits.ts'
import { planImport } from '../run/plan-import.ts'
import { openBytes } from '../source/open-text.ts'
import { FindingCollector } from './finding-collector.ts'
import { LeadReader } from './lead-reader.ts'

const { fields } = bundledManifest()

/** A reader that has read so many rows before. */
function readerOf(content: string, rows = 0) {
  const plan = planImport(openBytes(Buffer.from(content)), DEFAULT_SETTINGS, { fields })
  const start = { byteOffset: plan.table.rowsOffset, rows, blank: 2, repaired: 3 }
  return new LeadReader(plan, fields, new FindingCollector(), { start })
}

describe('the rows of a file', () => {
  it('are refused beyond ten million, with that number', () => {
    const reader = readerOf('name,jobtitle\nA,CEO\n\nB,CEO\n', MAX_ROWS - 1)
    expect(reader.next()).toBe(true)
    expect(reader.row).toBe(10_000_000)
    expect(() => reader.next()).toThrow(
      expect.objectContaining({
        error: expect.objectContaining({
          code: 'too_large',
          message: 'The file has more than 10,000,000 rows.',
          details: { limit: MAX_ROWS },
        }),
      }),
    )
  })

  it('are counted on from where an import stopped, blank and repaired ones too', () => {
    const reader = readerOf('name,companysize\n,,\nA,nov-50\n;\n', 7)
    const columns = createLeadColumns(fields, null, 1)
    expect(reader.next()).toBe(true)
    expect(reader.read(columns)).toBeNull()
    expect([reader.row, reader.blank, reader.repaired]).toEqual([8, 3, 4])
  })
})
