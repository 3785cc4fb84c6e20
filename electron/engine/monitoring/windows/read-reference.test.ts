import { hash } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundledModel } from '../../history/fixtures/trial-history.ts'
import { systemFiles } from '../../platform/files.ts'
import { bundledModelFolder } from '../../registry/read-bundle.ts'
import { readInventedLeads, resourcesDir } from '../../scoring/fixtures/invented-leads.ts'
import { readReference } from './read-reference.ts'

const { manifest } = bundledModel
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-reference-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the bundled reference is what another CSV reader finds in it', () => {
  const reference = readReference(bundledModelFolder(resourcesDir), manifest, systemFiles)
  const rows = readInventedLeads(manifest.fields, 'model/reference.csv')
  expect(reference?.count).toBe(rows.length)
  expect(reference?.observed).toBeCloseTo(0.4, 1)
  for (const [index, field] of manifest.fields.entries()) {
    const column = reference?.columns[index]
    const values = rows.map((row) => row[index] ?? null)
    if (column?.kind === 'number') {
      expect([...column.values]).toEqual(values.map((value) => Math.fround(Number(value ?? Number.NaN))))
    } else if (column?.kind === 'category') {
      expect([...column.codes].map((code) => (code === 0 ? null : column.levels[code]))).toEqual(values)
    } else {
      const lengths = values.map((value) => (value === null ? Number.NaN : [...String(value)].length))
      expect([field.name, [...(column?.characters ?? [])]]).toEqual([field.name, lengths])
    }
  }
})

test('a model without reference data has none', () => {
  expect(readReference(folder, { ...manifest, reference: null }, systemFiles)).toBeNull()
})

test.each([
  ['', 'their file is empty'],
  ['jobtitle,score\r\nCook\r\n', 'row 1 does not have 2 cells'],
  ['jobtitle,outcome\r\nCook,1\r\n', 'their file has no column score'],
  ['score,outcome\r\nhigh,1\r\n', 'a cell of score is no number'],
])('reference data that says %j is refused', (text, reason) => {
  cpSync(bundledModelFolder(resourcesDir), folder, { recursive: true })
  writeFileSync(join(folder, 'reference.csv'), text)
  const reference = { ...manifest.reference, sha256: hash('sha256', text) } as typeof manifest.reference
  expect(() => readReference(folder, { ...manifest, reference }, systemFiles)).toThrow(reason)
})
