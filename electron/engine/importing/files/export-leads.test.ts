import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field, FieldValue } from '../../../../model/bundle/field.ts'
import { readField } from '../../../../model/bundle/read-field.ts'
import { DEFAULT_SETTINGS } from '../../../contract/importing.ts'
import type { Identity } from '../../../contract/lead.ts'
import { createLeadColumns } from '../../history/lead-columns.ts'
import { systemFiles } from '../../platform/files.ts'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { FindingCollector } from '../rows/finding-collector.ts'
import { TEXT_FINDINGS } from '../rows/finding-sentences.ts'
import { LeadReader } from '../rows/lead-reader.ts'
import { planImport } from '../run/plan-import.ts'
import { openBytes } from '../source/open-text.ts'
import { createAtomicFile } from './atomic-file.ts'
import { type ExportedLead, exportLeads } from './export-leads.ts'

const { fields } = bundledManifest()
const folder = mkdtempSync(join(tmpdir(), 'leadlight-export-'))

interface Lead {
  readonly identity: Identity
  readonly values: FieldValue[]
}

async function* paged(leads: readonly Lead[], onPage = () => {}): AsyncIterable<readonly ExportedLead[]> {
  for (const lead of leads) {
    yield [
      {
        ...lead,
        scored: { score: 0.5, label: 'engaged', band: 'warm' },
        scoredAt: '2026-11-21T08:00:00.000Z',
      },
    ]
    onPage()
  }
}

async function write(leads: AsyncIterable<readonly ExportedLead[]>, name: string, cancelled = () => false) {
  const path = join(folder, name)
  const file = createAtomicFile(path, systemFiles)
  const summary = await exportLeads({ fields, leads, file, path, cancelled })
  return { path, summary }
}

function readBack(bytes: Buffer): Lead[] {
  const findings = new FindingCollector()
  const plan = planImport(openBytes(bytes), DEFAULT_SETTINGS, { fields })
  const reader = new LeadReader(plan, fields, findings)
  const columns = createLeadColumns(fields, null, 1)
  const leads: Lead[] = []
  while (reader.next()) {
    expect(reader.read(columns)).toBeNull()
    leads.push({ identity: columns.identity(0), values: columns.values(0) })
    columns.clear()
  }
  // Odd texts are kept; nothing else may be said about what we have written ourselves.
  const odd: readonly string[] = TEXT_FINDINGS
  expect(findings.findings().filter(({ finding }) => !odd.includes(finding.code))).toEqual([])
  return leads
}

const someText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom('=', '+', "'", '"', ',', ';', '\n', '\r', 'é', 'a', '＝'),
      maxLength: 10,
    }),
  )
  .map((text) => text.replaceAll('\0', '').trim())
const textOrNull = someText.map((text) => (text === '' ? null : text))

function someValue(field: Field): fc.Arbitrary<FieldValue> {
  const { type, min = 0, max = 1, options = [] } = field
  if (type === 'integer') return fc.option(fc.integer({ min, max }))
  if (type === 'number')
    return fc.option(fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value)))
  if (type === 'category' && options.length > 0)
    return fc.option(fc.constantFrom(...options.map(({ value }) => value)))
  // Only what a lead can hold: `-` and its like are no value of an open category.
  return textOrNull.map((text) => {
    const reading = text === null ? null : readField(field, text)
    return reading?.ok ? reading.value : null
  })
}
const someLead: fc.Arbitrary<Lead> = fc.record({
  identity: fc.record({ name: textOrNull, company: textOrNull, email: textOrNull, link: textOrNull }),
  values: fc.tuple(...fields.map(someValue)),
})

describe('exporting leads', () => {
  it('writes a file from which the importer reads the same leads', async () => {
    const some = fc.array(someLead, { minLength: 1, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(some, async (leads) => {
        const { path, summary } = await write(paged(leads), 'round-trip.csv')
        expect(summary).toEqual({ fileName: 'round-trip.csv', rows: leads.length })
        expect(readBack(readFileSync(path))).toEqual(leads)
      }),
      { numRuns: 150 },
    )
  })

  it('lets no text cell begin with what a spreadsheet runs', async () => {
    const identity = { name: '=2+5', company: '@Home', email: '-1', link: '\uFF1Dx' }
    const values = fields.map(() => null)
    const { path } = await write(paged([{ identity, values }]), 'formulas.csv')
    const [, row = ''] = readFileSync(path, 'utf8').split('\r\n')
    expect(row.split(',').slice(0, 4)).toEqual(["'=2+5", "'@Home", "'-1", "'\uFF1Dx"])
  })

  it('begins with a byte order mark, so that Excel reads accents', async () => {
    const { path } = await write(paged([]), 'empty.csv')
    expect([...readFileSync(path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('leaves the old file and nothing else when it is stopped', async () => {
    writeFileSync(join(folder, 'kept.csv'), 'before')
    let pages = 0
    const lead = {
      identity: { name: 'A', company: null, email: null, link: null },
      values: fields.map(() => null),
    }
    const many = paged(new Array<Lead>(50).fill(lead), () => pages++)
    await expect(write(many, 'kept.csv', () => pages > 10)).rejects.toThrow(/stopped/)
    expect(readFileSync(join(folder, 'kept.csv'), 'utf8')).toBe('before')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('refuses a place it cannot write to', async () => {
    await expect(write(paged([]), 'missing-folder/leads.csv')).rejects.toThrow(/folder does not exist/)
  })
})
